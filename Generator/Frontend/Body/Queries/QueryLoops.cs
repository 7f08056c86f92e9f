using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>The loop that a query becomes, over those of its elements that are kept.</summary>
internal sealed class QueryLoops(BodyState state, Rooms rooms)
{
    /// <summary>A loop that carries variables of its own beside those that lambdas assign.</summary>
    /// <param name="step">What the own variables are after the element of an index.</param>
    public void Each(IInvocationOperation call, Sequence sequence, Variable[] own, Func<Value, Value[]> step)
    {
        if (!UnknownType.Is(sequence.Length))
        {
            rooms.Rebinding.Walking(sequence.Memory, () => Loop(call, sequence, own, step));
        }
    }

    /// <summary>How many elements there are.</summary>
    public Value Count(IInvocationOperation call, Sequence sequence)
    {
        if (sequence.Keeps is null)
        {
            return sequence.Length;
        }

        Variable count = Start("count", IrType.Int, state.Block.Constant(0));
        Each(call, sequence, [count], _ => [Next(count)]);
        return state.Environment[count]!;
    }

    /// <summary>Whether there is an element; none is asked for after the first that is kept.</summary>
    public Value Any(IInvocationOperation call, Sequence sequence)
    {
        if (sequence.Keeps is not { } keeps)
        {
            return rooms.Arithmetic.Compare(Opcode.Greater, sequence.Length, state.Block.Constant(0));
        }

        Variable found = Start("found", IrType.Bool, state.Block.Constant(0, IrType.Bool));
        Each(call, sequence with { Keeps = null }, [found], index => rooms.Branches.Choose(
            state.Environment[found]!, () => [state.Block.Constant(1, IrType.Bool)], () => [keeps(index)], [found]));
        return state.Environment[found]!;
    }

    /// <summary>One more than a number.</summary>
    public Value Next(Variable number) => rooms.Arithmetic.Compute(Opcode.Add, IrType.Int, null, state.Environment[number]!, state.Block.Constant(1));

    public Variable Start(string name, IrType type, Value value)
    {
        Variable variable = state.NewVariable(name, type);
        state.Environment[variable] = value;
        return variable;
    }

    /// <summary>Throws as the library does where there are no elements.</summary>
    public void RequireAny(Value count)
    {
        if (UnknownType.Is(count))
        {
            return;
        }

        Value isEmpty = rooms.Arithmetic.Compare(Opcode.Equal, count, state.Block.Constant(0));
        rooms.Throws.ThrowIf(isEmpty, () =>
        {
            string exception = rooms.Sequences.NameOf(typeof(InvalidOperationException));
            state.Block.Append(new StatementText().Add($"throw new {exception}(\"Sequence contains no elements\")").Finish(always: true));
            return Exits.Thrown;
        });
    }

    private Exits Loop(IInvocationOperation call, Sequence sequence, Variable[] own, Func<Value, Value[]> step)
    {
        var exits = new LoopExits(null, state.NewVariable(null, IrType.Bool), []);
        rooms.Carrying.Count(sequence.Length, [call], [.. rooms.Carrying.Carry([call], exits), .. own], index =>
        {
            Value[] after = sequence.Keeps is { } keeps ? IfKept(keeps(index), own, () => step(index)) : step(index);
            for (int i = 0; i < own.Length; i++)
            {
                state.Environment[own[i]] = after[i];
            }
        });
        return Exits.None;
    }

    private Value[] IfKept(Value isKept, Variable[] own, Func<Value[]> step) => UnknownType.Is(isKept)
        ? [.. own.Select(_ => state.Unknown())]
        : rooms.Branches.Choose(isKept, step, () => [.. own.Select(variable => state.Environment[variable]!)], own);
}
