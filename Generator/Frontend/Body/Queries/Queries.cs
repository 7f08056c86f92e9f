using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>What queries make of a sequence: one loop over its elements, in which they are computed.</summary>
internal sealed class Queries(BodyState state, Rooms rooms)
{
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
            case ("Count", [var source]):
                return rooms.Sequences.Of(source) is { MayWrite: false } counted ? [counted.Length] : null;
            case ("ToArray", [var source]) when TypeMap.Buffer(method.ReturnType) is { } type:
                return rooms.Sequences.Of(source) is { } copied ? [Listed(call, copied, type)] : null;
            default:
                return null;
        }
    }

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
            ? new Sequence(function.Symbol.ReturnType, sequence.Length, sequence.Memory, index => rooms.InPlaceCalls.Apply(call, function, [sequence.ElementAt(index)]))
            : null;
    }

    // The library adds up 'float' in 'double'.
    private Value Sum(IInvocationOperation call, Sequence numbers) =>
        rooms.Conversions.Convert(Total(call, numbers, 0), TypeMap.Scalar(call.TargetMethod.ReturnType)!, null);

    private Value Total(IInvocationOperation call, Sequence numbers, double start)
    {
        Variable total = Start("sum", IrType.Double, state.Block.Constant(start, IrType.Double));
        Each(call, numbers, [total], index =>
        {
            Value number = rooms.Conversions.Convert(numbers.ElementAt(index)[0], IrType.Double, null);
            state.Environment[total] = rooms.Arithmetic.Compute(Opcode.Add, IrType.Double, "sum", state.Environment[total]!, number);
        });
        return state.Environment[total]!;
    }

    // Of a query, the library starts from the first number: -0 stays what it is.
    private Value Average(IInvocationOperation call, Sequence numbers)
    {
        RequireAny(numbers);
        Value count = rooms.Conversions.Convert(numbers.Length, IrType.Double, null);
        Value mean = rooms.Arithmetic.Compute(Opcode.Divide, IrType.Double, null, Total(call, numbers, numbers.IsMemory ? 0.0 : -0.0), count);
        return rooms.Conversions.Convert(mean, TypeMap.Scalar(call.TargetMethod.ReturnType)!, null);
    }

    /// <summary>The first of the largest or smallest numbers; NaN is smaller than any, as the library has it.</summary>
    private Value Extreme(IInvocationOperation call, Sequence numbers)
    {
        RequireAny(numbers);
        bool isLargest = call.TargetMethod.Name == "Max";
        IrType type = TypeMap.Scalar(numbers.Element)!;
        Variable best = Start(isLargest ? "largest" : "smallest", type, state.Zero(type));
        Each(call, numbers, [best], index =>
        {
            Value number = numbers.ElementAt(index)[0], before = state.Environment[best]!;
            Value isBetter = rooms.Arithmetic.Compare(isLargest ? Opcode.Greater : Opcode.Less, number, before);
            Value isNaN = rooms.Arithmetic.Apply("IsNaN", IrType.Bool, null, isLargest ? before : number);
            Value isFirst = rooms.Arithmetic.Compare(Opcode.Equal, index, state.Block.Constant(0));
            Value either = Or(Or(isFirst, isBetter), isNaN);
            state.Environment[best] = UnknownType.Is(either) ? state.Unknown() : rooms.Branches.Choose(either, () => [number], () => [before], [best])[0];
        });
        return state.Environment[best]!;
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
        Variable[] folded = [.. leaves.Select((leaf, i) => Start("folded", leaf.Type, first[i]))];
        Each(call, sequence, folded, index =>
        {
            Value[] before = [.. folded.Select(variable => state.Environment[variable]!)];
            Value[] after = rooms.InPlaceCalls.Apply(call, step, [before, sequence.ElementAt(index)]);
            for (int i = 0; i < folded.Length; i++)
            {
                state.Environment[folded[i]] = rooms.Conversions.Convert(after[i], folded[i].Type, null);
            }
        });
        return [.. folded.Select(variable => state.Environment[variable]!)];
    }

    private Value Listed(IInvocationOperation call, Sequence sequence, BufferType type)
    {
        Value array = rooms.Allocations.NewBuffer(type.Element, BufferKind.Array, sequence.Length, null);
        if (!UnknownType.Is(array))
        {
            Each(call, sequence, [], index => rooms.Contents.Write(
                new Store(array, index, rooms.Conversions.Convert(sequence.ElementAt(index)[0], type.Element, null)), call.Syntax));
        }

        return array;
    }

    private Variable Start(string name, IrType type, Value value)
    {
        Variable variable = state.NewVariable(name, type);
        state.Environment[variable] = value;
        return variable;
    }

    private void RequireAny(Sequence sequence)
    {
        if (UnknownType.Is(sequence.Length))
        {
            return;
        }

        Value isEmpty = rooms.Arithmetic.Compare(Opcode.Equal, sequence.Length, state.Block.Constant(0));
        rooms.Throws.ThrowIf(isEmpty, () =>
        {
            string exception = rooms.Sequences.NameOf(typeof(InvalidOperationException));
            state.Block.Append(new StatementText().Add($"throw new {exception}(\"Sequence contains no elements\")").Finish(always: true));
            return Exits.Thrown;
        });
    }

    /// <summary>A counted loop over a sequence, which carries its own variables beside those that lambdas assign.</summary>
    private void Each(IInvocationOperation call, Sequence sequence, Variable[] own, Action<Value> body)
    {
        if (!UnknownType.Is(sequence.Length))
        {
            rooms.Rebinding.Walking(sequence.Memory, () => Loop(call, sequence, own, body));
        }
    }

    private Exits Loop(IInvocationOperation call, Sequence sequence, Variable[] own, Action<Value> body)
    {
        var exits = new LoopExits(null, state.NewVariable(null, IrType.Bool), []);
        rooms.Carrying.Count(sequence.Length, [call], [.. rooms.Carrying.Carry([call], exits), .. own], body);
        return Exits.None;
    }
}
