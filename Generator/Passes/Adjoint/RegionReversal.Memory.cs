using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Adjoint;

internal sealed partial class RegionReversal
{
    private void ReverseMemory(Operation operation)
    {
        switch (operation)
        {
            case Load load when context.Activity.IsActive(load.Result) && adjoints.Get(load.Result) is { } cotangent:
                reverse.Append(new Accumulate(context.Shadow(load.Buffer, reverse), load.Index, cotangent));
                break;
            case Store store when context.Activity.IsActive(store.Buffer):
                ReverseStore(store);
                break;
            case Accumulate accumulate when context.Activity.IsActive(accumulate.Buffer) && context.Activity.IsActive(accumulate.Addend):
                adjoints.Add(accumulate.Addend, reverse.Load(context.Shadow(accumulate.Buffer, reverse), accumulate.Index), reverse);
                break;
            case Fill fill when context.Activity.IsActive(fill.Buffer):
                ReverseFill(fill);
                break;
            case Copy copy when context.Activity.IsActive(copy.Destination):
                ReverseCopy(copy);
                break;
            case Push or Pop:
                ReverseStack(operation);
                break;
        }
    }

    // The old content does not reach the outputs any more: its cotangent is zero.
    private void ReverseStore(Store store)
    {
        Value shadow = context.Shadow(store.Buffer, reverse);
        if (context.Activity.IsActive(store.Stored))
        {
            adjoints.Add(store.Stored, reverse.Load(shadow, store.Index), reverse);
        }

        reverse.Append(new Store(shadow, store.Index, reverse.Constant(0, store.Stored.Type)));
    }

    private void ReverseFill(Fill fill)
    {
        Value shadow = context.Shadow(fill.Buffer, reverse);
        Value zero = reverse.Constant(0, fill.Stored.Type);
        if (context.Activity.IsActive(fill.Stored))
        {
            Value entry = context.Values.New(fill.Stored.Type, "sum"), total = context.Values.New(fill.Stored.Type, "sum");
            BlockBuilder body = reverse.Nested();
            Value index = context.Values.New(IrType.Int, "i");
            Block step = body.Finish([body.Add(entry, body.Load(shadow, index), "sum")], [entry]);
            reverse.Append(new For([total], index, reverse.Constant(0), reverse.Length(shadow), 1, [zero], step));
            adjoints.Add(fill.Stored, total, reverse);
        }

        reverse.Append(new Fill(shadow, zero));
    }

    private void ReverseCopy(Copy copy)
    {
        Value shadow = context.Shadow(copy.Destination, reverse);
        IrType element = ((BufferType)shadow.Type).Element;
        Value count = reverse.Length(copy.Source);
        Value written = context.Values.New(((BufferType)shadow.Type) with { Kind = BufferKind.Span }, "written");
        reverse.Append(new View(written, shadow, reverse.Constant(0), count));
        if (!context.Activity.IsActive(copy.Source))
        {
            reverse.Append(new Fill(written, reverse.Constant(0, element)));
            return;
        }

        // The cotangents leave the destination before they enter the source: the two may be parts of one buffer.
        Value moved = written;
        if (context.Memory.Root(copy.Source).Equals(context.Memory.Root(copy.Destination)))
        {
            moved = context.Values.New(new BufferType(element, BufferKind.Span), "moved");
            reverse.Append(new Allocate(moved, count, Storage.Local, Zeroed: false));
            reverse.Append(new Copy(written, moved));
            reverse.Append(new Fill(written, reverse.Constant(0, element)));
            AccumulateAll(moved, context.Shadow(copy.Source, reverse), count);
            return;
        }

        AccumulateAll(moved, context.Shadow(copy.Source, reverse), count);
        reverse.Append(new Fill(written, reverse.Constant(0, element)));
    }

    private void AccumulateAll(Value source, Value target, Value count) =>
        reverse.ForEach(count, (body, index) => body.Append(new Accumulate(target, index, body.Load(source, index))));
}
