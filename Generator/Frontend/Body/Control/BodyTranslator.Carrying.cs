using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>
    /// The scalar variables that the parts of a loop may change, in the order of declaration. A buffer variable that they
    /// change is such a variable where it is known what it may refer to; otherwise it has no one memory any more, inside the loop and
    /// after it, until it is assigned again.
    /// </summary>
    private Variable[] Carry(IEnumerable<IOperation> parts, LoopExits exits)
    {
        IOperation[] all = [.. parts];
        List<Variable> assigned =
        [
            .. Assigned(all).Where(variable => variable.Index < _environment.Count),
            .. exits.Flags,
            .. exits.Flags.Contains(_frame.Returned) ? _frame.Results : [],
        ];
        Variable[] buffers = [.. assigned.Where(variable => variable.Type is BufferType)];
        assigned.AddRange(Gather(all, buffers));
        ViewParts(all, assigned);
        foreach (Variable buffer in buffers.Where(buffer => PartOf(buffer) is null))
        {
            _environment[buffer] = Diverged();
            if (FirstAssignment(all, buffer) is { } assignment)
            {
                NoteRebound(buffer, assignment);
            }
        }

        return
        [
            .. assigned
                .Where(variable => variable.Type is ScalarType or OpaqueType && _environment[variable]?.Type is not UnknownType)
                .OrderBy(variable => variable.Index),
        ];
    }

    private Value[] Current(Variable[] variables) => [.. variables.Select(variable => VersionOf(variable))];

    private (Branch Body, Value[] Parameters) BeginLoop(Variable[] carried, params IReadOnlyList<IOperation> iteration)
    {
        Branch body = Begin();
        Value[] parameters = [.. carried.Select(variable => _values.New(variable.Type, variable.Name))];
        for (int i = 0; i < carried.Length; i++)
        {
            body.Environment[carried[i]] = parameters[i];
        }

        Within(body, () =>
        {
            ViewParts(iteration, []);
            return 0;
        });
        return (body, parameters);
    }

    private Block FinishLoop(Branch body, Value[] parameters, Variable[] carried, Value[] first)
    {
        CheckParts(body);
        Value[] yields = [.. carried.Select(variable => OrDefault(variable, body.Environment, body.Block))];
        return body.Block.Finish([.. first, .. yields], parameters);
    }

    private Value[] Rebind(Variable[] carried)
    {
        Value[] outputs = [.. carried.Select(variable => _values.New(variable.Type, variable.Name))];
        for (int i = 0; i < carried.Length; i++)
        {
            _environment[carried[i]] = outputs[i];
        }

        return outputs;
    }

    /// <summary>Gives the locals that an expression declares a place before it, so that they outlive a region inside it.</summary>
    private void Predeclare(IOperation expression)
    {
        foreach ((ILocalSymbol local, SyntaxNode at) in LoopScan.Declared(expression))
        {
            DeclarePlaces(local, at);
        }
    }

    private Exits ForEach(IForEachLoopOperation each)
    {
        IOperation collection = each.Collection;
        while (collection is IConversionOperation { IsImplicit: true } conversion)
        {
            collection = conversion.Operand;
        }

        if (CheckpointedRange(collection) is { } range)
        {
            return Checkpointed(each, range);
        }

        if (InlineArray.Of(collection.Type) is { } array)
        {
            return EachElement(each, collection, array);
        }

        Grid? grid = Grid.Of(collection.Type);
        bool ofRows = Jagged.Of(collection.Type) is not null;
        if ((TypeMap.Find(collection.Type) is not BufferType && Structs.Buffer(collection.Type) is null && grid is null && !ofRows)
            || each.LoopControlVariable is not IVariableDeclaratorOperation declarator)
        {
            Unsupported(each);
            return Exits.None;
        }

        Value[] values = EvaluateAll(collection, []);
        return Each(each, declarator, grid is null ? values : [.. values.Take(1)], ofRows);
    }

    private Exits Each(IForEachLoopOperation each, IVariableDeclaratorOperation declarator, Value[] buffers, bool ofRows)
    {
        LoopExits exits = PrepareExits(each);
        if (buffers.Any(UnknownType.Is))
        {
            return Exits.None;
        }

        Value length = ofRows ? RowCount(buffers[1]) : _block.Length(buffers[0]);
        return Walking(buffers, () => exits.Flags.Count == 0
            ? EachCounted(each, declarator, buffers, length, exits)
            : EachUntilLeft(each, declarator, buffers, length, exits));
    }

    private Exits EachCounted(
        IForEachLoopOperation each, IVariableDeclaratorOperation declarator, Value[] buffers, Value length, LoopExits exits)
    {
        Value start = _block.Constant(0);
        Variable[] carried = Carry([each.Body], exits);
        Value[] initial = Current(carried);
        (Branch body, Value[] parameters) = BeginLoop(carried, each.Body);
        Value index = _values.New(IrType.Int);
        Within(body, () => Element(each, declarator, buffers, index));
        Block block = FinishLoop(body, parameters, carried, []);
        Value[] outputs = Rebind(carried);
        _block.Append(new For(outputs.ToEquatableArray(), index, start, length, 1, initial.ToEquatableArray(), block));
        return Exits.None;
    }

    private Exits EachUntilLeft(
        IForEachLoopOperation each, IVariableDeclaratorOperation declarator, Value[] buffers, Value length, LoopExits exits)
    {
        Variable index = NewVariable(null, IrType.Int);
        _environment[index] = _block.Constant(0);
        Repeat(
            [each.Body],
            exits,
            () => _block.Compare(Opcode.Less, _environment[index]!, length),
            () =>
            {
                Value current = _environment[index]!;
                _environment[index] = _block.Add(current, _block.Constant(1));
                Element(each, declarator, buffers, current);
            },
            index);
        return AfterLoop(exits, falls: true);
    }

    private Exits Element(IForEachLoopOperation each, IVariableDeclaratorOperation declarator, Value[] buffers, Value index)
    {
        if (declarator.Symbol.RefKind != RefKind.None)
        {
            Place[] elements = [.. buffers.Select(buffer => new ElementPlace(buffer, index))];
            if (Structs.Is(declarator.Symbol.Type))
            {
                _frame.Add(declarator.Symbol, elements);
            }
            else
            {
                _frame.Add(declarator.Symbol, elements[0]);
            }

            return Run([.. Flatten(each.Body)]);
        }

        Place[] places = DeclarePlaces(declarator.Symbol, declarator.Syntax);
        if (declarator.Symbol.Type is IArrayTypeSymbol && places[0] is VariablePlace { Variable: var row })
        {
            _environment[row] = RowAt(buffers, index, row.Name);
            return Run([.. Flatten(each.Body)]);
        }

        for (int i = 0; i < places.Length; i++)
        {
            Value element = _block.Load(buffers[i], index, NameOf(places[i]));
            if (places[i] is VariablePlace { Variable: var variable })
            {
                _environment[variable] = Convert(element, variable.Type, variable.Name);
            }
            else
            {
                Store(places[i], element, declarator.Syntax);
            }
        }

        return Run([.. Flatten(each.Body)]);
    }
}
