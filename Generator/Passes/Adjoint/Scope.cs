using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;
using StaticAd.Generator.Passes.Calls;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>
/// A stretch of the program whose reverse runs right after it: the whole method, or one iteration of an independent loop. What
/// memory holds at its end is what the reverse finds.
/// </summary>
/// <param name="Extent">Where it lies in program order.</param>
/// <param name="IsSplit">Whether the reverse is another method, which shares the tape only.</param>
/// <param name="IsIteration">Whether it is an iteration of a loop rather than the method.</param>
internal sealed record Scope(Analysis.Span Extent, bool IsSplit, bool IsIteration)
{
    public Storage TapeStorage => IsSplit ? Storage.Tape : Storage.Arena;
}

/// <summary>What is known of the method that is being reversed, in every region.</summary>
internal sealed record ReversalContext(
    ValueSource Values,
    Activity Activity,
    Memory Memory,
    ProgramOrder Order,
    RuleCalls Rules)
{
    /// <summary>Cotangent memory of each active root, by the root's id.</summary>
    public Dictionary<int, Value> Shadows { get; } = [];

    /// <summary>Values that exist before the sweeps start: parameters and the cotangents of results.</summary>
    public HashSet<int> Entries { get; } = [];

    /// <summary>The reverses that are being put together, innermost first.</summary>
    public Stack<BlockBuilder> Reverses { get; } = [];

    /// <summary>Loads whose value the tape holds, because the memory may have changed since.</summary>
    public HashSet<Operation> SavedLoads { get; } = new(ByReference.Comparer);

    /// <summary>Loops whose iterations are reversed one by one, each right after it has run.</summary>
    public HashSet<Operation> JointLoops { get; } = new(ByReference.Comparer);

    public Value Shadow(Value buffer, BlockBuilder builder) => Passes.Shadows.Of(buffer, Memory, Shadows, builder);

    /// <summary>
    /// Whether a buffer, and the memory of its cotangents, is there in the forward and the reverse of a scope alike: what one of its
    /// branches or loops allocates is not.
    /// </summary>
    public bool IsThroughout(Value buffer, Scope scope) => IsAllocatedThroughout(Memory.DerivativeRoot(buffer), scope);

    /// <summary>
    /// Whether a load of the scope finds the same value in the reverse. A frozen copy may lie in a branch although its source, to which the
    /// cotangents belong, is there throughout; and of a load that the reversal itself has put in it is not known what is written after it.
    /// </summary>
    public bool CanReload(Load load, Scope scope) =>
        Order.Has(load)
        && IsThroughout(load.Buffer, scope)
        && IsAllocatedThroughout(Memory.Root(load.Buffer), scope)
        && Memory.IsUnchangedUntilEnd(load, load.Buffer, scope.Extent);

    /// <summary>Whether a root is there in the forward and the reverse of a scope alike.</summary>
    public bool IsAllocatedThroughout(Value root, Scope scope) =>
        Memory.AllocationOf(root) is not { } allocation
        || !scope.Extent.Contains(Order.PositionOf(allocation))
        || Order.IsAtTopOf(scope.Extent, allocation);

    /// <summary>Whether a load of the primal finds the same value already at an earlier position, from which it is certain to be reached.</summary>
    public bool IsTheSameAt(Load load, int position) => Order.Has(load) && !Memory.WritesTo(Memory.Root(load.Buffer))
        .Select(Order.PositionOf)
        .Any(written => written >= position && written < Order.PositionOf(load));

    /// <summary>Whether a check may fail in the operation or after it: until the last has passed no gradient is written.</summary>
    public bool MayThrowFrom(Operation operation)
    {
        Analysis.Span own = Order.SpanOf(operation);
        return Order.Operations.Any(other => (other is Throw || (other is Call call && Rules.MayThrow(call)))
            && (own.Contains(Order.PositionOf(other)) || Order.MayFollow(own.First, Order.PositionOf(other), Order.Whole)));
    }

    /// <summary>Whether anything in the operation carries a derivative.</summary>
    public bool HasActivity(Operation operation) =>
        operation.Results.Any(Activity.IsActive)
        || Writes(operation).Any(Activity.IsActive)
        || operation.InnerOperations().Any(inner => inner.Results.Any(Activity.IsActive) || Writes(inner).Any(Activity.IsActive));

    private static IEnumerable<Value> Writes(Operation operation) => operation switch
    {
        { WrittenBuffer: { } buffer } => [buffer],
        Push push => [push.Stack],
        Pop pop => [pop.Stack],
        Call call => call.Arguments,
        _ => [],
    };
}
