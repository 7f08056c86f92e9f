using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Orthogonal and triangular factors of the matrices of a batch.</summary>
internal static class BatchedQr
{
    public static FactorOutcome Try<T>(ReadOnlySpan<T> a, Span<T> q, Span<T> r, int rows, int columns, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(columns, rows);
        return BatchedFactors.Try<T, OrthogonalFactors<T>>(
            a, rows, columns, new FactorBuffer<T>(q, rows, columns, nameof(q)), new FactorBuffer<T>(r, columns, columns, nameof(r)), default, out failed);
    }
}
