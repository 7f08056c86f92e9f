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

    public static void ThrowUnlessWhole(FactorOutcome outcome, int matrix)
    {
        if (outcome != FactorOutcome.Whole)
        {
            Throw(outcome, matrix);
        }
    }

    [DoesNotReturn]
    private static void Throw(FactorOutcome outcome, int matrix) =>
        throw new SingularMatrixException(
            outcome == FactorOutcome.NotFinite
                ? $"Matrix {matrix} of the batch has an element that is not finite, or its result overflows."
                : $"The iteration for matrix {matrix} of the batch does not come to an end.",
            matrix);
}
