using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Inverses of the matrices of a batch.</summary>
internal static unsafe class BatchedInverse
{
    public static void Run<T>(ReadOnlySpan<T> a, Span<T> inverse, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Pivots found = Try(a, inverse, n, out int failed);
        Failure.ThrowUnlessRegular(found, failed);
    }

    public static Pivots Try<T>(ReadOnlySpan<T> a, Span<T> inverse, int n, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long size = BatchLengths.Size(n, n, nameof(n), nameof(n));
        int count = BatchLengths.Count(inverse.Length, size, nameof(inverse));
        nint step = BatchLengths.Step(a.Length, size, count, nameof(a));
        BatchLengths.NoOverlap(inverse, a, nameof(inverse));
        fixed (T* source = a, target = inverse)
        {
            // The kernel is chosen here, by n and batch alone.
            return EachAlone(new Block<T>(source, n, n), step, new Block<T>(target, n, n), count, out failed);
        }
    }

    /// <summary>The results of a batch wait in the arena until the last matrix has proved regular.</summary>
    private static Pivots EachAlone<T>(Block<T> a, nint step, Block<T> inverse, int count, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint size = (nint)inverse.Rows * inverse.Columns;
        using ArenaScope scope = Arena.Enter();
        Block<T> target = count == 1 ? inverse : new Block<T>(Scratch.Take<T>(scope, size * count), inverse.Rows, inverse.Columns);
        for (int i = 0; i < count; i++)
        {
            Pivots found = MatrixInverse.Invert(a.Next(i * step), target.Next(i * size));
            if (found != Pivots.Regular)
            {
                failed = i;
                return found;
            }
        }

        failed = -1;
        if (count != 1)
        {
            Scratch.Copy(target.Start, inverse.Start, size * count);
        }

        return Pivots.Regular;
    }
}
