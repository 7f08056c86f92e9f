using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The solutions of T X = B for a batch of triangular matrices, whose diagonals have been looked at.</summary>
internal readonly unsafe struct TriangularOperation<T>(
    BatchOperand<T> t, BatchOperand<T> b, T* x, SmallTriangleKind kind, int n, int columns) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(new BatchResult<T>(x, b.Elements));

    public ResultUse Use => ResultUse.Written;

    public int WorkVectors => t.Elements + b.Elements + n;

    public Pivots RunOne(int index, T* first, T* second)
    {
        Block<T> triangle = new(t.At(index), n, n);
        Block<T> solution = new(first, n, columns);
        new Block<T>(b.At(index), n, columns).CopyTo(solution);
        TriangularSolve.Solve(kind.Transpose ? triangle.Transposed : triangle, solution, kind.Upper != kind.Transpose, kind.Unit);
        return Pivots.Regular;
    }

    public TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> right = work.From(t.Elements);
        LaneMemory<TLane, TScalar, TMask> reciprocals = right.From(b.Elements);
        t.Read(group, work);
        b.Read(group, b.IsShared ? right : results);
        if (b.IsShared)
        {
            results.CopyFrom(right, b.Elements);
        }

        var triangle = new SmallTriangle<TLane, TScalar, TMask>(
            SmallOperand<TLane, TScalar, TMask>.Of(work, n, n, kind.Transpose), n, reciprocals, 1);
        TMask regular = kind.Unit ? TMask.True : SmallTriangle<TLane, TScalar, TMask>.TakeReciprocals(work, n, reciprocals);

        // The transpose of an upper triangle is a lower one.
        if (kind.Upper != kind.Transpose)
        {
            triangle.SolveUpper(results, columns, kind.Unit);
        }
        else
        {
            triangle.SolveLower(results, columns, kind.Unit);
        }

        return regular;
    }
}
