using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Analysis;

/// <summary>
/// Which memory each buffer value stands for, and where that memory is written. Every buffer is a parameter, an allocation or
/// a symbol, or a view of one: its root. Different roots never overlap: what a method writes is checked on entry.
/// </summary>
internal sealed class Memory
{
    private readonly Dictionary<int, View> _views = [];
    private readonly Dictionary<int, List<Operation>> _writes = [];
    private readonly Dictionary<int, List<Operation>> _reads = [];
    private readonly Dictionary<int, Allocate> _allocations = [];
    private readonly Dictionary<int, Value> _lengths = [];
    private readonly Dictionary<int, double> _numbers = [];
    private readonly Dictionary<int, Value> _frozen = [];
    private readonly HashSet<int> _lost = [];
    private readonly ProgramOrder _order;
    private readonly CallGraph _calls;

    /// <param name="lost">Memory whose contents nobody answers for once the whole body has run.</param>
    public Memory(Block body, ProgramOrder order, CallGraph calls, IEnumerable<Value>? lost = null)
    {
        _order = order;
        _lost.UnionWith((lost ?? []).Select(root => root.Id));
        _calls = calls;
        foreach (Operation operation in body.AllOperations())
        {
            Note(operation);
        }
    }

    /// <summary>The parameter, allocation or symbol whose memory the buffer is.</summary>
    public Value Root(Value buffer)
    {
        while (_views.TryGetValue(buffer.Id, out View? view))
        {
            buffer = view.Buffer;
        }

        return buffer;
    }

    /// <summary>The root whose derivative memory belongs to the buffer: that of frozen memory is its source's.</summary>
    public Value DerivativeRoot(Value buffer)
    {
        while (true)
        {
            if (_frozen.TryGetValue(buffer.Id, out Value? source))
            {
                buffer = source;
            }
            else if (_views.TryGetValue(buffer.Id, out View? view))
            {
                buffer = view.Buffer;
            }
            else
            {
                return buffer;
            }
        }
    }

    /// <summary>What the buffer is a frozen copy of; null if it is none.</summary>
    public Value? FrozenFrom(Value buffer) => _frozen.TryGetValue(buffer.Id, out Value? source) ? source : null;

    /// <summary>The view that defines a buffer; null for a root.</summary>
    public View? ViewOf(Value buffer) => _views.TryGetValue(buffer.Id, out View? view) ? view : null;

    public Allocate? AllocationOf(Value root) => _allocations.TryGetValue(root.Id, out Allocate? found) ? found : null;

    public bool IsZero(Value value) => NumberOf(value) == 0;

    /// <summary>The number that a value is, if it is a constant.</summary>
    public double? NumberOf(Value value) => _numbers.TryGetValue(value.Id, out double number) ? number : null;

    /// <summary>Whether a value is the number of elements of a buffer.</summary>
    public bool IsLengthOf(Value value, Value buffer) => _lengths.TryGetValue(value.Id, out Value? measured) && measured.Equals(buffer);

    public IReadOnlyList<Operation> WritesTo(Value root) => _writes.TryGetValue(root.Id, out List<Operation>? list) ? list : [];

    public IReadOnlyList<Operation> ReadsOf(Value root) => _reads.TryGetValue(root.Id, out List<Operation>? list) ? list : [];

    /// <summary>
    /// Whether the memory that <paramref name="reader"/> reads through <paramref name="buffer"/> still holds the same at the end
    /// of <paramref name="scope"/>, so that reading again finds the same value.
    /// </summary>
    public bool IsUnchangedUntilEnd(Operation reader, Value buffer, Span scope)
    {
        Value root = Root(buffer);
        if (_lost.Contains(root.Id) && scope.Equals(_order.Whole))
        {
            return false;
        }

        int position = _order.PositionOf(reader);
        if (AllocationOf(root) is { } allocation)
        {
            int allocated = _order.PositionOf(allocation);
            if (scope.Contains(allocated) && _order.IsInLoop(allocated, scope))
            {
                return false;
            }

            if (allocation.IsHistory)
            {
                return true;
            }
        }

        return !WritesTo(root).Any(write => _order.MayFollow(position, _order.PositionOf(write), scope));
    }

    /// <summary>The memory that a call writes.</summary>
    public IEnumerable<Value> WrittenBy(Call call) =>
        _calls.Arguments(call).Where(pair => pair.Parameter.IsWritableSpan).Select(pair => pair.Argument);

    private void Note(Operation operation)
    {
        switch (operation)
        {
            case View view:
                _views[view.Result.Id] = view;
                break;
            case Allocate allocate:
                _allocations[allocate.Result.Id] = allocate;
                break;
            case Length { Dimension: null } length:
                _lengths[length.Result.Id] = length.Buffer;
                break;
            case Constant constant:
                _numbers[constant.Result.Id] = constant.Number;
                break;
            case Load load:
                Add(_reads, load.Buffer, operation);
                break;
            case Copy copy:
                Add(_reads, copy.Source, operation);
                break;
            case Freeze freeze:
                _frozen[freeze.Target.Id] = freeze.Source;
                Add(_reads, freeze.Source, operation);
                break;
            case Call call:
                NoteCall(call);
                break;
        }

        if (operation.WrittenBuffer is { } written)
        {
            Add(_writes, written, operation);
        }
    }

    private void NoteCall(Call call)
    {
        foreach ((Parameter parameter, Value argument) in _calls.Arguments(call))
        {
            if (parameter.Type is BufferType)
            {
                Add(_reads, argument, call);
                if (parameter.IsWritableSpan)
                {
                    Add(_writes, argument, call);
                }
            }
        }
    }

    private void Add(Dictionary<int, List<Operation>> map, Value buffer, Operation operation)
    {
        int root = Root(buffer).Id;
        if (!map.TryGetValue(root, out List<Operation>? list))
        {
            map.Add(root, list = []);
        }

        list.Add(operation);
    }
}
