using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>What queries make of a sequence: one loop over its elements, in which they are computed.</summary>
internal sealed class Queries(BodyState state, Rooms rooms)
{
    private readonly QueryLoops _loops = new(state, rooms);

    /// <summary>What a query gives that is no sequence itself; null where it is not supported.</summary>
    public Value[]? Invoke(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        IOperation[] arguments = [.. call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value)];
        switch (method.Name, arguments)
        {
            case ("Sum" or "Average" or "Max" or "Min", { Length: <= 2 }) when OfNumbers(call, arguments[0], arguments.ElementAtOrDefault(1)) is { } numbers:
                return [OfAll(call, numbers)];
            case ("Aggregate", [var source, var seed, var step]) when rooms.Sequences.FunctionOf(step) is { } function:
                return rooms.Sequences.Of(source) is { } folded ? Fold(call, folded, seed, function) : null;
            case ("Count", { Length: <= 2 }):
                return Kept(call, arguments) is { MayWrite: false } counted ? [_loops.Count(call, counted)] : null;
            case ("Any", { Length: <= 2 }):
                return Kept(call, arguments) is { MayWrite: false } found ? [_loops.Any(call, found)] : null;
            case ("All", [var source, var predicate]):
                return rooms.Sequences.Where(call, rooms.Sequences.Of(source), predicate, isKept: false) is { } others ? [Not(_loops.Any(call, others))] : null;
            case ("First" or "Last", [var source]):
                return rooms.Sequences.Of(source) is { MayWrite: false, Keeps: null } all ? AtEnd(all, isFirst: method.Name == "First") : null;
            case ("ToArray", [var source]) when TypeMap.Buffer(method.ReturnType) is { } type:
                // What is left is counted before it is computed, which must not change what is left.
                return rooms.Sequences.Of(source) is { } copied and not { Keeps: not null, MayWrite: true } ? [Listed(call, copied, type)] : null;
            default:
                return null;
        }
    }

    private Sequence? Kept(IInvocationOperation call, IOperation[] arguments) => arguments.Length == 1
        ? rooms.Sequences.Of(arguments[0]) : rooms.Sequences.Where(call, rooms.Sequences.Of(arguments[0]), arguments[1]);

    private Value[] AtEnd(Sequence sequence, bool isFirst)
    {
        _loops.RequireAny(sequence.Length);
        return UnknownType.Is(sequence.Length) ? [state.Unknown()]
            : sequence.ElementAt(isFirst ? state.Block.Constant(0) : rooms.Arithmetic.Compute(Opcode.Subtract, IrType.Int, null, sequence.Length, state.Block.Constant(1)));
    }

    private Value Not(Value condition) => UnknownType.Is(condition) ? condition : rooms.Arithmetic.Compute(Opcode.Not, IrType.Bool, null, condition);

    private Value OfAll(IInvocationOperation call, Sequence numbers) => call.TargetMethod.Name switch
    {
        "Sum" => Sum(call, numbers),
        "Average" => Average(call, numbers),
        _ => Extreme(call, numbers),
    };

    /// <summary>The numbers of which a sum or the like is taken, in the type of the result.</summary>
    private Sequence? OfNumbers(IInvocationOperation call, IOperation source, IOperation? selector)
    {
        IrType? type = TypeMap.Scalar(call.TargetMethod.ReturnType);
        if (type is not ScalarType { Kind: ScalarKind.Double or ScalarKind.Float } || rooms.Sequences.Of(source) is not { } sequence)
        {
            return null;
        }

        if (selector is null)
        {
            return type.Equals(TypeMap.Scalar(sequence.Element)) ? sequence : null;
        }

        return rooms.Sequences.FunctionOf(selector) is { } function && type.Equals(TypeMap.Scalar(function.Symbol.ReturnType))
            ? sequence with { Element = function.Symbol.ReturnType, ElementAt = index => rooms.InPlaceCalls.Apply(call, function, [sequence.ElementAt(index)]), IsMemory = false }
            : null;
    }

    // The library adds up 'float' in 'double'.
    private Value Sum(IInvocationOperation call, Sequence numbers) =>
        rooms.Conversions.Convert(Total(call, numbers, 0).Sum, TypeMap.Scalar(call.TargetMethod.ReturnType)!, null);

    private (Value Sum, Value Count) Total(IInvocationOperation call, Sequence numbers, double start)
    {
        Variable total = _loops.Start("sum", IrType.Double, state.Block.Constant(start, IrType.Double));
        Variable? count = numbers.Keeps is null ? null : _loops.Start("count", IrType.Int, state.Block.Constant(0));
        _loops.Each(call, numbers, count is null ? [total] : [total, count], index =>
        {
            Value number = rooms.Conversions.Convert(numbers.ElementAt(index)[0], IrType.Double, null);
            Value sum = rooms.Arithmetic.Compute(Opcode.Add, IrType.Double, "sum", state.Environment[total]!, number);
            return count is null ? [sum] : [sum, _loops.Next(count)];
        });
        return (state.Environment[total]!, count is null ? numbers.Length : state.Environment[count]!);
    }

    // Of a query, the library starts from the first number: -0 stays what it is.
    private Value Average(IInvocationOperation call, Sequence numbers)
    {
        if (numbers.Keeps is null)
        {
            _loops.RequireAny(numbers.Length);
        }

        (Value sum, Value count) = Total(call, numbers, numbers.IsMemory ? 0.0 : -0.0);
        if (numbers.Keeps is not null)
        {
            _loops.RequireAny(count);
        }

        Value mean = rooms.Arithmetic.Compute(Opcode.Divide, IrType.Double, null, sum, rooms.Conversions.Convert(count, IrType.Double, null));
        return rooms.Conversions.Convert(mean, TypeMap.Scalar(call.TargetMethod.ReturnType)!, null);
    }

    /// <summary>The first of the largest or smallest numbers; NaN is smaller than any, as the library has it.</summary>
    private Value Extreme(IInvocationOperation call, Sequence numbers)
    {
        bool isLargest = call.TargetMethod.Name == "Max", areAll = numbers.Keeps is null;
        IrType type = TypeMap.Scalar(numbers.Element)!;
        if (areAll)
        {
            _loops.RequireAny(numbers.Length);
        }

        Variable best = _loops.Start(isLargest ? "largest" : "smallest", type, state.Zero(type));
        Variable? count = areAll ? null : _loops.Start("count", IrType.Int, state.Block.Constant(0));
        _loops.Each(call, numbers, count is null ? [best] : [best, count], index =>
        {
            Value isFirst = rooms.Arithmetic.Compare(Opcode.Equal, count is null ? index : state.Environment[count]!, state.Block.Constant(0));
            Value better = Better(numbers.ElementAt(index)[0], best, isFirst, isLargest);
            return count is null ? [better] : [better, _loops.Next(count)];
        });
        if (count is not null)
        {
            _loops.RequireAny(state.Environment[count]!);
        }

        return state.Environment[best]!;
    }

    private Value Better(Value number, Variable best, Value isFirst, bool isLargest)
    {
        Value before = state.Environment[best]!;
        Value isBetter = rooms.Arithmetic.Compare(isLargest ? Opcode.Greater : Opcode.Less, number, before);
        Value isNaN = rooms.Arithmetic.Apply("IsNaN", IrType.Bool, null, isLargest ? before : number);
        Value either = Or(Or(isFirst, isBetter), isNaN);
        return UnknownType.Is(either) ? state.Unknown() : rooms.Branches.Choose(either, () => [number], () => [before], [best])[0];
    }

    private Value Or(Value left, Value right) => rooms.Arithmetic.Compute(Opcode.Or, IrType.Bool, null, left, right);

    private Value[] Fold(IInvocationOperation call, Sequence sequence, IOperation seed, Function step)
    {
        IReadOnlyList<Leaf>? leaves = Structs.Leaves(call.TargetMethod.ReturnType);
        if (leaves is null || leaves.Any(leaf => leaf.Type is not (ScalarType or OpaqueType)))
        {
            return [state.Unknown()];
        }

        Value[] first = rooms.Expressions.EvaluateAll(seed, []);
        Variable[] folded = [.. leaves.Select((leaf, i) => _loops.Start("folded", leaf.Type, first[i]))];
        _loops.Each(call, sequence, folded, index =>
        {
            Value[] before = [.. folded.Select(variable => state.Environment[variable]!)];
            Value[] after = rooms.InPlaceCalls.Apply(call, step, [before, sequence.ElementAt(index)]);
            return [.. folded.Select((variable, i) => rooms.Conversions.Convert(after[i], variable.Type, null))];
        });
        return [.. folded.Select(variable => state.Environment[variable]!)];
    }

    private Value Listed(IInvocationOperation call, Sequence sequence, BufferType type)
    {
        Value array = rooms.Allocations.NewBuffer(type.Element, BufferKind.Array, _loops.Count(call, sequence), null);
        if (UnknownType.Is(array))
        {
            return array;
        }

        Variable? position = sequence.Keeps is null ? null : _loops.Start("position", IrType.Int, state.Block.Constant(0));
        _loops.Each(call, sequence, position is null ? [] : [position], index =>
        {
            Value at = position is null ? index : state.Environment[position]!;
            rooms.Contents.Write(new Store(array, at, rooms.Conversions.Convert(sequence.ElementAt(index)[0], type.Element, null)), call.Syntax);
            return position is null ? [] : [_loops.Next(position)];
        });
        return array;
    }
}
