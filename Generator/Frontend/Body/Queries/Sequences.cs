using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Arrays and lists, and the queries that make sequences of sequences: each element is computed where it is used, as queries do.</summary>
internal sealed class Sequences(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>The query that an expression is, apart from conversions; null for any other expression.</summary>
    public static IInvocationOperation? QueryOf(IOperation operation) =>
        OperationTree.Strip(operation) is IInvocationOperation call && MethodFacts.IsQuery(call.TargetMethod) ? call : null;

    /// <summary>The query within a query that is not understood, or else the whole.</summary>
    public static string Obstacle(IInvocationOperation call)
    {
        IInvocationOperation part = call;
        string obstacle = call.TargetMethod.Name;
        while (part.Arguments.FirstOrDefault(argument => argument.Parameter!.Ordinal == 0)?.Value is { } source && QueryOf(source) is { } inner)
        {
            if (inner.TargetMethod.Name is not ("Range" or "Select" or "Where" or "Index" or "Zip" or "Skip" or "Take" or "ToArray"))
            {
                return inner.TargetMethod.Name;
            }

            // Numbers of places are none of elements that are kept.
            obstacle = inner.TargetMethod.Name == "Where" && part.TargetMethod.Name is ("Index" or "Zip" or "Skip" or "Take") ? part.TargetMethod.Name + "' after 'Where" : obstacle;
            part = inner;
        }

        return obstacle;
    }

    /// <summary>The elements of a query, an array or a list; null for anything else.</summary>
    public Sequence? Of(IOperation operation) => QueryOf(operation) is { Type: not IArrayTypeSymbol } call ? OfQuery(call) : OfMemory(OperationTree.Strip(operation)!);

    private Sequence? OfMemory(IOperation operation)
    {
        ITypeSymbol? element = ElementOf(operation.Type);
        if (element is null || Structs.Leaves(element) is null
            || (TypeMap.Find(operation.Type) is not BufferType && Structs.Buffer(operation.Type) is null && Lists.Of(operation.Type) is null))
        {
            return null;
        }

        Value[] buffers = rooms.Expressions.EvaluateAll(operation, []);
        Value length = buffers.Any(UnknownType.Is) ? state.Unknown() : state.Block.Length(buffers[0]);
        return new Sequence(element, length, [.. buffers.Where(buffer => buffer.Type is BufferType)], index => [.. buffers.Select(buffer => Load(buffer, index))], IsMemory: true);
    }

    private Value Load(Value buffer, Value index) => UnknownType.Is(buffer) || UnknownType.Is(index) ? state.Unknown() : state.Block.Load(buffer, index);

    private static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => array.ElementType,
        INamedTypeSymbol list when Lists.Of(list) is not null => list.TypeArguments[0],
        _ => null,
    };

    private Sequence? OfQuery(IInvocationOperation call)
    {
        ITypeSymbol? element = (call.Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
        IOperation[] arguments = [.. call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value)];
        return (call.TargetMethod.Name, arguments) switch
        {
            _ when element is null || Structs.Leaves(element) is null => null,
            ("Range", [var start, var count]) => Range(element, start, count),
            ("Select", [var source, var selector]) => Select(call, element, Of(source), selector),
            ("Where", [var source, var predicate]) => Where(call, Of(source), predicate),
            ("Index", [var source]) => Of(source) is { Keeps: null } inner
                ? inner with { Element = element, ElementAt = index => [index, .. inner.ElementAt(index)], IsMemory = false }
                : null,
            ("Zip", [var first, var second]) => Zip(call, element, Of(first), Of(second), null),
            ("Zip", [var first, var second, var selector]) when Functions.IsDelegate(selector.Type) => Zip(call, element, Of(first), Of(second), selector),
            ("Skip", [var source, var count]) => Part(Of(source), count, isTaken: false),
            ("Take", [var source, { Type.SpecialType: SpecialType.System_Int32 } count]) => Part(Of(source), count, isTaken: true),
            _ => null,
        };
    }

    private Sequence Range(ITypeSymbol element, IOperation start, IOperation count)
    {
        Value first = rooms.Expressions.Evaluate(start), length = rooms.Expressions.Evaluate(count);
        bool isLength = OperationTree.Strip(count) is IPropertyReferenceOperation { Property.Name: "Length" or "Count" };
        if (!isLength && !UnknownType.Is(length) && rooms.Branches.NumberOf(length) is not >= 0)
        {
            StatementText check = new StatementText().Add(NameOf(typeof(ArgumentOutOfRangeException)) + ".ThrowIfNegative(");
            check.Add(length);
            state.Block.Append(check.Add(")").Finish(always: false));
        }

        return new Sequence(element, length, [], index => [rooms.Arithmetic.Compute(Opcode.Add, IrType.Int, null, first, index)]);
    }

    /// <summary>What generated code calls an exception of the library.</summary>
    public string NameOf(Type exception) =>
        CSharpNames.TypeName(state.Translation.Compilation.GetTypeByMetadataName(exception.FullName!)!, state.Translation.Home);

    private Sequence? Select(IOperation at, ITypeSymbol element, Sequence? source, IOperation selector) =>
        source is not null && PureFunctionOf(selector) is { } function && !CountsKept(function, source)
            ? source with
            {
                Element = element,
                ElementAt = index => rooms.InPlaceCalls.Apply(at, function, WithIndex(function, source.ElementAt(index), index)),
                IsMemory = false,
                MayWrite = source.MayWrite || rooms.QueryEffects.MayWriteMemory(selector),
            }
            : null;

    /// <summary>The elements of which something is true, or those of which it is not.</summary>
    public Sequence? Where(IOperation at, Sequence? source, IOperation predicate, bool isKept = true)
    {
        if (source is not { MayWrite: false } || PureFunctionOf(predicate) is not { } function || CountsKept(function, source) || rooms.QueryEffects.MayWriteMemory(predicate))
        {
            return null;
        }

        Value Holds(Value index)
        {
            Value holds = rooms.InPlaceCalls.Apply(at, function, WithIndex(function, source.ElementAt(index), index))[0];
            return isKept || UnknownType.Is(holds) ? holds : rooms.Arithmetic.Compute(Opcode.Not, IrType.Bool, null, holds);
        }

        return source with
        {
            IsMemory = false,
            Keeps = source.Keeps is not { } before ? Holds
                : index => rooms.Branches.Choose(before(index), () => [Holds(index)], () => [state.Block.Constant(0, IrType.Bool)], [])[0],
        };
    }

    // Numbers of elements that are kept are not those of their places.
    private static bool CountsKept(Function function, Sequence source) => function.Symbol.Parameters.Length == 2 && source.Keeps is not null;

    private static Value[][] WithIndex(Function function, Value[] element, Value index) => function.Symbol.Parameters.Length == 2 ? [element, [index]] : [element];

    private Sequence? Zip(IOperation at, ITypeSymbol element, Sequence? first, Sequence? second, IOperation? selector)
    {
        Function? function = selector is null ? null : PureFunctionOf(selector);
        if (first is not { MayWrite: false, Keeps: null } || second is not { MayWrite: false, Keeps: null } || (selector is not null && function is null))
        {
            return null;
        }

        Value length = first.Length.Equals(second.Length) ? first.Length : rooms.Arithmetic.Apply("Min", IrType.Int, null, first.Length, second.Length);
        return new Sequence(element, length, [.. first.Memory, .. second.Memory], index => function is null
            ? [.. first.ElementAt(index), .. second.ElementAt(index)]
            : rooms.InPlaceCalls.Apply(at, function!, [first.ElementAt(index), second.ElementAt(index)]))
        {
            MayWrite = selector is not null && rooms.QueryEffects.MayWriteMemory(selector),
        };
    }

    private Sequence? Part(Sequence? source, IOperation count, bool isTaken)
    {
        if (source is not { Keeps: null } || (source.MayWrite && !isTaken))
        {
            return null;
        }

        Value none = state.Block.Constant(0);
        Value atMost = rooms.Arithmetic.Apply("Min", IrType.Int, null, rooms.Expressions.Evaluate(count), source.Length);
        Value number = rooms.Arithmetic.Apply("Max", IrType.Int, null, atMost, none);
        return isTaken
            ? source with { Length = number, IsMemory = false }
            : source with
            {
                Length = rooms.Arithmetic.Compute(Opcode.Subtract, IrType.Int, null, source.Length, number),
                ElementAt = index => source.ElementAt(rooms.Arithmetic.Compute(Opcode.Add, IrType.Int, null, number, index)),
                IsMemory = false,
            };
    }

    /// <summary>What makes the elements of a query; null, reported, where it does more than that.</summary>
    private Function? PureFunctionOf(IOperation selector)
    {
        if (rooms.QueryEffects.Assigns(selector))
        {
            faults.ReportUnsupported(selector.Syntax, "A query that changes variables when its elements are computed", "Write it as a loop over the elements");
            return null;
        }

        return FunctionOf(selector);
    }

    /// <summary>What a selector is; null, reported, where that is not known.</summary>
    public Function? FunctionOf(IOperation selector)
    {
        Function? function = rooms.Functions.FunctionOf(selector, state.Frame);
        if (function is NamedMethod { Symbol: var method } && MethodBody.Source(method, state.Translation) is null && ElementaryCall.Find(method) is not { HasDerivative: true })
        {
            faults.ReportUnsupported(selector.Syntax, $"The method '{CSharpNames.Short(method)}' in a query", "Call it in a lambda: 'x => …(x)'");
            return null;
        }

        return function;
    }
}
