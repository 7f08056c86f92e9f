using System.Diagnostics.CodeAnalysis;

namespace StaticAd.Kernels;

/// <summary>The exceptions for matrices that an operation cannot do with.</summary>
internal static class Failure
{
    public static void ThrowUnlessRegular(Pivots found, int matrix)
    {
        if (found != Pivots.Regular)
        {
            Throw(found, matrix);
        }
    }

    [DoesNotReturn]
    private static void Throw(Pivots found, int matrix) =>
        throw new SingularMatrixException(
            found switch
            {
                Pivots.Zero => $"Matrix {matrix} of the batch is singular.",
                Pivots.NotPositive => $"Matrix {matrix} of the batch is not positive definite, or not finite.",
                _ => $"Matrix {matrix} of the batch has an element that is not finite, or its elimination overflows.",
            },
            matrix);
}
