using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>Quotients by differences of eigenvalues or singular values, which may be equal.</summary>
internal static class Gaps
{
    /// <summary>
    /// A number divided by a difference: 0 if the number is 0, whatever the difference is, and NaN if it is not and the difference no more than
    /// rounding errors make. What does not depend on the vectors of equal values thus has a derivative, and all else none.
    /// </summary>
    /// <param name="numerator">The number.</param>
    /// <param name="gap">The difference.</param>
    /// <param name="scale">Rounding errors of the difference are less than this times the distance from 1 to the next number.</param>
    public static T Quotient<T>(T numerator, T gap, [NoDerivative] T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T tolerance = Magnitude.Epsilon<T>() * scale;
        return numerator == T.Zero ? T.Zero : T.Abs(gap) > tolerance ? numerator / gap : T.NaN;
    }

    [DerivativeOf(typeof(Gaps), nameof(Quotient), Mode = DerivativeMode.Vjp)]
    public static T QuotientVjp<T>(T numerator, T gap, [NoDerivative] T scale, T resultBar, out T dNumerator, out T dGap)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T quotient = Quotient(numerator, gap, scale);
        dNumerator = Quotient(resultBar, gap, scale);
        dGap = resultBar == T.Zero ? T.Zero : -Quotient(resultBar * quotient, gap, scale);
        return quotient;
    }

    [DerivativeOf(typeof(Gaps), nameof(Quotient), Mode = DerivativeMode.Jvp)]
    public static T QuotientJvp<T>(T numerator, T gap, [NoDerivative] T scale, T numeratorDot, T gapDot, out T resultDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T quotient = Quotient(numerator, gap, scale);
        resultDot = Quotient(numeratorDot - (quotient * gapDot), gap, scale);
        return quotient;
    }
}
