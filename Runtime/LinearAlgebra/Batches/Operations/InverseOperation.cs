using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The inverses of a batch.</summary>
internal readonly unsafe struct InverseOperation<T>(BatchOperand<T> a, T* inverse, int n, ResultUse use) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(new BatchResult<T>(inverse, a.Elements));

    public ResultUse Use => use;

    public int WorkVectors => a.Elements + SmallFactors.ExchangeVectors(n);

    public Pivots RunOne(int index, T* first, T* second) => MatrixInverse.Invert(new Block<T>(a.At(index), n, n), new Block<T>(first, n, n));

    public TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        a.Read(group, work);
        return new SmallSolver<TLane, TScalar, TMask>(work, n, work.From(a.Elements)).Invert(results);
    }
}
