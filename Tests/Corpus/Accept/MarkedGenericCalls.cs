using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Marked generic methods that call each other and each other's derivatives.</summary>
public static partial class MarkedGenericCalls
{
    // check<T>: (T)0.75, (T)1.5
    [Differentiable(Order = 2)]
    public static T Inner<T>(T x, T y)
        where T : IFloatingPointIeee754<T>
        => x * x * y + T.Sin(x);

    // check<T>: (T)0.75, (T)1.5
    [Differentiable]
    public static T Outer<T>(T x, T y)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Inner(x, y) * Inner(y, y * x);

    // check: 0.75, 1.5f
    [Differentiable]
    public static double Ordinary(double x, float y) => Inner(x, 2) + Outer(y, y) * Inner<double>(y, x);

    // check<T>: (T)0.75, (T)1.5
    [Differentiable]
    public static T OfGradient<T>(T x, T y)
        where T : IFloatingPointIeee754<T>
    {
        InnerValueAndGradient(x, y, out T dx, out var dy);
        (T ax, T ay) = InnerGradient<T>(y, x);
        return dx * dy + ax * ay * x;
    }

    // check<T>: (T)0.75, (T)1.5
    [Differentiable]
    public static T OfJvp<T>(T x, T y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T value = InnerJvp(x, y, T.One, x, out T dot);
        return value * dot + InnerVjp(x, y, y, out T dx, out _) * dx;
    }

    // check: 0.75, 1.5f
    [Differentiable]
    public static double OfInstances(double x, float y)
    {
        (double dx, double dy) = InnerGradient(x, y);
        InnerValueAndGradient(y, y, out float sx, out float sy);
        InnerHvp(x, y, y, 1, out double xHvp, out double yHvp);
        return dx * dy + sx * sy + xHvp * yHvp + Helper(x, y) * Helper(y, 2);
    }

    // check<T>: new T[] { (T)0.5, (T)(-0.25), (T)1.25 }, (T)0.75
    [Differentiable]
    public static T OfBuffers<T>(ReadOnlySpan<T> x, T s)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> dx = stackalloc T[x.Length];
        SumVjp(x, s, s, dx, out T ds);
        return dx[0] * ds + dx[1];
    }

    // check<T>: new T[] { (T)0.5, (T)(-0.25), (T)1.25 }, (T)0.75
    [Differentiable]
    public static T Sum<T>(ReadOnlySpan<T> x, T s)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        foreach (T element in x)
        {
            sum += element * element * s;
        }

        return sum;
    }

    // check<T>: (T)0.75, 3
    [Differentiable]
    public static T OfRecursion<T>(T x, int n)
        where T : IFloatingPointIeee754<T>
        => T.CreateChecked(Power(double.CreateChecked(x), n)) * x;

    private static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);

    private static T Helper<T>(T x, T y)
        where T : IFloatingPointIeee754<T>
    {
        InnerValueAndGradient(x, y, out T dx, out T dy);
        return dx - dy;
    }
}
