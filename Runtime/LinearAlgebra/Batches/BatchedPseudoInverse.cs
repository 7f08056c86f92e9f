using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Pseudo-inverses of the matrices of a batch.</summary>
internal static class BatchedPseudoInverse
{
    public static FactorOutcome Try<T>(ReadOnlySpan<T> a, Span<T> inverse, int rows, int columns, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        return BatchedFactors.Try<T, MatrixPseudoInverse<T>>(
            a, rows, columns, new FactorBuffer<T>(inverse, columns, rows, nameof(inverse)), default, default, out failed);
    }
}
