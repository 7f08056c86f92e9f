using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The solutions of L Lᵀ X = B for a batch of lower triangular matrices, whose diagonals have been looked at.</summary>
internal readonly unsafe struct CholeskySolveOperation<T>(BatchOperand<T> factor, BatchOperand<T> b, T* x, int n, int columns) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(new BatchResult<T>(x, b.Elements));

    public ResultUse Use => ResultUse.Written;

    public int WorkVectors => factor.Elements + b.Elements + n;

    public Pivots RunOne(int index, T* first, T* second)
    {
        Block<T> triangle = new(factor.At(index), n, n);
        Block<T> solution = new(first, n, columns);
        new Block<T>(b.At(index), n, columns).CopyTo(solution);
        TriangularSolve.Solve(triangle, solution, upper: false, unit: false);
        TriangularSolve.Solve(triangle.Transposed, solution, upper: true, unit: false);
        return Pivots.Regular;
    }

    public TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> right = work.From(factor.Elements);
        LaneMemory<TLane, TScalar, TMask> reciprocals = right.From(b.Elements);
        factor.Read(group, work);
        b.Read(group, b.IsShared ? right : results);
        if (b.IsShared)
        {
            results.CopyFrom(right, b.Elements);
        }

        TMask regular = SmallTriangle<TLane, TScalar, TMask>.TakeReciprocals(work, n, reciprocals);
        new SmallTriangle<TLane, TScalar, TMask>(new(work, n, 1), n, reciprocals, 1).SolveLower(results, columns, unit: false);
        new SmallTriangle<TLane, TScalar, TMask>(new(work, 1, n), n, reciprocals, 1).SolveUpper(results, columns, unit: false);
        return regular;
    }
}
