using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Determinants of the matrices of a batch.</summary>
internal static unsafe class BatchedDeterminant
{
    public static void Run<T>(ReadOnlySpan<T> a, Span<T> determinants, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint step = BatchLengths.Step(a.Length, BatchLengths.Size(n, n, nameof(n), nameof(n)), determinants.Length, nameof(a));
        BatchLengths.NoOverlap(determinants, a, nameof(determinants));
        fixed (T* start = a)
        {
            // The kernel is chosen here, by n and batch alone.
            for (int i = 0; i < determinants.Length; i++)
            {
                ScaledProduct<T> product = MatrixDeterminant.Of(new Block<T>(start + (i * step), n, n), out Pivots found);
                determinants[i] = found == Pivots.Regular ? product.Value : found == Pivots.Zero ? T.Zero : T.NaN;
            }
        }
    }

    public static void SignAndLog<T>(ReadOnlySpan<T> a, Span<T> signs, Span<T> logs, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (logs.Length != signs.Length)
        {
            throw new ArgumentException($"It has {logs.Length} elements where there are {signs.Length} signs.", nameof(logs));
        }

        nint step = BatchLengths.Step(a.Length, BatchLengths.Size(n, n, nameof(n), nameof(n)), signs.Length, nameof(a));
        BatchLengths.NoOverlap(signs, a, nameof(signs));
        BatchLengths.NoOverlap(logs, a, nameof(logs));
        BatchLengths.NoOverlap(logs, (ReadOnlySpan<T>)signs, nameof(logs));
        fixed (T* start = a)
        {
            // The kernel is chosen here, by n and batch alone.
            for (int i = 0; i < signs.Length; i++)
            {
                ScaledProduct<T> product = MatrixDeterminant.Of(new Block<T>(start + (i * step), n, n), out Pivots found);
                (signs[i], logs[i]) = found == Pivots.Regular ? (product.Sign, product.LogAbs)
                    : found == Pivots.Zero ? (T.Zero, T.NegativeInfinity)
                    : (T.NaN, T.NaN);
            }
        }
    }
}
