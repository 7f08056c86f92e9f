using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The determinants of a batch.</summary>
internal readonly unsafe struct DeterminantOperation<T>(BatchOperand<T> a, T* determinants, int n) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(new BatchResult<T>(determinants, 1));

    public ResultUse Use => ResultUse.Written;

    public int WorkVectors => a.Elements + SmallFactors.ExchangeVectors(n);

    public Pivots RunOne(int index, T* first, T* second)
    {
        ScaledProduct<T> product = MatrixDeterminant.Of(new Block<T>(a.At(index), n, n), out Pivots found);
        *first = found == Pivots.Regular ? product.Value : found == Pivots.Zero ? T.Zero : T.NaN;
        return Pivots.Regular;
    }

    public TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        a.Read(group, work);
        TMask done = SmallDeterminant<TLane, TScalar, TMask>.Compute(work, n, work.From(a.Elements), out TLane determinant);
        results[0] = determinant;
        return done;
    }
}
