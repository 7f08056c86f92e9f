using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The inverses of a batch.</summary>
internal readonly struct InverseOperation(SmallBatch a, SmallBatch inverse, int n, int count) : ISmallOperation
{
    /// <inheritdoc/>
    public int Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        using ArenaScope scope = Arena.Enter();
        var factors = LaneMemory<TLane, TScalar, TMask>.Take(scope, a.Elements);
        var exchanges = LaneMemory<TLane, TScalar, TMask>.Take(scope, n * (n - 1) / 2);
        var groups = new SmallGroups<TLane, TScalar, TMask>(count);
        var results = LaneMemory<TLane, TScalar, TMask>.Take(scope, (long)groups.Count * a.Elements);
        var solver = new SmallSolver<TLane, TScalar, TMask>(factors, n, exchanges);
        for (int group = 0; group < groups.Count; group++)
        {
            a.Read(group, groups.Size(group), factors);
            TMask regular = solver.Invert(results.From(group * a.Elements));
            if (!TMask.AllTrue(regular))
            {
                return groups.FirstFailed(group, regular);
            }
        }

        groups.WriteAll(results, inverse);
        return -1;
    }
}
