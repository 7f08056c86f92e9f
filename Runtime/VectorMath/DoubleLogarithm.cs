using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>
/// Logarithms: x = 2^k·m with m in [√½, √2), log m = 2 atanh(s) with s = (m - 1)/(m + 1) by a polynomial in s².
/// </summary>
/// <remarks>
/// Measured against 60-digit arithmetic the error of Log is below 1 ulp, that of LogP1, Log2 and Log10 below 2 ulp.
/// The arrangement of the terms is that of fdlibm's e_log.c.
/// </remarks>
internal static class DoubleLogarithm<T, TMask>
    where T : struct, IDoubleLane<T, TMask>
    where TMask : struct, ILaneMask<TMask>
{
    internal const double SmallestNormal = 2.2250738585072014E-308;
    private const double TwoTo52 = 4503599627370496.0;
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Log2OfE = 1.4426950408889634;
    private const double Log2OfELow = 2.0355273740931033e-17;
    private const double Log10OfE = 0.4342944819032518;
    private const double Log10Of2 = 0.3010299956639812;
    private const double Log10Of2Low = -2.8037281277851704e-18;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Log(in T x)
    {
        TMask regular = IsRegular(x);
        T k = Decompose(x, out T f);
        T result = Assemble(k, f);
        return TMask.AllTrue(regular) ? result : Repair(x, regular, result, 1.0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Log2(in T x)
    {
        TMask regular = IsRegular(x);
        T k = Decompose(x, out T f);
        T natural = Assemble(T.Create(0.0), f);
        T low = T.FusedMultiplyAdd(natural, T.Create(Log2OfE), k);
        T result = T.FusedMultiplyAdd(natural, T.Create(Log2OfELow), low);
        return TMask.AllTrue(regular) ? result : Repair(x, regular, result, Log2OfE);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Log10(in T x)
    {
        TMask regular = IsRegular(x);
        T k = Decompose(x, out T f);
        T low = T.FusedMultiplyAdd(k, T.Create(Log10Of2Low), Assemble(T.Create(0.0), f) * T.Create(Log10OfE));
        T result = T.FusedMultiplyAdd(k, T.Create(Log10Of2), low);
        return TMask.AllTrue(regular) ? result : Repair(x, regular, result, Log10OfE);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T LogP1(in T x)
    {
        TMask regular = IsRegular(x + T.Create(1.0));
        T result = T.CopySign(LogP1Regular(x), x);
        return TMask.AllTrue(regular) ? result : Repair(x + T.Create(1.0), regular, result, 1.0);
    }

    /// <summary>log(1 + x) where 1 + x is positive and finite; loses the sign of zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LogP1Regular(T x)
    {
        T one = T.Create(1.0);
        T sum = one + x;
        T xPart = sum - one;
        T rounding = (one - (sum - xPart)) + (x - xPart);
        T k = Decompose(sum, out T f);
        return Assemble(k, f) + rounding / sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TMask IsRegular(T x) => (x >= T.Create(SmallestNormal)) & (x < T.Create(double.PositiveInfinity));

    /// <summary>x = 2^k·(1 + f) with √½ ≤ 1 + f &lt; √2, for positive, normal, finite x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Decompose(T x, out T f)
    {
        T rootHalf = T.FromBits(0x3FE6A09E667F3BCD);
        T offset = T.AddBits(x, T.FromBits(0x3FF0000000000000 - 0x3FE6A09E667F3BCD));
        T biased = T.OrBits(T.ShiftRight(offset, 52), T.Create(TwoTo52));
        f = T.AddBits(T.AndBits(offset, T.FromBits(0x000FFFFFFFFFFFFF)), rootHalf) - T.Create(1.0);
        return biased - T.Create(TwoTo52 + 1023.0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Assemble(T k, T f)
    {
        T s = f / (T.Create(2.0) + f);
        T z = s * s;
        T halfSquare = T.Create(0.5) * f * f;
        T correction = T.FusedMultiplyAdd(s, T.FusedMultiplyAdd(z, Series(z), halfSquare), k * T.Create(Ln2Low));
        return T.FusedMultiplyAdd(k, T.Create(Ln2High), f - (halfSquare - correction));
    }

    /// <summary>(2 atanh(s) - 2s)/s³ as a function of z = s².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Series(T z)
    {
        T z2 = z * z;
        T c01 = T.FusedMultiplyAdd(z, T.Create(0.4000000000000088), T.Create(0.6666666666666666));
        T c23 = T.FusedMultiplyAdd(z, T.Create(0.2222222239180047), T.Create(0.2857142857080323));
        T c45 = T.FusedMultiplyAdd(z, T.Create(0.15386240205813478), T.Create(0.18181795630884753));
        T c67 = T.FusedMultiplyAdd(z, T.Create(0.13086767009948175), T.Create(0.13268759668560612));
        T high = T.FusedMultiplyAdd(z2, c67, c45);
        return T.FusedMultiplyAdd(z2, T.FusedMultiplyAdd(z2, high, c23), c01);
    }

    // Subnormals, zeros, negative numbers, infinity, NaN.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Repair(in T x, TMask regular, in T result, double factor)
    {
        T special = PerElement.Map<T, double, LogFunction>(x) * T.Create(factor);
        return T.Select(regular, result, special);
    }
}
