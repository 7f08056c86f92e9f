// What those methods of System.Numerics.Tensors.TensorPrimitives compute that apply a function to each element, in approximations of
// their own: the value is the library's.
using System;
using System.Numerics;
using System.Numerics.Tensors;

namespace StaticAd.Surrogates;

internal static partial class TensorPrimitivesMembers
{
    private delegate void OfOne<T>(ReadOnlySpan<T> x, Span<T> destination);

    private delegate void OfTwo<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination);

    private delegate void OfThree<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> destination);

    public static void Exp<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IExponentialFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Exp(a, r), v => T.Exp(v));

    public static void Exp2<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IExponentialFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Exp2(a, r), v => T.Exp2(v));

    public static void Exp10<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IExponentialFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Exp10(a, r), v => T.Exp10(v));

    public static void ExpM1<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IExponentialFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.ExpM1(a, r), v => T.ExpM1(v));

    public static void Exp2M1<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IExponentialFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Exp2M1(a, r), v => T.Exp2M1(v));

    public static void Exp10M1<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IExponentialFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Exp10M1(a, r), v => T.Exp10M1(v));

    public static void Log<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ILogarithmicFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Log(a, r), v => T.Log(v));

    public static void Log2<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ILogarithmicFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Log2(a, r), v => T.Log2(v));

    public static void Log10<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ILogarithmicFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Log10(a, r), v => T.Log10(v));

    public static void LogP1<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ILogarithmicFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.LogP1(a, r), v => T.LogP1(v));

    public static void Log2P1<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ILogarithmicFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Log2P1(a, r), v => T.Log2P1(v));

    public static void Log10P1<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ILogarithmicFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Log10P1(a, r), v => T.Log10P1(v));

    public static void Sin<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ITrigonometricFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Sin(a, r), v => T.Sin(v));

    public static void Cos<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ITrigonometricFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Cos(a, r), v => T.Cos(v));

    public static void Tan<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ITrigonometricFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Tan(a, r), v => T.Tan(v));

    public static void Asin<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ITrigonometricFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Asin(a, r), v => T.Asin(v));

    public static void Acos<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ITrigonometricFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Acos(a, r), v => T.Acos(v));

    public static void Atan<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ITrigonometricFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Atan(a, r), v => T.Atan(v));

    public static void SinPi<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ITrigonometricFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.SinPi(a, r), v => T.SinPi(v));

    public static void CosPi<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ITrigonometricFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.CosPi(a, r), v => T.CosPi(v));

    public static void TanPi<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ITrigonometricFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.TanPi(a, r), v => T.TanPi(v));

    public static void AsinPi<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ITrigonometricFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.AsinPi(a, r), v => T.AsinPi(v));

    public static void AcosPi<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ITrigonometricFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.AcosPi(a, r), v => T.AcosPi(v));

    public static void AtanPi<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ITrigonometricFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.AtanPi(a, r), v => T.AtanPi(v));

    public static void Sinh<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IHyperbolicFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Sinh(a, r), v => T.Sinh(v));

    public static void Cosh<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IHyperbolicFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Cosh(a, r), v => T.Cosh(v));

    public static void Tanh<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IHyperbolicFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Tanh(a, r), v => T.Tanh(v));

    public static void Asinh<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IHyperbolicFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Asinh(a, r), v => T.Asinh(v));

    public static void Acosh<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IHyperbolicFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Acosh(a, r), v => T.Acosh(v));

    public static void Atanh<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IHyperbolicFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Atanh(a, r), v => T.Atanh(v));

    public static void Cbrt<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IRootFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Cbrt(a, r), v => T.Cbrt(v));

    public static void ReciprocalSqrt<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T> => Each(x, destination, (a, r) => TensorPrimitives.ReciprocalSqrt(a, r), v => T.One / T.Sqrt(v));

    public static void Sigmoid<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IExponentialFunctions<T>, INumber<T> => Each(x, destination, (a, r) => TensorPrimitives.Sigmoid(a, r), v => Logistic(v));

    public static void DegreesToRadians<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ITrigonometricFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.DegreesToRadians(a, r), v => v * (T.Pi / T.CreateChecked(180)));

    public static void RadiansToDegrees<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : ITrigonometricFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.RadiansToDegrees(a, r), v => v * (T.CreateChecked(180) / T.Pi));

    public static void RootN<T>(ReadOnlySpan<T> x, int n, Span<T> destination)
        where T : IRootFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.RootN(a, n, r), v => T.RootN(v, n));

    public static void SinCos<T>(ReadOnlySpan<T> x, Span<T> sinDestination, Span<T> cosDestination)
        where T : ITrigonometricFunctions<T>
    {
        Span<T> sines = new T[x.Length], cosines = new T[x.Length];
        TensorPrimitives.SinCos(x, sines, cosines);
        Span<T> sin = sinDestination.Slice(0, x.Length), cos = cosDestination.Slice(0, x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            T angle = x[i];
            sin[i] = Library.WithValue(T.Sin(angle), sines[i]);
            cos[i] = Library.WithValue(T.Cos(angle), cosines[i]);
        }
    }

    public static void Pow<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IPowerFunctions<T> => Both(x, y, destination, (a, b, r) => TensorPrimitives.Pow(a, b, r), (a, b) => T.Pow(a, b));

    public static void Pow<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IPowerFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Pow(a, y, r), v => T.Pow(v, y));

    public static void Pow<T>(T x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IPowerFunctions<T> => Each(y, destination, (a, r) => TensorPrimitives.Pow(x, a, r), v => T.Pow(x, v));

    public static void Atan2<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T> => Both(x, y, destination, (a, b, r) => TensorPrimitives.Atan2(a, b, r), (a, b) => T.Atan2(a, b));

    public static void Atan2<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T> => Each(x, destination, (a, r) => TensorPrimitives.Atan2(a, y, r), v => T.Atan2(v, y));

    public static void Atan2<T>(T x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T> => Each(y, destination, (a, r) => TensorPrimitives.Atan2(x, a, r), v => T.Atan2(x, v));

    public static void Log<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : ILogarithmicFunctions<T> => Both(x, y, destination, (a, b, r) => TensorPrimitives.Log(a, b, r), (a, b) => T.Log(a, b));

    public static void Log<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : ILogarithmicFunctions<T> => Each(x, destination, (a, r) => TensorPrimitives.Log(a, y, r), v => T.Log(v, y));

    public static void Hypot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IRootFunctions<T> => Both(x, y, destination, (a, b, r) => TensorPrimitives.Hypot(a, b, r), (a, b) => T.Hypot(a, b));

    public static void Lerp<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> amount, Span<T> destination)
        where T : IFloatingPointIeee754<T> => All(x, y, amount, destination, (a, b, c, r) => TensorPrimitives.Lerp(a, b, c, r), (a, b, c) => T.Lerp(a, b, c));

    public static void Lerp<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T amount, Span<T> destination)
        where T : IFloatingPointIeee754<T> => Both(x, y, destination, (a, b, r) => TensorPrimitives.Lerp(a, b, amount, r), (a, b) => T.Lerp(a, b, amount));

    public static void Lerp<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> amount, Span<T> destination)
        where T : IFloatingPointIeee754<T> => Both(x, amount, destination, (a, c, r) => TensorPrimitives.Lerp(a, y, c, r), (a, c) => T.Lerp(a, y, c));

    // exp of no positive number: nothing overflows.
    private static T Logistic<T>(T x)
        where T : IExponentialFunctions<T>, INumber<T>
    {
        if (x >= T.Zero)
        {
            return T.One / (T.One + T.Exp(-x));
        }

        T weight = T.Exp(x);
        return weight / (T.One + weight);
    }

    // The library's values lie in memory of their own: what it reads may also be what it writes.
    private static void Each<T>(ReadOnlySpan<T> x, Span<T> destination, OfOne<T> library, Func<T, T> formula)
    {
        Span<T> values = new T[x.Length];
        library(x, values);
        Span<T> result = destination.Slice(0, x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            result[i] = Library.WithValue(formula(x[i]), values[i]);
        }
    }

    private static void Both<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, OfTwo<T> library, Func<T, T, T> formula)
    {
        Span<T> values = new T[x.Length];
        library(x, y, values);
        Span<T> result = destination.Slice(0, x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            result[i] = Library.WithValue(formula(x[i], y[i]), values[i]);
        }
    }

    private static void All<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> destination, OfThree<T> library, Func<T, T, T, T> formula)
    {
        Span<T> values = new T[x.Length];
        library(x, y, z, values);
        Span<T> result = destination.Slice(0, x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            result[i] = Library.WithValue(formula(x[i], y[i], z[i]), values[i]);
        }
    }
}
