using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Analysis;

/// <summary>One access of a loop's body to memory.</summary>
/// <param name="Distance">How far the index is from the loop's counter; null if it is not a constant distance.</param>
internal sealed record LoopAccess(Value Buffer, int? Distance, bool IsWrite);

/// <summary>What a counted loop of plain steps reads and writes, iteration by iteration.</summary>
internal sealed class LoopAccesses
{
    private readonly Roots _roots;
    private readonly IndexBounds _bounds;
    private readonly List<LoopAccess> _accesses;

    private LoopAccesses(For loop, Roots roots, IndexBounds bounds)
    {
        Loop = loop;
        _roots = roots;
        _bounds = bounds;
        _accesses = [.. loop.Body.Operations.Select(ElementAccess.Of).OfType<ElementAccess>()
            .Select(access => new LoopAccess(access.Buffer, Distance(access.Index), access.IsWrite))];
    }

    public For Loop { get; }

    /// <summary>Null for a loop that does more than compute and access elements.</summary>
    public static LoopAccesses? Of(For loop, Roots roots, IndexBounds bounds) =>
        loop.Checkpoints is null && loop.Step is 1 or -1 && loop.Body.Operations.All(IsPlain) ? new LoopAccesses(loop, roots, bounds) : null;

    /// <summary>Whether both loops use the same memory.</summary>
    public bool Meets(LoopAccesses other) => _accesses.Any(own => other._accesses.Any(its => _roots.AreSame(own.Buffer, its.Buffer)));

    /// <summary>
    /// Whether the loops may take turns, iteration by iteration, where all of this one runs before the other: no iteration of the
    /// other then touches what a later iteration of this one is still to touch, unless both only read it.
    /// </summary>
    public bool MayTakeTurnsWith(LoopAccesses later) => _accesses.All(own => later._accesses.All(its =>
        !Conflict(own, its.Buffer, its.IsWrite)
        || (_roots.AreSame(own.Buffer, its.Buffer) && (its.Distance - own.Distance) * Loop.Step <= 0)));

    /// <summary>Whether a step that follows this loop may run before it.</summary>
    public bool MayFollow(Operation step) => step switch
    {
        Constant or Symbol or Compute or Length or View or Allocate { Storage: not Storage.Tape } => true,
        Fill fill => !_accesses.Any(own => Conflict(own, fill.Buffer, isWrite: true)),
        Copy copy => !_accesses.Any(own => Conflict(own, copy.Destination, isWrite: true) || Conflict(own, copy.Source, isWrite: false)),
        _ => ElementAccess.Of(step) is { } access && IsBefore(access),
    };

    // An element below all that the loop still comes to.
    private bool IsBefore(ElementAccess access) => _accesses.All(own =>
        !Conflict(own, access.Buffer, access.IsWrite)
        || (_roots.AreSame(own.Buffer, access.Buffer) && Loop.Step == 1 && _bounds.NumberAt(access.Index) < _bounds.NumberAt(Loop.Start) + own.Distance));

    private bool Conflict(LoopAccess own, Value buffer, bool isWrite) =>
        (own.IsWrite || isWrite) && _roots.Of(own.Buffer).Id == _roots.Of(buffer).Id;

    private int? Distance(Value index) => _bounds.PositionOf(index) is var position && position.Base == Loop.Induction.Id ? position.Offset : null;

    private static bool IsPlain(Operation step) => step is Constant or Symbol or Compute or Length or Load or Store or Accumulate;
}
