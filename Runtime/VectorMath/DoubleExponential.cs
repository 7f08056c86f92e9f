using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>exp and its relatives: x = n·ln 2 + r with |r| ≤ ln(2)/2, e^r by a polynomial, 2^n through the exponent field.</summary>
/// <remarks>
/// Coefficients are Chebyshev interpolants computed in 60-digit arithmetic. Measured against such arithmetic the error is below
/// 1 ulp for Exp (subnormal results included), 1.5 ulp for Exp2 and 2 ulp for ExpM1.
/// </remarks>
internal static class DoubleExponential<T, TMask>
    where T : struct, IDoubleLane<T, TMask>
    where TMask : struct, ILaneMask<TMask>
{
    // Adding it rounds to an integer, which then stands in the low bits of the sum.
    private const double RoundingShift = 6755399441055744.0;
    private const double Log2OfE = 1.4426950408889634;
    private const double Ln2High = 0.6931471805599453;
    private const double Ln2Low = 2.3190468138462996e-17;

    // Beyond these the result is 0 or infinite, and stays so at the bound itself.
    private const double Lowest = -746.0;
    private const double Highest = 710.0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Exp(in T x) => ExpInline(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpInline(T x)
    {
        T bounded = Bound(x);
        T shifted = T.FusedMultiplyAdd(bounded, T.Create(Log2OfE), T.Create(RoundingShift + 2046.0));
        return OnePlusScaled(FractionM1(Remainder(bounded, shifted - T.Create(RoundingShift + 2046.0))), shifted);
    }

    /// <summary>e^(high + low) for |low| far below |high|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpOfSum(T high, T low)
    {
        T bounded = Bound(high);
        T shifted = T.FusedMultiplyAdd(bounded, T.Create(Log2OfE), T.Create(RoundingShift + 2046.0));
        T remainder = Remainder(bounded, shifted - T.Create(RoundingShift + 2046.0));
        return OnePlusScaled(FractionM1(remainder + low), shifted);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Exp2(in T x)
    {
        T bounded = T.MinNative(T.Create(1025.0), T.MaxNative(T.Create(-1076.0), x));
        T shifted = bounded + T.Create(RoundingShift + 2046.0);
        T fraction = bounded - (shifted - T.Create(RoundingShift + 2046.0));
        T low = fraction * T.Create(Ln2Low);
        return OnePlusScaled(FractionM1(T.FusedMultiplyAdd(fraction, T.Create(Ln2High), low)), shifted);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T ExpM1(in T x) => T.CopySign(T.Create(4.0) * QuarterExpM1(x), x);

    /// <summary>(e^x - 1)/4, which is finite wherever sinh(x) is; loses the sign of zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T QuarterExpM1(T x)
    {
        T r = QuarterScale(x, out T scale);
        return T.FusedMultiplyAdd(scale, FractionM1(r), scale - T.Create(0.25));
    }

    /// <summary>e^x/4, which is finite wherever cosh(x) is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T QuarterExp(T x)
    {
        T r = QuarterScale(x, out T scale);
        return T.FusedMultiplyAdd(scale, FractionM1(r), scale);
    }

    // Below -40 the results are those at -40; above 710.7 they are infinite.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T QuarterScale(T x, out T scale)
    {
        T bounded = T.MinNative(T.Create(710.7), T.MaxNative(T.Create(-40.0), x));
        T shifted = T.FusedMultiplyAdd(bounded, T.Create(Log2OfE), T.Create(RoundingShift + 1021.0));
        scale = T.ShiftLeft(shifted, 52);
        return Remainder(bounded, shifted - T.Create(RoundingShift + 1021.0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Bound(T x) => T.MinNative(T.Create(Highest), T.MaxNative(T.Create(Lowest), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Remainder(T x, T n) =>
        T.FusedMultiplyAdd(n, T.Create(-Ln2Low), T.FusedMultiplyAdd(n, T.Create(-Ln2High), x));

    /// <summary>e^r - 1 for |r| ≤ ln(2)/2, by Estrin's scheme.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T FractionM1(T r)
    {
        T r2 = r * r;
        T r4 = r2 * r2;
        T c01 = T.FusedMultiplyAdd(r, T.Create(0.1666666666666667), T.Create(0.5));
        T c23 = T.FusedMultiplyAdd(r, T.Create(0.008333333333326136), T.Create(0.04166666666666667));
        T c45 = T.FusedMultiplyAdd(r, T.Create(0.00019841269874820627), T.Create(0.0013888888888883748));
        T c67 = T.FusedMultiplyAdd(r, T.Create(2.7557255400206422e-06), T.Create(2.4801587325547743e-05));
        T c89 = T.FusedMultiplyAdd(r, T.Create(2.5105217004720745e-08), T.Create(2.75572736431103e-07));
        T high = T.FusedMultiplyAdd(r4, T.Create(2.0914686968086876e-09), T.FusedMultiplyAdd(r2, c89, c67));
        T low = T.FusedMultiplyAdd(r2, c23, c01);
        T middle = T.FusedMultiplyAdd(r2, high, c45);
        return T.FusedMultiplyAdd(r2, T.FusedMultiplyAdd(r4, middle, low), r);
    }

    // (1 + fraction)·2^n, where the low bits of shifted hold n + 2046. Two factors, because 2^n alone may lie outside the range
    // of double.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T OnePlusScaled(T fraction, T shifted)
    {
        T half = T.ShiftRight(shifted, 1);
        T first = T.ShiftLeft(half, 52);
        T second = T.ShiftLeft(T.SubtractBits(shifted, half), 52);
        return T.FusedMultiplyAdd(fraction, first, first) * second;
    }
}
