using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Rules for generic methods, stated once for all types of numbers.</summary>
public static partial class GenericRules
{
    /// <summary>The sum of x y, of which only rules know the derivative.</summary>
    public static T Product<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    [DerivativeOf(typeof(GenericRules), nameof(Product), Mode = DerivativeMode.Vjp)]
    public static T ProductVjp<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T resultBar, Span<T> dx, Span<T> dy)
        where T : IFloatingPointIeee754<T>
    {
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] = resultBar * y[i];
            dy[i] = resultBar * x[i];
        }

        return Product(x, y);
    }

    [DerivativeOf(typeof(GenericRules), nameof(Product), Mode = DerivativeMode.Jvp)]
    public static T ProductJvp<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, out T resultDot)
        where T : IFloatingPointIeee754<T>
    {
        resultDot = Product(xDot, y) + Product(x, yDot);
        return Product(x, y);
    }

    // check: [0.3, -1.2, 2.5], [0.7, 0.1, -0.4]
    [Differentiable(Order = 2)]
    public static double Doubles(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Math.Sin(Product(x, y)) * Product(x, x);

    // check: [0.3f, -1.2f, 2.5f], [0.7f, 0.1f, -0.4f]
    [Differentiable]
    public static float Floats(ReadOnlySpan<float> x, ReadOnlySpan<float> y) => MathF.Sin(Product(x, y)) * Product(y, y);

    // check<T>: new T[] { (T)0.25, (T)(-1.25), (T)2.5 }, (T)0.75
    [Differentiable]
    public static T Mixed<T>(ReadOnlySpan<T> x, T scale)
        where T : IFloatingPointIeee754<T> => Product(x, x) * scale;
}
