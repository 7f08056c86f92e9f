using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>B̄ += A⁻ᵀ G and Ā −= A⁻ᵀ G Xᵀ for a batch that has been factored; matrix by matrix.</summary>
internal readonly unsafe struct LuGradientOperation<T>(
    BatchOperand<T> factors, BatchOperand<T> exchanges, BatchOperand<T> x, BatchOperand<T> g, BatchResult<T> da, BatchResult<T> db,
    int n, int columns) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(da, db);

    public ResultUse Use => ResultUse.Added;

    public int WorkVectors => 0;

    public Pivots RunOne(int index, T* first, T* second)
    {
        using ArenaScope scope = Arena.Enter();
        SolveGradient.Add(
            new Block<T>(factors.At(index), n, n), Rows.Take(scope, exchanges.At(index), n), new Block<T>(x.At(index), n, columns),
            new Block<T>(g.At(index), n, columns), new Block<T>(first, n, n), new Block<T>(second, n, columns));
        return Pivots.Regular;
    }

    // Small systems are factored again, which is less work than reading factors: SolveGradientOperation.
    public TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
        => throw new NotSupportedException();
}
