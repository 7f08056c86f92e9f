using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Solutions of triangular systems, and of those whose matrix is given by its Cholesky factor.</summary>
internal static unsafe class BatchedTriangularSolve
{
    public static Pivots Try<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, bool upper, bool unit, bool transposed, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        failed = -1;
        Systems systems = Systems.Check(a, b, x, n, columns, nameof(a));
        fixed (T* startA = a, startB = b, startX = x)
        {
            Block<T> triangles = new(startA, n, n);
            Pivots found = unit ? Pivots.Regular : Look(triangles, systems, out failed);
            if (found != Pivots.Regular)
            {
                return found;
            }

            TriangularOperation<T> operation = new(
                new BatchOperand<T>(startA, n * n, systems.StepA), new BatchOperand<T>(startB, n * columns, systems.StepB), startX,
                new SmallTriangleKind(upper, transposed, unit), n, columns);
            BatchRun.Run<T, TriangularOperation<T>>(operation, systems.Count, LaneSizes.PayInFactors(Math.Max(n, columns), systems.Count), out _);
        }

        return Pivots.Regular;
    }

    public static Pivots TryCholesky<T>(ReadOnlySpan<T> factor, ReadOnlySpan<T> b, Span<T> x, int n, int columns, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        failed = -1;
        Systems systems = Systems.Check(factor, b, x, n, columns, nameof(factor));
        fixed (T* startFactor = factor, startB = b, startX = x)
        {
            Block<T> triangles = new(startFactor, n, n);
            Pivots found = Look(triangles, systems, out failed);
            if (found != Pivots.Regular)
            {
                return found;
            }

            CholeskySolveOperation<T> operation = new(
                new BatchOperand<T>(startFactor, n * n, systems.StepA), new BatchOperand<T>(startB, n * columns, systems.StepB), startX, n, columns);
            BatchRun.Run<T, CholeskySolveOperation<T>>(operation, systems.Count, LaneSizes.PayInFactors(Math.Max(n, columns), systems.Count), out _);
        }

        return Pivots.Regular;
    }

    /// <summary>The diagonals are looked at before anything is written.</summary>
    private static Pivots Look<T>(Block<T> triangles, Systems systems, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int matrices = systems.StepA == 0 ? Math.Min(1, systems.Count) : systems.Count;
        for (failed = 0; failed < matrices; failed++)
        {
            Block<T> triangle = triangles.Next(failed * systems.StepA);
            for (int k = 0; k < triangle.Rows; k++)
            {
                if (triangle[k, k] == T.Zero || !T.IsFinite(triangle[k, k]))
                {
                    return triangle[k, k] == T.Zero ? Pivots.Zero : Pivots.NotFinite;
                }
            }
        }

        failed = -1;
        return Pivots.Regular;
    }
}
