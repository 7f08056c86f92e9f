using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The signs of the determinants of a batch, and the logarithms of their absolute values.</summary>
internal readonly unsafe struct LogDeterminantOperation<T>(BatchOperand<T> a, T* signs, T* logs, int n) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(new BatchResult<T>(signs, 1), new BatchResult<T>(logs, 1));

    public ResultUse Use => ResultUse.Written;

    public int WorkVectors => a.Elements + SmallFactors.ExchangeVectors(n);

    public Pivots RunOne(int index, T* first, T* second)
    {
        ScaledProduct<T> product = MatrixDeterminant.Of(new Block<T>(a.At(index), n, n), out Pivots found);
        (*first, *second) = found == Pivots.Regular ? (product.Sign, product.LogAbs)
            : found == Pivots.Zero ? (T.Zero, T.NegativeInfinity)
            : (T.NaN, T.NaN);
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
        TLane one = TLane.Create(TScalar.One);
        results[0] = TLane.Select(determinant < TLane.Create(TScalar.Zero), -one, one);
        results[1] = TLane.Log(TLane.Abs(determinant));
        return done;
    }
}
