using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Families;

/// <summary>The loop over a batch: interleaves some groups, has their sum and gradients computed, and lays the gradients where they belong.</summary>
internal sealed class GroupsLoop(
    SummedBatch batch, GeneratedMethod part, IReadOnlyList<(Parameter View, string Member)> sides, IReadOnlyList<InterleavedInput> inputs, RuntimeCalls calls)
{
    private readonly BufferType _memory = new(batch.Element, BufferKind.Span);

    /// <summary>Appends the loop; returns the sum over the batch.</summary>
    /// <param name="matrices">How many are done at a time.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="size">How many numbers each adds to the sum.</param>
    public Value Append(BlockBuilder body, Value matrices, Value count, Value size)
    {
        ValueSource values = body.Values;
        (InterleavedInput Input, Value Groups, Value? Gradient)[] memory = [.. inputs.Select(input => (
            input,
            Allocate(body, input, input.View.Name + "Groups", matrices),
            input.Gradient is { } gradient ? Allocate(body, input, gradient.Name + "Groups", matrices) : null))];

        Value First() => values.New(IrType.Int, "first");
        Value Sum() => values.New(batch.Element, batch.IsNorm ? "squares" : "sum");
        (Value testedFirst, Value testedSum, Value first, Value sum, Value total) = (First(), Sum(), First(), Sum(), Sum());
        BlockBuilder test = body.Nested(), step = body.Nested();
        Value goesOn = test.Compare(Opcode.Less, testedFirst, count);
        Value next = calls.Ask(step, "Interleaving.Next<>", IrType.Int, "next", first, count, matrices);
        Value part = Groups(step, memory, first, next, count, size);
        Value[] carried = [step.Add(first, next, "first"), step.Add(sum, part, sum.Name)];
        Value[] start = [body.Constant(0), body.Constant(0, batch.Element)];
        body.Append(new While(
            [First(), total], [.. start], test.Finish([goesOn, testedFirst, testedSum], [testedFirst, testedSum]), step.Finish(carried, [first, sum])));
        return total;
    }

    private Value Allocate(BlockBuilder body, InterleavedInput input, string name, Value matrices)
    {
        Value memory = body.Values.New(_memory, name);
        body.Append(new Allocate(memory, body.Multiply(matrices, input.Size), Storage.Arena, Zeroed: false));
        return memory;
    }

    private Value Groups(
        BlockBuilder body, (InterleavedInput Input, Value Groups, Value? Gradient)[] memory, Value first, Value next, Value count, Value size)
    {
        var given = new Dictionary<int, Value>();
        var written = new List<(Value Gradient, InterleavedInput Input)>();
        foreach ((InterleavedInput input, Value groups, Value? gradient) in memory)
        {
            Value length = body.Multiply(next, input.Size);
            Value read = Part(body, groups, length);
            calls.Do(body, "Interleaving.Read<>", input.View.Value!, first, input.Size, read);
            given[input.View.Value!.Id] = read;
            if (gradient is not null)
            {
                Value target = Part(body, gradient, length);
                given[input.Gradient!.Value!.Id] = target;
                written.Add((target, input));
            }
        }

        Value sum = body.Values.New(batch.Element);
        body.Append(new Call([sum], part.Name, [.. Arguments(given, next, first, count, size)]));
        foreach ((Value gradient, InterleavedInput input) in written)
        {
            calls.Do(body, "Interleaving.Write<>", gradient, first, count, input.Size, input.Gradient!.Value!);
        }

        return sum;
    }

    private Value Part(BlockBuilder body, Value memory, Value length)
    {
        Value part = body.Values.New(_memory, memory.Name + "Part");
        body.Append(new View(part, memory, body.Constant(0), length));
        return part;
    }

    private IEnumerable<Value> Arguments(Dictionary<int, Value> given, Value next, Value first, Value count, Value size)
    {
        var lengths = new Queue<Value>(sides.Select(side =>
        {
            InterleavedInput input = inputs.First(input => input.View == side.View);
            return input.Sides[side.Member == "Rows" ? 0 : 1];
        }).Concat([next, first, count, size]));
        return part.Parameters.Select(parameter => given.TryGetValue(parameter.Value!.Id, out Value memory) ? memory : lengths.Dequeue());
    }
}
