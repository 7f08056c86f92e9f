using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The inverses of a batch that has been factored.</summary>
internal readonly unsafe struct LuInverseOperation<T>(BatchOperand<T> factors, BatchOperand<T> exchanges, T* inverse, int n) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(new BatchResult<T>(inverse, factors.Elements));

    public ResultUse Use => ResultUse.Written;

    public int WorkVectors => factors.Elements + n + SmallFactors.ExchangeVectors(n);

    public Pivots RunOne(int index, T* first, T* second)
    {
        using ArenaScope scope = Arena.Enter();
        MatrixInverse.Invert(new Block<T>(factors.At(index), n, n), KeptRows.Take(scope, exchanges.At(index), n), new Block<T>(first, n, n));
        return Pivots.Regular;
    }

    public TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> rows = work.From(factors.Elements);
        factors.Read(group, work);
        exchanges.Read(group, rows);
        var solver = new SmallSolver<TLane, TScalar, TMask>(work, n, rows.From(n));
        TMask regular = solver.TakeFactors(rows);
        solver.InvertFactored(results);
        return regular;
    }
}
