using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>A value that takes another's at the border of a region, call or method: a copy, unless the two share a variable.</summary>
/// <param name="Depth">Number of loops around it.</param>
internal sealed record BorderCopy(Value Target, Value Source, int Depth);

/// <summary>
/// The copies that structured SSA implies. All copies of one list happen at once: every source is read before any target is
/// written.
/// </summary>
internal sealed class Copies(Demand demand)
{
    public IReadOnlyList<BorderCopy> IntoLoop(For loop, int depth) => Pairs(loop.Body.Parameters, loop.Initial, depth);

    public IReadOnlyList<BorderCopy> NextIteration(For loop, int depth) => Pairs(loop.Body.Parameters, loop.Body.Yields, depth);

    public IReadOnlyList<BorderCopy> IntoLoop(While loop, int depth) => Pairs(loop.Condition.Parameters, loop.Initial, depth);

    public IReadOnlyList<BorderCopy> IntoBody(While loop, int depth) =>
        Pairs(loop.Body.Parameters, [.. loop.Condition.Yields.Skip(1)], depth);

    public IReadOnlyList<BorderCopy> NextIteration(While loop, int depth) =>
        Pairs(loop.Condition.Parameters, loop.Body.Yields, depth);

    public IReadOnlyList<BorderCopy> OutOf(If branch, Block arm, int depth) => Pairs(branch.Outputs, arm.Yields, depth);

    private List<BorderCopy> Pairs(IReadOnlyList<Value> targets, IReadOnlyList<Value> sources, int depth)
    {
        var pairs = new List<BorderCopy>();
        for (int i = 0; i < targets.Count; i++)
        {
            if (demand.Needs(targets[i]))
            {
                pairs.Add(new BorderCopy(targets[i], sources[i], depth));
            }
        }

        return pairs;
    }
}
