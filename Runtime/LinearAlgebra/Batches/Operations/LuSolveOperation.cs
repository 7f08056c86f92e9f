using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The solutions of A X = B, or Aᵀ X = B, for a batch that has been factored.</summary>
internal readonly unsafe struct LuSolveOperation<T>(
    BatchOperand<T> factors, BatchOperand<T> exchanges, BatchOperand<T> b, T* x, int n, int columns, bool transposed) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(new BatchResult<T>(x, b.Elements));

    public ResultUse Use => ResultUse.Written;

    public int WorkVectors => factors.Elements + n + b.Elements + SmallFactors.ExchangeVectors(n);

    public Pivots RunOne(int index, T* first, T* second)
    {
        using ArenaScope scope = Arena.Enter();
        Block<T> solution = new(first, n, columns);
        new Block<T>(b.At(index), n, columns).CopyTo(solution);
        Block<T> block = new(factors.At(index), n, n);
        int* rows = KeptRows.Take(scope, exchanges.At(index), n);
        if (transposed)
        {
            LuFactors.SolveTransposed(block, rows, solution);
        }
        else
        {
            LuFactors.Solve(block, rows, solution);
        }

        return Pivots.Regular;
    }

    public TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> rows = work.From(factors.Elements);
        LaneMemory<TLane, TScalar, TMask> right = rows.From(n);
        factors.Read(group, work);
        exchanges.Read(group, rows);
        b.Read(group, b.IsShared ? right : results);
        if (b.IsShared)
        {
            results.CopyFrom(right, b.Elements);
        }

        var solver = new SmallSolver<TLane, TScalar, TMask>(work, n, right.From(b.Elements));
        TMask regular = solver.TakeFactors(rows);
        if (transposed)
        {
            solver.SubstituteTransposed(results, columns);
        }
        else
        {
            solver.Substitute(results, columns);
        }

        return regular;
    }
}
