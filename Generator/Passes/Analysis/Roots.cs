using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Analysis;

/// <summary>The memory that each buffer of a finished body is a view of, and what single operations do to it.</summary>
internal sealed class Roots
{
    private readonly Dictionary<int, Value> _parents = [];
    private readonly Dictionary<int, Value> _wholes = [];

    public Roots(Block body)
    {
        foreach (View view in body.AllOperations().OfType<View>())
        {
            _parents[view.Result.Id] = view.Buffer;
            if (view is { Start: null, Count: null })
            {
                _wholes[view.Result.Id] = view.Buffer;
            }
        }
    }

    /// <summary>Whether both are the same elements, be it under another type.</summary>
    public bool AreSame(Value left, Value right) => Whole(left) == Whole(right);

    private int Whole(Value buffer)
    {
        while (_wholes.TryGetValue(buffer.Id, out Value? whole))
        {
            buffer = whole;
        }

        return buffer.Id;
    }

    /// <summary>The parameter or allocation whose memory the buffer is.</summary>
    public Value Of(Value buffer)
    {
        while (_parents.TryGetValue(buffer.Id, out Value? parent))
        {
            buffer = parent;
        }

        return buffer;
    }

    /// <summary>Whether the operation itself, not its regions, writes to the buffer's root. A call may write what it is given.</summary>
    public bool Writes(Operation operation, Value buffer) => operation switch
    {
        { WrittenBuffer: { } written } => Share(written, buffer),
        Call call => call.Arguments.Any(argument => Share(argument, buffer)),
        _ => false,
    };

    /// <summary>Whether the operation itself reads from the buffer's root; an accumulation does.</summary>
    public bool Reads(Operation operation, Value buffer) => operation switch
    {
        Load load => Share(load.Buffer, buffer),
        Accumulate accumulate => Share(accumulate.Buffer, buffer),
        Copy copy => Share(copy.Source, buffer),
        Freeze freeze => Share(freeze.Source, buffer),
        Call call => call.Arguments.Any(argument => Share(argument, buffer)),
        _ => false,
    };

    public bool Touches(Operation operation, Value buffer) => Writes(operation, buffer) || Reads(operation, buffer);

    private bool Share(Value left, Value right) => left.Type is BufferType && Of(left).Id == Of(right).Id;
}
