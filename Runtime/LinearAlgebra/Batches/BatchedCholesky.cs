using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Cholesky factors of the matrices of a batch.</summary>
internal static unsafe class BatchedCholesky
{
    public static void Run<T>(ReadOnlySpan<T> a, Span<T> factor, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Try(a, factor, n, out int failed))
        {
            Failure.ThrowNotPositiveDefinite(failed);
        }
    }

    public static bool Try<T>(ReadOnlySpan<T> a, Span<T> factor, int n, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long size = BatchLengths.Size(n, n, nameof(n), nameof(n));
        int count = BatchLengths.Count(factor.Length, size, nameof(factor));
        nint step = BatchLengths.Step(a.Length, size, count, nameof(a));
        BatchLengths.NoOverlap(factor, a, nameof(factor));
        fixed (T* source = a, target = factor)
        {
            // The kernel is chosen here, by n and batch alone.
            return EachAlone(new Block<T>(source, n, n), step, new Block<T>(target, n, n), count, out failed);
        }
    }

    /// <summary>The factors wait in the arena until the last matrix has proved positive definite.</summary>
    private static bool EachAlone<T>(Block<T> a, nint step, Block<T> factor, int count, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint size = (nint)factor.Rows * factor.Columns;
        using ArenaScope scope = Arena.Enter();
        Block<T> waiting = count == 1 ? factor : new Block<T>(Scratch.Take<T>(scope, size * count), factor.Rows, factor.Columns);
        Block<T> work = Scratch.Matrix<T>(scope, a.Rows, a.Columns);
        for (int i = 0; i < count; i++)
        {
            CopyUpper(a.Next(i * step), work);
            if (!CholeskyFactor.Factor(work))
            {
                failed = i;
                return false;
            }

            WriteLower(work, waiting.Next(i * size));
        }

        failed = -1;
        if (count != 1)
        {
            Scratch.Copy(waiting.Start, factor.Start, size * count);
        }

        return true;
    }

    private static void CopyUpper<T>(Block<T> a, Block<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T half = T.CreateTruncating(0.5);
        for (int i = 0; i < a.Rows; i++)
        {
            T* above = a.At(i, i);
            T* below = above;
            T* to = target.At(i, i);
            for (int j = i; j < a.Columns; j++, above++, below += a.RowStride, to++)
            {
                *to = *above == *below ? *above : half * (*above + *below);
            }
        }
    }

    private static void WriteLower<T>(Block<T> upper, Block<T> lower)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < lower.Rows; i++)
        {
            upper.Part(0, i, i + 1, 1).Transposed.CopyTo(lower.Part(i, 0, 1, i + 1));
            lower.Part(i, i + 1, 1, lower.Columns - i - 1).Clear();
        }
    }
}
