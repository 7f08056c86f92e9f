using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Singular values and vectors of the matrices of a batch.</summary>
internal static class BatchedSingularValues
{
    public static FactorOutcome Try<T>(ReadOnlySpan<T> a, Span<T> values, int rows, int columns, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        return BatchedFactors.Try<T, SingularValueFactors<T>>(
            a, rows, columns, new FactorBuffer<T>(values, Math.Min(rows, columns), 1, nameof(values)), default, default, out failed);
    }

    public static FactorOutcome Try<T>(
        ReadOnlySpan<T> a, Span<T> u, Span<T> values, Span<T> vt, int rows, int columns, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        int rank = Math.Min(rows, columns);
        return BatchedFactors.Try<T, SingularValueFactors<T>>(
            a,
            rows,
            columns,
            new FactorBuffer<T>(values, rank, 1, nameof(values)),
            new FactorBuffer<T>(u, rows, rank, nameof(u)),
            new FactorBuffer<T>(vt, rank, columns, nameof(vt)),
            out failed);
    }
}
