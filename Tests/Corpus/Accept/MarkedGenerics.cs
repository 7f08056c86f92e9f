using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Marked generic methods: derivatives for each type of numbers that meets the constraints, and generic ones beside them.</summary>
public static partial class MarkedGenerics
{
    // check<T>: (T)0.75, new T[] { (T)0.5, (T)(-0.25), (T)1.25 }
    // check<double>: 1.3, new double[] { 0.7, -1.2, 0.4, 0.1 }
    // check<float>: 1.3f, new float[] { 0.7f }
    [Differentiable]
    public static T Scaled<T>(T scale, ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            sum += T.Exp(x[i]);
        }

        return scale * sum;
    }

    // check<T>: (T)0.75, (T)1.5
    [Differentiable(Order = 2)]
    public static T Functions<T>(T x, T y)
        where T : IFloatingPointIeee754<T>
    {
        T third = T.One / T.CreateChecked(3);
        T a = T.Sin(x) * T.Exp(-y) + T.Sqrt(x * x + y) * T.Pow(y, x) + T.Log(y) - T.Atan2(x, y);
        a += T.Max(x, y) * T.Clamp(x, T.Zero, T.One) + T.Abs(x - y) * third + T.Pi * x - T.CreateChecked(0.1) * T.Cbrt(y);
        (T sine, T cosine) = T.SinCos(x);
        a = x > y || T.IsNaN(a) ? a * T.CreateChecked(2) : a + sine * cosine;
        return T.IsPositive(a) ? a * T.Tanh(a * third) : -a * T.FusedMultiplyAdd(a, x, y);
    }

    // check<T>: new T[] { (T)0.5, (T)(-1.5), (T)2.25 }, (T)1.25, 2
    [Differentiable]
    public static void InOut<T>(Span<T> y, ref T s, int n, out T last)
        where T : struct, IFloatingPoint<T>
    {
        for (int i = 0; i < n; i++)
        {
            y[i] = y[i] * s + y[i + 1];
            s += y[i] * y[i] / T.CreateChecked(8);
        }

        last = y[^1] * s;
    }

    // check<T>: (T)0.75, new T[] { (T)0.5, (T)1.5 }, (T)0.25, true
    [Differentiable]
    public static (T Value, T Slope) Line<T>(in T x, T[] coefficients, [NoDerivative] T shift, bool shifted)
        where T : INumber<T>
    {
        T at = shifted ? x + shift : x;
        return (coefficients[0] + coefficients[1] * at * at, (coefficients[1] + coefficients[1]) * at);
    }

    // check<T>: new T[,] { { (T)0.5, (T)1.5 }, { (T)0.25, (T)(-1) } }, new T[][] { new T[] { (T)0.5 }, new T[] { (T)0.75, (T)1.25 } }, 0
    [Differentiable]
    public static T Shapes<T>(T[,] a, T[][] rows, int k)
        where T : struct, INumber<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                sum += a[i, j] * a[i, k] + rows[1][j] * rows[k][0];
            }
        }

        return sum;
    }

    // check<T>: (T)0.75, ((T)0.5, (T)1.5), new (T, T)[] { ((T)0.5, (T)1.5), ((T)0.25, (T)2) }
    [Differentiable]
    public static T Tuples<T>(T x, (T A, T B) pair, ReadOnlySpan<(T A, T B)> pairs)
        where T : IFloatingPointIeee754<T>
    {
        T sum = pair.A * pair.B * x;
        for (int i = 0; i < pairs.Length; i++)
        {
            sum += pairs[i].A * pairs[i].B * pairs[i].B;
        }

        return sum;
    }

    // check<T>: (T)0.75, 1.5, 3
    [Differentiable]
    public static double Mixed<T>(T x, double w, int n)
        where T : IFloatingPointIeee754<T>
    {
        double wide = double.CreateChecked(x * x);
        return wide * w * n + w * w * double.CreateChecked(T.Sqrt(x));
    }

    // check<T>: (T)0.75, (T)1.5
    [Differentiable]
    public static T WithoutHalf<T>(T x, T y)
        where T : IRootFunctions<T>, IPowerFunctions<T>, IConvertible
        => T.Hypot(x, y) * T.Pow(x, y) + T.RootN(y, 3);

    // check<T>: (T)0.75, (T)1.5, 2
    [Differentiable(Name = "Renamed")]
    internal static T Named<T>(T x, [NoDerivative] T y, int n)
        where T : unmanaged, IRootFunctions<T>, IExponentialFunctions<T>, ITrigonometricFunctions<T>, IMinMaxValue<T>, IComparisonOperators<T, T, bool>
    {
        T result = x;
        for (int i = 0; i < n; i++)
        {
            result = T.Sqrt(result * y) + T.Cos(result) * T.Exp(-x);
        }

        return result < T.MaxValue ? result : y;
    }

    // check<T>: new T[] { (T)0.5, (T)1.5, (T)0.75, (T)1.25 }
    [Differentiable]
    public static T Allocating<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> sums = stackalloc T[x.Length];
        T[] squares = new T[x.Length];
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            squares[i] = x[i] * x[i];
            sum += squares[i] / T.CreateChecked(2);
            sums[i] = sum * (i > 0 ? sums[i - 1] : T.One);
        }

        return sums[^1] + Square(sum);
    }

    // check<T>: (T)0.75, new T[] { (T)0.5 }, (T)2
    [Differentiable]
    public static T Throwing<T>(T x, T[] y, [NoDerivative] T? scale)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        if (x > T.CreateChecked(5))
        {
            throw new ArgumentException($"too large: {x} of {y.Length}", nameof(x));
        }

        return T.Sqrt(x) * y[0] * (scale ?? T.One);
    }

    // check<T>: (T)0.75, 2
    [Differentiable]
    public static (T Power, int Count, T) Counted<T>(T x, int n)
        where T : INumber<T>
    {
        T power = T.One;
        for (int i = 0; i < n; i++)
        {
            power *= x;
        }

        return (power, n + n, power * x);
    }

    // check<T>: new T[] { (T)0.75, (T)1.5 }, (T)0.5
    [Differentiable]
    public static T Functional<T>(scoped ReadOnlySpan<T> x, scoped in T s)
        where T : notnull, INumber<T>, new()
    {
        ref readonly T first = ref x[0];
        (T a, T b) = (s * first, s);
        Func<T, T> f = v => v * a + b;
        return Square(a) + (x switch { [] => T.Zero, [var only] => only, _ => x[^1] * a });

        T Square(T v) => f(v) * v;
    }

    private static T Square<T>(T x)
        where T : INumber<T>
        => x * x;
}
