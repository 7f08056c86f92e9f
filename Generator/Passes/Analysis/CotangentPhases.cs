using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Analysis;

/// <summary>
/// Recognises cotangent memory that one block fills and drains, each time that it runs. A loop fills it by adding once to each
/// element of a range; a step drains an element by taking it out and leaving zero. If each filling has the same range and all of
/// it is drained before the next, then the elements are zero when a filling starts, and those outside of the range always.
/// </summary>
internal sealed class CotangentPhases
{
    private readonly Value _memory;
    private readonly Roots _roots;
    private readonly IndexBounds _bounds;
    private readonly HashSet<int> _zeros;
    private readonly List<Range> _drained = [];
    private Value? _taken;

    private CotangentPhases(Block body, Value memory)
    {
        _memory = memory;
        _roots = new Roots(body);
        _bounds = new IndexBounds(body, new Dictionary<int, Value>());
        _zeros = [.. body.AllOperations().OfType<Constant>().Where(constant => constant.Number == 0).Select(constant => constant.Result.Id)];
    }

    /// <summary>What adds to elements that are zero: an accumulation, or the load before a store.</summary>
    public List<Operation> Fills { get; } = [];

    /// <summary>The stores that leave zero behind.</summary>
    public List<Operation> Drains { get; } = [];

    /// <summary>What each filling fills.</summary>
    public Range Filled { get; private set; }

    /// <summary>Whether that is the whole memory.</summary>
    public bool IsWhole => Filled.Equals(_bounds.RangeOfAll(_memory));

    /// <summary>The phases of one allocation; null if it is used in any other way.</summary>
    public static CotangentPhases? Of(Allocate allocation, Block body)
    {
        if (allocation is not { IsCotangent: true, Zeroed: true })
        {
            return null;
        }

        var phases = new CotangentPhases(body, allocation.Result);
        bool isPlain = body.AllOperations().All(operation =>
            operation is Load or Store or Accumulate or Allocate or Length || !phases.IsUsed(operation.Operands));
        return isPlain && phases.FollowTo(body) ? phases : null;
    }

    private bool IsUsed(IEnumerable<Value> operands) => operands.Any(operand => operand.Equals(_memory));

    private bool Touches(Operation step) => Accesses(step).Any();

    private IEnumerable<Operation> Accesses(Operation step) =>
        step.InnerOperations().Prepend(step).Where(inner => _roots.Touches(inner, _memory));

    /// <summary>Follows all uses of the memory, in the innermost block that contains them all.</summary>
    private bool FollowTo(Block block)
    {
        Operation[] users = [.. block.Operations.Where(Touches)];
        Block[] inner = users is [var only] ? [.. only.Regions.Where(region => region.Operations.Any(Touches))] : [];
        foreach (Operation operation in block.Operations)
        {
            if (inner is [var region] && ReferenceEquals(operation, users[0]))
            {
                return FollowTo(region);
            }

            if (Touches(operation) && !Follow(operation))
            {
                return false;
            }

            _bounds.Note(operation);
        }

        return Fills.Count > 0 && IsDrained();
    }

    private bool Follow(Operation step)
    {
        if (_taken is not null || _drained.Count > 0)
        {
            return FollowDraining(step) || (IsDrained() && StartFilling(step));
        }

        if (Fills.Count == 0)
        {
            return StartFilling(step);
        }

        // Between filling and draining any use of what was filled is fine; outside of it the memory must stay zero.
        return FollowDraining(step) || IsWhole || Accesses(step).All(access => access is Load);
    }

    private bool StartFilling(Operation step)
    {
        Operation[] accesses = [.. Accesses(step)];
        if (step is not For loop || Index(accesses) is not { } index || _bounds.RangeOf(loop, index) is not { } range || !AreSteps(loop, accesses))
        {
            return false;
        }

        if (accesses is not ([Accumulate] or [Load, Store]) || (Fills.Count > 0 && !range.Equals(Filled)))
        {
            return false;
        }

        Filled = range;
        _drained.Clear();
        Fills.Add(accesses[0]);
        return true;
    }

    private bool FollowDraining(Operation step)
    {
        switch (step)
        {
            case Load load when _drained.Count > 0 && _taken is null:
                _taken = load.Index;
                return true;
            case Store store when IsZero(store.Stored) && (_taken is null || _taken.Equals(store.Index)) && _bounds.RangeOf(store.Index) is { } range:
                _taken = null;
                return Drain(store, range);
            case For loop when _taken is null:
                Operation[] accesses = [.. Accesses(loop)];
                return accesses is [Load, Store { Stored: var stored } last] && IsZero(stored) && AreSteps(loop, accesses)
                    && Index(accesses) is { } index && _bounds.RangeOf(loop, index) is { } elements && Drain(last, elements);
            default:
                return false;
        }
    }

    private bool Drain(Operation store, Range range)
    {
        Drains.Add(store);
        _drained.Add(range);
        return true;
    }

    /// <summary>Whether the drained elements are all that were filled, each once: one range, and single elements before it.</summary>
    private bool IsDrained()
    {
        Range[] ranges = [.. _drained.Where(range => !IsSingle(range))];
        int[] singles = [.. _drained.Where(IsSingle).Select(range => range.First.Offset).OrderBy(offset => offset)];
        if (_taken is not null || ranges is not [var most] || !_bounds.IsAtMost(Filled.End, most.End))
        {
            return false;
        }

        Position first = most.First;
        for (int i = singles.Length - 1; i >= 0; i--)
        {
            first = first.Plus(-1);
            if (first.Base != Position.Number || first.Offset != singles[i])
            {
                return false;
            }
        }

        return _bounds.IsAtMost(first, Filled.First);
    }

    private static bool IsSingle(Range range) => range.First.Base == Position.Number && range.End.Equals(range.First.Plus(1));

    // Where the loop's body does them itself, they happen once in each iteration.
    private static bool AreSteps(For loop, Operation[] accesses) =>
        accesses.All(access => loop.Body.Operations.Any(step => ReferenceEquals(step, access)));

    private static Value? Index(Operation[] accesses)
    {
        Value[] indices = [.. accesses.Select(access => ElementAccess.Of(access)!.Value.Index).Distinct()];
        return indices is [var index] ? index : null;
    }

    private bool IsZero(Value value) => _zeros.Contains(value.Id);
}
