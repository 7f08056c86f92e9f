using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Solutions of linear systems, one or more for each matrix of a batch.</summary>
internal static unsafe class BatchedSolve
{
    public static Pivots Try<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, ResultUse use, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        failed = -1;
        Systems systems = Systems.Check(a, b, x, n, columns, nameof(a));
        fixed (T* startA = a, startB = b, startX = x)
        {
            if (systems.Count == 0)
            {
                return Pivots.Regular;
            }

            bool inLanes = LaneSizes.PayInFactors(Math.Max(n, columns), systems.Count);
            if (systems.StepA == 0 && !inLanes)
            {
                return OneMatrix(new Block<T>(startA, n, n), new Block<T>(startB, n, columns), new Block<T>(startX, n, columns), systems, out failed);
            }

            SolveOperation<T> operation = new(
                new BatchOperand<T>(startA, n * n, systems.StepA), new BatchOperand<T>(startB, n * columns, systems.StepB), startX, n, columns, use);
            return BatchRun.Run<T, SolveOperation<T>>(operation, systems.Count, inLanes, out failed);
        }
    }

    /// <summary>Adds the gradients of the operands of small systems that have been solved.</summary>
    public static void AddGradients<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> x, ReadOnlySpan<T> xBar, Span<T> da, Span<T> db, int n, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int size = n * columns;
        if (size == 0)
        {
            return;
        }

        int count = x.Length / size;
        fixed (T* startA = a, startX = x, startG = xBar, targetA = da, targetB = db)
        {
            nint stepA = a.Length == n * n ? 0 : n * n;
            SolveGradientOperation<T> operation = new(
                new BatchOperand<T>(startA, n * n, stepA), new BatchOperand<T>(startX, size, size), new BatchOperand<T>(startG, size, size),
                new BatchResult<T>(targetA, n * n, stepA), new BatchResult<T>(targetB, size, db.Length == size ? 0 : size), n, columns);
            BatchRun.Run<T, SolveGradientOperation<T>>(operation, count, LaneSizes.PayInFactors(Math.Max(n, columns), count), out _);
        }
    }

    private static Pivots OneMatrix<T>(Block<T> a, Block<T> b, Block<T> x, Systems systems, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using ArenaScope scope = Arena.Enter();
        Block<T> factors = Scratch.Matrix<T>(scope, a.Rows, a.Columns);
        int* exchanges = Scratch.Take<int>(scope, a.Rows);
        a.CopyTo(factors);
        Pivots found = LuFactors.Factor(factors, exchanges);
        failed = found == Pivots.Regular ? -1 : 0;
        for (int i = 0; i < systems.Count && failed < 0; i++)
        {
            Block<T> solution = x.Next(i * systems.StepX);
            b.Next(i * systems.StepB).CopyTo(solution);
            LuFactors.Solve(factors, exchanges, solution);
        }

        return found;
    }
}
