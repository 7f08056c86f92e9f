using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>Sine and cosine in single precision; the method is that of the double kernels.</summary>
/// <remarks>
/// Measured by a sweep through the floats up to 65536 in magnitude: below 1.5 ulp. Beyond that, and for infinities and NaN, a
/// lane is computed by <see cref="Math"/>.
/// </remarks>
internal static class FloatTrigonometric<T, TMask>
    where T : struct, IFloatLane<T, TMask>
    where TMask : struct, ILaneMask<TMask>
{
    private const float RoundingShift = 12582912.0f;
    private const float Largest = 65536.0f;
    private const float TwoOverPi = 0.636619747f;
    private const float HalfPi1 = 1.57079637f;
    private const float HalfPi2 = -4.37113883e-08f;
    private const float HalfPi3 = -1.71512451e-15f;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Sin(in T x)
    {
        T quadrant = Reduce(x, out T r);
        T z = r * r;
        T result = WithSignOf(T.Select(IsOdd(quadrant), CosPolynomial(z), SinPolynomial(x, r, z)), quadrant);
        TMask safe = T.Abs(x) <= T.Create(Largest);
        return TMask.AllTrue(safe) ? result : T.Select(safe, result, PerElement.Map<T, float, SinFunction>(x));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Cos(in T x)
    {
        T quadrant = Reduce(x, out T r);
        T z = r * r;
        T magnitude = T.Select(IsOdd(quadrant), SinPolynomial(x, r, z), CosPolynomial(z));
        T result = WithSignOf(magnitude, T.AddBits(quadrant, T.FromBits(1)));
        TMask safe = T.Abs(x) <= T.Create(Largest);
        return TMask.AllTrue(safe) ? result : T.Select(safe, result, PerElement.Map<T, float, CosFunction>(x));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static (T Sin, T Cos) SinCos(in T x)
    {
        T quadrant = Reduce(x, out T r);
        T z = r * r;
        T sine = SinPolynomial(x, r, z);
        T cosine = CosPolynomial(z);
        TMask odd = IsOdd(quadrant);
        T sin = WithSignOf(T.Select(odd, cosine, sine), quadrant);
        T cos = WithSignOf(T.Select(odd, sine, cosine), T.AddBits(quadrant, T.FromBits(1)));
        TMask safe = T.Abs(x) <= T.Create(Largest);
        return TMask.AllTrue(safe)
            ? (sin, cos)
            : (T.Select(safe, sin, PerElement.Map<T, float, SinFunction>(x)),
               T.Select(safe, cos, PerElement.Map<T, float, CosFunction>(x)));
    }

    // The low bits of the result hold n. The first step is exact: both terms are multiples of one unit that is small enough.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Reduce(T x, out T r)
    {
        T shifted = T.FusedMultiplyAdd(x, T.Create(TwoOverPi), T.Create(RoundingShift));
        T n = shifted - T.Create(RoundingShift);
        r = T.FusedMultiplyAdd(n, T.Create(-HalfPi1), x);
        r = T.FusedMultiplyAdd(n, T.Create(-HalfPi2), r);
        r = T.FusedMultiplyAdd(n, T.Create(-HalfPi3), r);
        return shifted;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TMask IsOdd(T quadrant) =>
        T.OrBits(T.AndBits(quadrant, T.FromBits(1)), T.Create(1.0f)) != T.Create(1.0f);

    // Changes the sign where bit 1 of the quadrant is set.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T WithSignOf(T value, T quadrant) => T.XorBits(value, T.ShiftLeft(T.ShiftRight(quadrant, 1), 31));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T SinPolynomial(T x, T r, T z)
    {
        T c01 = T.FusedMultiplyAdd(z, T.Create(0.00833333191f), T.Create(-0.166666672f));
        T c23 = T.FusedMultiplyAdd(z, T.Create(2.72493139e-06f), T.Create(-0.000198400827f));
        T series = T.FusedMultiplyAdd(z * z, c23, c01);

        // z is zero only for tiny x, which is its own sine; the sum would lose the sign of a zero.
        return T.Select(z == T.Create(0.0f), x, T.FusedMultiplyAdd(r * z, series, r));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T CosPolynomial(T z)
    {
        T z2 = z * z;
        T c01 = T.FusedMultiplyAdd(z, T.Create(-0.00138888881f), T.Create(0.0416666679f));
        T c23 = T.FusedMultiplyAdd(z, T.Create(-2.73004474e-07f), T.Create(2.48005963e-05f));
        T series = T.FusedMultiplyAdd(z2, c23, c01);
        T half = T.Create(0.5f) * z;
        T leading = T.Create(1.0f) - half;
        return leading + T.FusedMultiplyAdd(z2, series, (T.Create(1.0f) - leading) - half);
    }
}
