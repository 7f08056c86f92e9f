using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Solutions of linear systems, one or more for each matrix of a batch.</summary>
internal static unsafe class BatchedSolve
{
    public static void Run<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Pivots found = Try(a, b, x, n, columns, out int failed);
        Failure.ThrowUnlessRegular(found, failed);
    }

    public static Pivots Try<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        failed = -1;
        Systems systems = Systems.Check(a, b, x, n, columns, nameof(a));
        fixed (T* startA = a, startB = b, startX = x)
        {
            Block<T> matrix = new(startA, n, n);
            Block<T> right = new(startB, n, columns);
            Block<T> solution = new(startX, n, columns);

            // The kernel is chosen here, by n, columns and batch alone.
            return systems.Count == 0 ? Pivots.Regular
                : systems.StepA == 0 ? OneMatrix(matrix, right, solution, systems, out failed)
                : EachAlone(matrix, right, solution, systems, out failed);
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

    /// <summary>The solutions wait in the arena until the last matrix has proved regular.</summary>
    private static Pivots EachAlone<T>(Block<T> a, Block<T> b, Block<T> x, Systems systems, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using ArenaScope scope = Arena.Enter();
        Block<T> waiting = new(Scratch.Take<T>(scope, systems.StepX * systems.Count), x.Rows, x.Columns);
        Block<T> factors = Scratch.Matrix<T>(scope, a.Rows, a.Columns);
        int* exchanges = Scratch.Take<int>(scope, a.Rows);
        for (int i = 0; i < systems.Count; i++)
        {
            a.Next(i * systems.StepA).CopyTo(factors);
            Pivots found = LuFactors.Factor(factors, exchanges);
            if (found != Pivots.Regular)
            {
                failed = i;
                return found;
            }

            Block<T> solution = waiting.Next(i * systems.StepX);
            b.Next(i * systems.StepB).CopyTo(solution);
            LuFactors.Solve(factors, exchanges, solution);
        }

        failed = -1;
        Scratch.Copy(waiting.Start, x.Start, systems.StepX * systems.Count);
        return Pivots.Regular;
    }
}
