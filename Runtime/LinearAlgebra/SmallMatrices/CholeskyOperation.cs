using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The Cholesky factors of a batch.</summary>
internal readonly struct CholeskyOperation(SmallBatch a, SmallBatch factor, int n, int count) : ISmallOperation
{
    /// <inheritdoc/>
    public int Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        using ArenaScope scope = Arena.Enter();
        var groups = new SmallGroups<TLane, TScalar, TMask>(count);
        var results = LaneMemory<TLane, TScalar, TMask>.Take(scope, (long)groups.Count * a.Elements);
        for (int group = 0; group < groups.Count; group++)
        {
            LaneMemory<TLane, TScalar, TMask> result = results.From(group * a.Elements);
            a.Read(group, groups.Size(group), result);
            TMask definite = SmallCholesky<TLane, TScalar, TMask>.Factor(result, n);
            if (!TMask.AllTrue(definite))
            {
                return groups.FirstFailed(group, definite);
            }
        }

        groups.WriteAll(results, factor);
        return -1;
    }
}
