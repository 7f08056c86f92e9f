using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Generic functions over numbers, called with <c>double</c>, <c>float</c> and <c>int</c>.</summary>
public static partial class Generics
{
    // check: new double[] { 0.7, -1.2, 0.4 }, 1.3
    [Differentiable]
    public static double Doubles(ReadOnlySpan<double> x, double scale) => Norm(x) * scale + Logistic(scale) * Polynomial(scale, 1, 2, 3);

    // check: new float[] { 0.7f, -1.2f, 0.4f }, 1.3f
    [Differentiable]
    public static float Singles(ReadOnlySpan<float> x, float scale) => Norm(x) * scale + Logistic(scale) * Polynomial(scale, 1f, 2f, 3f);

    // check: 0.7, 1.3f
    [Differentiable]
    public static double Mixed(double x, float y)
    {
        double a = Mean(x, double.CreateChecked(y));
        float b = Mean(float.CreateSaturating(x * 2), y);
        return a * b + Convert<float, double>(b * b) + double.CreateTruncating(3) * x;
    }

    // check: 0.7, 3
    [Differentiable]
    public static double Integers(double x, int n) => x * Largest(n, 2, 5) + Power(x, Sum([n, 2])) * Power(2, n);

    // check: 0.7, -0.3
    [Differentiable]
    public static double Constants(double x, double y)
    {
        double r = Wrap(x * 3 + 4) + Area(y);
        (double sine, double cosine) = Turned(x);
        Order(ref x, ref y);
        return r * sine * cosine + x - y * y + Newton<double>(v => v * v - 2 - x, 1.5, 4);
    }

    // check: 0.7, 1.3
    [Differentiable]
    public static double Types(double x, double y)
    {
        var pair = new Pair<double>(x, y);
        Pair<double> swapped = Pair<double>.Swapped(pair);
        return swapped.First * pair.Product() + Scaling<double>.Twice(x) * Local(y);

        T Local<T>(T value)
            where T : INumber<T>
        {
            T result = value;
            result *= value + T.One;
            result++;
            return -result;
        }
    }

    private static T Norm<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        foreach (T value in x)
        {
            sum += value * value;
        }

        Span<T> scaled = new T[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            scaled[i] = x[i] / T.CreateChecked(i + 1);
        }

        return T.Sqrt(sum) * T.CreateChecked(0.5) + scaled[^1];
    }

    private static T Logistic<T>(T x)
        where T : IFloatingPointIeee754<T> => x > T.Zero ? T.One / (T.One + T.Exp(-x)) : T.Exp(x) / (T.One + T.Exp(x));

    private static T Polynomial<T>(T x, params ReadOnlySpan<T> coefficients)
        where T : struct, INumber<T>
    {
        T result = default;
        for (int i = coefficients.Length - 1; i >= 0; i--)
        {
            result = result * x + coefficients[i];
        }

        return result;
    }

    private static T Mean<T>(T a, T b)
        where T : INumberBase<T> => (a + b) / T.CreateChecked(2);

    private static TTo Convert<TFrom, TTo>(TFrom value)
        where TFrom : IFloatingPoint<TFrom>
        where TTo : IFloatingPoint<TTo> => TTo.CreateChecked(Mean(value, value)) * TTo.Abs(-TTo.One);

    private static T Largest<T>(params ReadOnlySpan<T> values)
        where T : INumber<T>
    {
        T largest = values[0];
        foreach (T value in values)
        {
            largest = T.Max(largest, value);
        }

        return largest;
    }

    private static T Sum<T>(ReadOnlySpan<T> values)
        where T : IAdditionOperators<T, T, T>, IAdditiveIdentity<T, T>
    {
        T sum = T.AdditiveIdentity;
        foreach (T value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static T Power<T>(T x, int n)
        where T : IMultiplyOperators<T, T, T>, IMultiplicativeIdentity<T, T>
    {
        T result = T.MultiplicativeIdentity;
        while (n-- > 0)
        {
            result *= x;
        }

        return result;
    }

    private static T Wrap<T>(T angle)
        where T : IFloatingPointIeee754<T> => angle >= T.Pi && !T.IsNaN(angle) ? angle - T.Tau : angle != T.NegativeZero ? angle : T.E;

    private static T Area<T>(T radius)
        where T : IFloatingPointIeee754<T> => T.Pi * radius * radius;

    private static (T Sine, T Cosine) Turned<T>(T angle)
        where T : ITrigonometricFunctions<T>
    {
        (T sine, T cosine) = T.SinCos(angle);
        return (sine * sine, cosine);
    }

    private static void Order<T>(ref T a, ref T b)
        where T : IComparisonOperators<T, T, bool>
    {
        if (a > b)
        {
            (a, b) = (b, a);
        }
    }

    private static T Newton<T>(Func<T, T> f, T x, int steps)
        where T : IFloatingPointIeee754<T>
    {
        T h = T.CreateChecked(1e-3);
        for (int i = 0; i < steps; i++)
        {
            x -= f(x) * (h + h) / (f(x + h) - f(x - h));
        }

        return x;
    }

    public readonly record struct Pair<T>(T First, T Second)
        where T : INumber<T>
    {
        public static Pair<T> Swapped(Pair<T> pair) => new(pair.Second, pair.First);

        public T Product() => First * Second + T.One;
    }

    private static class Scaling<T>
        where T : INumber<T>
    {
        private const int Times = 2;

        public static T Twice(T value) => value * T.CreateChecked(Times);
    }
}
