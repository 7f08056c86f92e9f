using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Eigenvalues and eigenvectors of the symmetric matrices of a batch.</summary>
internal static class BatchedEigenvalues
{
    public static FactorOutcome Try<T>(ReadOnlySpan<T> a, Span<T> values, int n, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return BatchedFactors.Try<T, SymmetricEigenvalues<T>>(
            a, n, n, new FactorBuffer<T>(values, n, 1, nameof(values)), default, default, out failed);
    }

    public static FactorOutcome Try<T>(ReadOnlySpan<T> a, Span<T> values, Span<T> vectors, int n, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return BatchedFactors.Try<T, SymmetricEigenvalues<T>>(
            a, n, n, new FactorBuffer<T>(values, n, 1, nameof(values)), new FactorBuffer<T>(vectors, n, n, nameof(vectors)), default, out failed);
    }
}
