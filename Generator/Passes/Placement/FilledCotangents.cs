using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;

namespace StaticAd.Generator.Passes.Placement;

/// <summary>
/// Where a loop adds to cotangents that are zero, it stores instead; and where each of them is stored anew before it is read
/// again, it need not be set to zero after it was taken.
/// </summary>
/// <remarks>Sound by what <see cref="CotangentPhases"/> finds. The sign of a zero may change, which says nothing in an adjoint.</remarks>
internal sealed class FilledCotangents : Rewriter
{
    private readonly HashSet<Operation> _fills;
    private readonly HashSet<Operation> _drains;
    private readonly Value _memory;
    private readonly bool _needsZeros;

    private FilledCotangents(Value memory, CotangentPhases phases)
    {
        _memory = memory;
        _fills = new(phases.Fills, ByReference.Comparer);
        _drains = new(phases.Drains, ByReference.Comparer);
        _needsZeros = !phases.IsWhole;
    }

    public static Block Run(Block body)
    {
        foreach (Allocate memory in body.AllOperations().OfType<Allocate>().ToList())
        {
            if (CotangentPhases.Of(memory, body) is { } phases)
            {
                body = new FilledCotangents(memory.Result, phases).Rewrite(body);
            }
        }

        return body;
    }

    protected override Value Use(Value value) => value;

    protected override Value Define(Value value) => value;

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        switch (operation)
        {
            case Allocate allocate when allocate.Result.Equals(_memory):
                target.Add(allocate with { Zeroed = _needsZeros });
                break;
            case Accumulate accumulate when _fills.Contains(operation):
                target.Add(new Store(accumulate.Buffer, accumulate.Index, accumulate.Addend));
                break;
            case Load load when _fills.Contains(operation):
                target.Add(new Constant(load.Result with { Name = null }, 0, null));
                break;
            default:
                if (!_drains.Contains(operation))
                {
                    base.Rewrite(operation, target);
                }

                break;
        }
    }
}
