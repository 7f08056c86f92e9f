using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Ā −= Yᵀ G Yᵀ: the gradients of matrices by the cotangents G of their inverses Y.</summary>
internal readonly unsafe struct InverseGradientOperation<T>(BatchOperand<T> y, BatchOperand<T> g, BatchResult<T> da, int n) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(da);

    public ResultUse Use => ResultUse.Added;

    public int WorkVectors => 3 * y.Elements;

    public Pivots RunOne(int index, T* first, T* second)
    {
        using ArenaScope scope = Arena.Enter();
        Block<T> product = Scratch.Matrix<T>(scope, n, n);
        Block<T> transposed = new Block<T>(y.At(index), n, n).Transposed;
        Gemm.Multiply(T.One, transposed, new Block<T>(g.At(index), n, n), product, accumulate: false);
        Gemm.Multiply(-T.One, product, transposed, new Block<T>(first, n, n), accumulate: true);
        return Pivots.Regular;
    }

    public TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> room = work.From(y.Elements);
        LaneMemory<TLane, TScalar, TMask> inverse = y.In(group, work), cotangent = g.In(group, room), product = room.From(y.Elements);
        SmallOperand<TLane, TScalar, TMask> transposed = new(inverse, 1, n);
        SmallProduct<TLane, TScalar, TMask>.Compute(transposed, new(cotangent, n, 1), n, product, n, n);
        SmallProduct<TLane, TScalar, TMask>.Compute(new(product, n, 1), transposed, n, results, n, n);
        results.Negate(y.Elements);
        return TMask.True;
    }
}
