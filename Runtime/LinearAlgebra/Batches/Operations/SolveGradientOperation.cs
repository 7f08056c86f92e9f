using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>B̄ += A⁻ᵀ G and Ā −= A⁻ᵀ G Xᵀ: the gradients of the operands by the cotangents G of the solutions X of A X = B, which have been found.</summary>
internal readonly unsafe struct SolveGradientOperation<T>(
    BatchOperand<T> a, BatchOperand<T> x, BatchOperand<T> g, BatchResult<T> da, BatchResult<T> db, int n, int columns) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(da, db);

    public ResultUse Use => ResultUse.Added;

    public int WorkVectors => (2 * a.Elements) + x.Elements + SmallFactors.ExchangeVectors(n);

    public Pivots RunOne(int index, T* first, T* second)
    {
        using ArenaScope scope = Arena.Enter();
        Block<T> factors = Scratch.Matrix<T>(scope, n, n);
        int* exchanges = Scratch.Take<int>(scope, n);
        new Block<T>(a.At(index), n, n).CopyTo(factors);
        Pivots found = LuFactors.Factor(factors, exchanges);
        if (found == Pivots.Regular)
        {
            SolveGradient.Add(
                factors, exchanges, new Block<T>(x.At(index), n, columns), new Block<T>(g.At(index), n, columns),
                new Block<T>(first, n, n), new Block<T>(second, n, columns));
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
        LaneMemory<TLane, TScalar, TMask> solution = matrix.From(a.Elements);
        LaneMemory<TLane, TScalar, TMask> gradient = results.From(a.Elements);
        a.Read(group, a.IsShared ? matrix : work);
        x.Read(group, solution);
        g.Read(group, gradient);
        if (a.IsShared)
        {
            work.CopyFrom(matrix, a.Elements);
        }

        TMask regular = new SmallSolver<TLane, TScalar, TMask>(work, n, solution.From(x.Elements)).SolveTransposed(gradient, columns);
        SmallProduct<TLane, TScalar, TMask>.Compute(new(gradient, columns, 1), new(solution, 1, columns), columns, results, n, n);
        results.Negate(a.Elements);
        return regular;
    }
}
