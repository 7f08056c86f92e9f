using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The solutions of A X = B for a batch.</summary>
internal readonly unsafe struct SolveOperation<T>(BatchOperand<T> a, BatchOperand<T> b, T* x, int n, int columns, ResultUse use) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(new BatchResult<T>(x, b.Elements));

    public ResultUse Use => use;

    public int WorkVectors => (2 * a.Elements) + b.Elements + SmallFactors.ExchangeVectors(n);

    public Pivots RunOne(int index, T* first, T* second)
    {
        using ArenaScope scope = Arena.Enter();
        Block<T> factors = Scratch.Matrix<T>(scope, n, n);
        int* exchanges = Scratch.Take<int>(scope, n);
        new Block<T>(a.At(index), n, n).CopyTo(factors);
        Pivots found = LuFactors.Factor(factors, exchanges);
        if (found == Pivots.Regular)
        {
            Block<T> solution = new(first, n, columns);
            new Block<T>(b.At(index), n, columns).CopyTo(solution);
            LuFactors.Solve(factors, exchanges, solution);
        }

        return found;
    }

    public TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        // What serves all is read once, and worked on in a copy.
        LaneMemory<TLane, TScalar, TMask> matrix = work.From(a.Elements);
        LaneMemory<TLane, TScalar, TMask> right = matrix.From(a.Elements);
        a.Read(group, a.IsShared ? matrix : work);
        b.Read(group, b.IsShared ? right : results);
        if (a.IsShared)
        {
            work.CopyFrom(matrix, a.Elements);
        }

        if (b.IsShared)
        {
            results.CopyFrom(right, b.Elements);
        }

        return new SmallSolver<TLane, TScalar, TMask>(work, n, right.From(b.Elements)).Solve(results, columns);
    }
}
