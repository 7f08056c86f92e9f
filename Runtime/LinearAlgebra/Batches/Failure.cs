using System.Diagnostics.CodeAnalysis;

namespace StaticAd.Kernels;

/// <summary>The exceptions for matrices that an operation cannot do with.</summary>
internal static class Failure
{
    [DoesNotReturn]
    public static void Throw(Pivots found, int matrix) =>
        throw new SingularMatrixException(
            found == Pivots.Zero
                ? $"Matrix {matrix} of the batch is singular."
                : $"Matrix {matrix} of the batch has an element that is not finite, or its elimination overflows.",
            matrix);

    [DoesNotReturn]
    public static void ThrowNotPositiveDefinite(int matrix) =>
        throw new SingularMatrixException($"Matrix {matrix} of the batch is not positive definite, or not finite.", matrix);
}
