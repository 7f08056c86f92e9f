using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>How a batch is taken in groups of as many matrices as a vector has lanes.</summary>
/// <param name="count">The matrices of the batch.</param>
internal readonly struct SmallGroups<TLane, TScalar, TMask>(int count)
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    /// <summary>The groups, of which the last may not be full.</summary>
    public int Count => (int)(((long)count + TLane.Width - 1) / TLane.Width);

    /// <summary>The matrices of one group.</summary>
    public int Size(int group) => Math.Min(count - (group * TLane.Width), TLane.Width);

    /// <summary>The number in the batch of the first matrix where the mask is false.</summary>
    public int FirstFailed(int group, TMask mask) => (group * TLane.Width) + LaneArithmetic<TLane, TScalar, TMask>.FirstFalse(mask);

    /// <summary>Writes results that were kept back until it was known that no matrix failed.</summary>
    public void WriteAll(LaneMemory<TLane, TScalar, TMask> results, SmallBatch target)
    {
        // The last ones are still in the cache.
        for (int group = Count - 1; group >= 0; group--)
        {
            target.Write(group, Size(group), results.From(group * target.Elements));
        }
    }
}
