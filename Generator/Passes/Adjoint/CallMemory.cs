using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;
using StaticAd.Generator.Passes.Calls;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>
/// Gives the reverse of a call the memory that the call has seen: as it is where nobody has written to it since, else from copies
/// on the tape.
/// </summary>
internal sealed class CallMemory(Call call, ReversalContext context, Scope scope, LoopNest nest, BlockBuilder before, BlockBuilder after)
{
    private readonly Dictionary<int, Value> _lengths = [];
    private readonly Dictionary<int, Value> _unchanged = [];

    /// <summary>Operations right before the call in the forward sweep.</summary>
    public BlockBuilder Before => before;

    /// <summary>Memory that holds what an input held at the call; not to be written.</summary>
    public Value Unchanged(Value buffer, BlockBuilder reverse)
    {
        if (IsThere(buffer))
        {
            return buffer;
        }

        if (!_unchanged.TryGetValue(buffer.Id, out Value copy))
        {
            _unchanged.Add(buffer.Id, copy = CopyBefore(buffer, reverse));
        }

        return copy;
    }

    /// <summary>Memory of the reverse's own with what a buffer held before the call.</summary>
    public Value CopyBefore(Value buffer, BlockBuilder reverse) => Saved(buffer, before, reverse);

    /// <summary>Memory of the reverse's own with what a buffer held after the call.</summary>
    public Value CopyAfter(Value buffer, BlockBuilder reverse) =>
        IsThere(buffer) ? reverse.CopyOf(buffer, buffer.Name) : Saved(buffer, after, reverse);

    /// <summary>Memory that holds what a buffer held after the call; not to be written.</summary>
    public Value UnchangedAfter(Value buffer, BlockBuilder reverse) => IsThere(buffer) ? buffer : Saved(buffer, after, reverse);

    /// <summary>Memory as long as a buffer of the call, whatever it holds; not to be written.</summary>
    public Value OfLength(Value buffer, BlockBuilder reverse) => IsNamed(buffer) ? buffer : Scratch(buffer, reverse);

    /// <summary>New zeroed memory of the reverse's own, as long as a buffer of the call.</summary>
    public Value Scratch(Value buffer, BlockBuilder reverse, string? name = null) =>
        reverse.NewBuffer(Buffers.ElementOf(buffer), LengthOf(buffer), zeroed: true, name);

    // Saved as a number where the reverse cannot name the buffer.
    private Value LengthOf(Value buffer)
    {
        if (!_lengths.TryGetValue(buffer.Id, out Value length))
        {
            _lengths.Add(buffer.Id, length = before.Length(buffer));
        }

        return length;
    }

    private bool IsNamed(Value buffer) =>
        context.Memory.AllocationOf(context.Memory.Root(buffer)) is not { } allocation || context.Order.IsAtTopOf(scope.Extent, allocation);

    private bool IsThere(Value buffer) => IsNamed(buffer)
        && context.Memory.IsUnchangedUntilEnd(call, buffer, scope.Extent);

    private Value Saved(Value buffer, BlockBuilder forward, BlockBuilder reverse)
    {
        Value length = LengthOf(buffer);
        BufferSlot slot = nest.NewSlot(buffer, context.Memory);
        slot.Save(buffer, length, forward);
        return slot.Restore(buffer, length, reverse);
    }
}

/// <summary>Where the tape holds the content of one buffer in each iteration.</summary>
internal abstract record BufferSlot
{
    /// <summary>Saves the content, in the forward sweep.</summary>
    public abstract void Save(Value buffer, Value length, BlockBuilder forward);

    /// <summary>Finds the content of the same iteration, in the backward sweep, as memory that it may change.</summary>
    public abstract Value Restore(Value buffer, Value length, BlockBuilder backward);

    /// <summary>A part of a long buffer.</summary>
    /// <param name="Longest">No content is longer.</param>
    public sealed record Part(Value Whole, Value Longest, LoopNest Nest) : BufferSlot
    {
        public override void Save(Value buffer, Value length, BlockBuilder forward) =>
            forward.Append(new Copy(buffer, PartOf(buffer, length, forward)));

        public override Value Restore(Value buffer, Value length, BlockBuilder backward) => PartOf(buffer, length, backward);

        private Value PartOf(Value buffer, Value length, BlockBuilder builder)
        {
            Value start = Nest.IsLoop ? builder.Multiply(Nest.Ordinal(builder), Longest) : builder.Constant(0);
            Value part = builder.Values.New(Whole.Type, buffer.Name);
            builder.Append(new View(part, Whole, start, length));
            return part;
        }
    }

    /// <summary>Element by element on a stack.</summary>
    public sealed record OnStack(Value Stack) : BufferSlot
    {
        public override void Save(Value buffer, Value length, BlockBuilder forward) =>
            forward.ForEach(length, (body, index) => body.Append(new Push(Stack, body.Load(buffer, index))));

        public override Value Restore(Value buffer, Value length, BlockBuilder backward)
        {
            Value restored = backward.NewBuffer(Buffers.ElementOf(buffer), length, zeroed: false, buffer.Name);
            Value index = backward.Values.New(IrType.Int, "i"), popped = backward.Values.New(Buffers.ElementOf(buffer));
            BlockBuilder body = backward.Nested();
            body.Append(new Pop(popped, Stack));
            body.Append(new Store(restored, index, popped));
            Value last = backward.Subtract(length, backward.Constant(1));
            backward.Append(new For([], index, last, backward.Constant(-1), -1, [], body.Finish([])));
            return restored;
        }
    }
}
