using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Loops over the elements of arrays and spans.</summary>
internal sealed class ForEachLoops(BodyState state, Faults faults, Rooms rooms)
{
    public Exits Run(IForEachLoopOperation each)
    {
        IOperation collection = each.Collection;
        while (collection is IConversionOperation { IsImplicit: true } conversion)
        {
            collection = conversion.Operand;
        }

        if (Checkpoints.RangeOf(collection) is { } range)
        {
            return rooms.Checkpoints.Run(each, range);
        }

        if (InlineArray.Of(collection.Type) is { } array)
        {
            return EachElement(each, collection, array);
        }

        if (Sequences.QueryOf(collection) is { Type: not IArrayTypeSymbol } && rooms.Sequences.Of(collection) is { } sequence)
        {
            return EachOf(each, sequence);
        }

        if (ImmutableTypes.Element(collection.Type, state.Translation.Compilation) is { } element)
        {
            return EachImmutable(each, collection, element);
        }

        Grid? grid = Grid.Of(collection.Type);
        bool ofRows = Jagged.Of(collection.Type) is not null;
        bool isMemory = TypeMap.Find(collection.Type) is BufferType || Lists.Of(collection.Type) is not null || Structs.Buffer(collection.Type) is not null;
        if ((!isMemory && grid is null && !ofRows) || ControlOf(each, collection) is not { } control)
        {
            faults.Unsupported(each);
            return Exits.None;
        }

        Value[] values = rooms.Expressions.EvaluateAll(collection, []);
        return Each(each, control, grid is null ? values : [.. values.Take(1)], ofRows);
    }

    /// <summary>What takes each element: a variable, or several that it is taken apart to.</summary>
    private static IOperation? ControlOf(IForEachLoopOperation each, IOperation collection) =>
        each.LoopControlVariable as IVariableDeclaratorOperation ?? (IOperation?)Deconstruction.Taking(each, ElementOf(collection.Type));

    private static ITypeSymbol? ElementOf(ITypeSymbol? collection) => collection switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var only] } => only,
        _ => null,
    };

    private Exits Each(IForEachLoopOperation each, IOperation control, Value[] buffers, bool ofRows)
    {
        LoopExits exits = rooms.Loops.PrepareExits(each);
        if (buffers.Any(UnknownType.Is))
        {
            return Exits.None;
        }

        Value length = ofRows ? rooms.JaggedArrays.RowCount(buffers[1])
            : buffers[0].Type is BufferType ? state.Block.Length(buffers[0])
            : rooms.Immutables.CountOf(buffers[0], each);
        return rooms.Rebinding.Walking(buffers, () => Each(each, length, exits, index => Element(each, control, buffers, index)));
    }

    private Exits Each(IForEachLoopOperation each, Value length, LoopExits exits, Func<Value, Exits> element) =>
        exits.Flags.Count == 0 ? EachCounted(each, length, exits, element) : EachUntilLeft(each, length, exits, element);

    /// <summary>The elements of a query, each computed where it is taken.</summary>
    private Exits EachOf(IForEachLoopOperation each, Sequence sequence)
    {
        var declarator = each.LoopControlVariable as IVariableDeclaratorOperation;
        ITupleOperation? parts = Deconstruction.Taking(each, sequence.Element);
        if (sequence.Keeps is not null)
        {
            faults.ReportUnsupported(each.Collection.Syntax, "A 'foreach' over what 'Where' leaves", "Write the condition as an 'if' in the loop");
            return Exits.None;
        }

        if ((declarator is null && parts is null) || UnknownType.Is(sequence.Length))
        {
            faults.Unsupported(each);
            return Exits.None;
        }

        LoopExits exits = rooms.Loops.PrepareExits(each);
        return rooms.Rebinding.Walking(sequence.Memory, () => Each(each, sequence.Length, exits, index =>
        {
            Value[] element = sequence.ElementAt(index);
            if (parts is not null)
            {
                rooms.Deconstruction.Assign(each, sequence.Element, parts, element);
            }
            else
            {
                rooms.Contents.Assign(rooms.Variables.DeclarePlaces(declarator!.Symbol, declarator.Syntax), element, declarator.Syntax);
            }

            return rooms.Statements.Run([.. OperationTree.Flatten(each.Body)]);
        }));
    }

    private Exits EachCounted(IForEachLoopOperation each, Value length, LoopExits exits, Func<Value, Exits> element)
    {
        IOperation[] parts = Repeated(each);
        rooms.Carrying.Count(length, parts, rooms.Carrying.Carry(parts, exits), index => element(index));
        return Exits.None;
    }

    /// <summary>What may run in each pass: of a query, its lambdas too.</summary>
    private static IOperation[] Repeated(IForEachLoopOperation each) =>
        Sequences.QueryOf(each.Collection) is { } query ? [query, each.Body] : [each.Body];

    private Exits EachUntilLeft(IForEachLoopOperation each, Value length, LoopExits exits, Func<Value, Exits> element)
    {
        Variable index = state.NewVariable(null, IrType.Int);
        state.Environment[index] = state.Block.Constant(0);
        rooms.Loops.Repeat(
            Repeated(each),
            exits,
            () => state.Block.Compare(Opcode.Less, state.Environment[index]!, length),
            () =>
            {
                Value current = state.Environment[index]!;
                state.Environment[index] = state.Block.Add(current, state.Block.Constant(1));
                element(current);
            },
            index);
        return rooms.Loops.AfterLoop(exits, falls: true);
    }

    private Exits Element(IForEachLoopOperation each, IOperation control, Value[] buffers, Value index)
    {
        if (control is ITupleOperation parts)
        {
            rooms.Deconstruction.Assign(each, ElementOf(OperationTree.Strip(each.Collection)!.Type)!, parts, [.. buffers.Select(buffer => state.Block.Load(buffer, index))]);
            return rooms.Statements.Run([.. OperationTree.Flatten(each.Body)]);
        }

        var declarator = (IVariableDeclaratorOperation)control;
        if (declarator.Symbol.RefKind != RefKind.None)
        {
            Place[] elements = [.. buffers.Select(buffer => new ElementPlace(buffer, index))];
            if (Structs.Is(declarator.Symbol.Type))
            {
                state.Frame.Add(declarator.Symbol, elements);
            }
            else
            {
                state.Frame.Add(declarator.Symbol, elements[0]);
            }

            return rooms.Statements.Run([.. OperationTree.Flatten(each.Body)]);
        }

        Place[] places = rooms.Variables.DeclarePlaces(declarator.Symbol, declarator.Syntax);
        if (declarator.Symbol.Type is IArrayTypeSymbol && places[0] is VariablePlace { Variable: var row })
        {
            state.Environment[row] = rooms.JaggedArrays.RowAt(buffers, index, row.Name);
            return rooms.Statements.Run([.. OperationTree.Flatten(each.Body)]);
        }

        for (int i = 0; i < places.Length; i++)
        {
            string? name = Targets.NameOf(places[i]);
            Value element = buffers[i].Type is BufferType
                ? state.Block.Load(buffers[i], index, name)
                : rooms.Immutables.ElementOf(buffers[i], index, ImmutableTypes.OfElement(declarator.Symbol.Type)!, name, each);
            if (places[i] is VariablePlace { Variable: var variable })
            {
                state.Environment[variable] = rooms.Conversions.Convert(element, variable.Type, variable.Name);
            }
            else
            {
                rooms.Contents.Store(places[i], element, declarator.Syntax);
            }
        }

        return rooms.Statements.Run([.. OperationTree.Flatten(each.Body)]);
    }

    /// <summary>The elements of a table of dates or the like, or the characters of a string.</summary>
    private Exits EachImmutable(IForEachLoopOperation each, IOperation collection, ITypeSymbol element)
    {
        if (each.LoopControlVariable is not IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } variable } declarator
            || !Equals(ImmutableTypes.OfElement(variable.Type), ImmutableTypes.OfElement(element)))
        {
            faults.Unsupported(each);
            return Exits.None;
        }

        return Each(each, declarator, [rooms.Expressions.Evaluate(collection)], ofRows: false);
    }

    private Exits EachElement(IForEachLoopOperation each, IOperation collection, InlineArray array)
    {
        if (each.LoopControlVariable is not IVariableDeclaratorOperation declarator || Structs.Leaves(collection.Type) is null)
        {
            faults.Unsupported(each);
            return Exits.None;
        }

        Value[] all = rooms.InlineArrays.Elements(collection, array, collection);
        return Each(each, declarator, all, ofRows: false);
    }
}
