using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The determinants of a batch.</summary>
internal readonly struct DeterminantOperation(SmallBatch a, SmallBatch determinant, int n, int count) : ISmallOperation
{
    /// <inheritdoc/>
    public int Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        using ArenaScope scope = Arena.Enter();
        var matrix = LaneMemory<TLane, TScalar, TMask>.Take(scope, a.Elements);
        var result = LaneMemory<TLane, TScalar, TMask>.Take(scope, 1);
        var groups = new SmallGroups<TLane, TScalar, TMask>(count);
        for (int group = 0; group < groups.Count; group++)
        {
            int size = groups.Size(group);
            a.Read(group, size, matrix);
            result[0] = SmallDeterminant<TLane, TScalar, TMask>.Compute(matrix, n);
            determinant.Write(group, size, result);
        }

        return -1;
    }
}
