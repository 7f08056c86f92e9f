using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Analysis;

/// <summary>
/// Whether the iterations of a counted loop are independent in what carries derivatives: they meet only in sums, in memory that
/// each of them defines anew, and in memory that they only write. Then one iteration's forward and reverse can run back to back.
/// </summary>
/// <remarks>
/// The reverse of an iteration adds to the cotangents of what it has read, reads those of what it has added to, and takes out those of
/// what it has stored. Such steps may change places where no element is read by one iteration and written by another, and, for
/// <see cref="WritesDisjointly"/>, none is stored by one and written by another. docs/pipeline.md has what is proven how.
/// </remarks>
internal sealed class LoopShape
{
    private readonly For _loop;
    private readonly Activity _activity;
    private readonly Memory _memory;
    private readonly ProgramOrder _order;
    private readonly HashSet<int> _private = [];
    private readonly HashSet<int> _outputs = [];
    private readonly HashSet<int> _stored = [];
    private readonly HashSet<int> _addedTo = [];

    private bool _writesAnywhere;

    private LoopShape(For loop, Activity activity, Memory memory, ProgramOrder order)
    {
        _loop = loop;
        _activity = activity;
        _memory = memory;
        _order = order;
    }

    /// <summary>Whether something that is not active is handed from iteration to iteration, so that their order matters.</summary>
    public bool HasPassiveCarries => _loop.Body.Parameters.Any(parameter => !_activity.IsActive(parameter));

    /// <summary>
    /// Whether iterations read memory without derivatives that others have written: in their own order they find what they should,
    /// but not when they run again.
    /// </summary>
    public bool HasPassiveState { get; private set; }

    /// <summary>Whether an iteration writes active memory that outlives it.</summary>
    public bool HasActiveOutputs { get; private set; }

    /// <summary>Whether no two iterations write the same active element: then their adjoints may run in any order.</summary>
    public bool WritesDisjointly => !_writesAnywhere && !_stored.Overlaps(_addedTo);

    /// <summary>Analyses a loop; null if its iterations depend on each other.</summary>
    public static LoopShape? OfIndependent(For loop, Activity activity, Memory memory, ProgramOrder order)
    {
        var shape = new LoopShape(loop, activity, memory, order);
        return shape.CarriesOnlySums() && shape.ClassifyMemory() ? shape : null;
    }

    /// <summary>Memory that the iterations write and never read: running one again need not write it.</summary>
    public bool IsOutput(Value buffer) => _outputs.Contains(_memory.Root(buffer).Id);

    /// <summary>Whether what the loop reads from outside is the same at the end of the scope.</summary>
    /// <param name="onlyActive">Look only at memory that carries derivatives.</param>
    public bool ReadsUnchanged(Span scope, bool onlyActive)
    {
        foreach (Operation operation in _loop.InnerOperations())
        {
            IEnumerable<Value> read = operation switch
            {
                Load load => [load.Buffer],
                Copy copy => [copy.Source],
                Freeze freeze => [freeze.Source],
                Call call => call.Arguments.Where(argument => argument.Type is BufferType),
                _ => [],
            };
            if (read.Any(buffer => !IsReadUnchanged(operation, buffer, scope, onlyActive)))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsReadUnchanged(Operation reader, Value buffer, Span scope, bool onlyActive) =>
        _private.Contains(_memory.Root(buffer).Id)
        || (onlyActive && !_activity.IsActive(buffer))
        || (_memory.IsUnchangedUntilEnd(reader, buffer, scope) && !(onlyActive && IsSourceChanged(reader, buffer, scope)));

    // A frozen copy shares the cotangents of its source, of which a later write takes out what belongs to it.
    private bool IsSourceChanged(Operation reader, Value buffer, Span scope) =>
        _memory.FrozenFrom(_memory.Root(buffer)) is { } source && !IsReadUnchanged(reader, source, scope, onlyActive: true);

    private bool CarriesOnlySums()
    {
        for (int i = 0; i < _loop.Body.Parameters.Count; i++)
        {
            Value parameter = _loop.Body.Parameters[i];
            if (_activity.IsActive(parameter) && !Accumulation.Yields(_loop.Body, parameter, _loop.Body.Yields[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool ClassifyMemory()
    {
        HashSet<Value> stacks = [.. _loop.InnerOperations().OfType<AllocateStack>().Select(stack => stack.Result)];
        foreach (Operation operation in _loop.InnerOperations())
        {
            // A call reads all its memory, so what it writes must be each iteration's own, or carry no derivative.
            bool isTied = operation switch
            {
                Push push => !stacks.Contains(push.Stack),
                Pop pop => !stacks.Contains(pop.Stack),
                Call call => !_memory.WrittenBy(call).All(buffer => Classify(_memory.Root(buffer))),
                _ => false,
            };
            if (isTied)
            {
                return false;
            }

            if (operation.WrittenBuffer is not { } written)
            {
                continue;
            }

            if (!Classify(_memory.Root(written)))
            {
                return false;
            }

            NoteWrite(operation, _memory.Root(written));
        }

        return true;
    }

    // A sum takes terms in any order; any other write must go to the iteration's own element. Not both in one memory: what a store
    // overwrites are the sums of the iterations before.
    private void NoteWrite(Operation operation, Value root)
    {
        if (!_outputs.Contains(root.Id) || !_activity.IsActive(root))
        {
            return;
        }

        switch (operation)
        {
            case Accumulate sum when IsOwn(sum.Buffer, sum.Index):
                break;
            case Accumulate:
                _addedTo.Add(root.Id);
                break;
            case Store store when IsOwn(store.Buffer, store.Index):
                _stored.Add(root.Id);
                break;
            default:
                _writesAnywhere = true;
                break;
        }
    }

    private bool IsOwn(Value buffer, Value index) => index.Equals(_loop.Induction) && _memory.Root(buffer).Equals(buffer);

    private bool Classify(Value root)
    {
        if (_private.Contains(root.Id) || _outputs.Contains(root.Id))
        {
            return true;
        }

        Span inside = _order.SpanOf(_loop);
        if (Privacy.IsDefinedByEachIteration(_loop, root, _memory, _order))
        {
            _private.Add(root.Id);
            return true;
        }

        if (_memory.ReadsOf(root).Any(read => inside.Contains(_order.PositionOf(read))))
        {
            HasPassiveState |= !_activity.IsActive(root);
            return !_activity.IsActive(root);
        }

        _outputs.Add(root.Id);
        HasActiveOutputs |= _activity.IsActive(root);
        return true;
    }
}
