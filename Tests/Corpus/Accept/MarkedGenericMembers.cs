using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Generic methods of objects and of structures.</summary>
public sealed partial class Regression(double weight)
{
    private readonly double _weight = weight;

    // check<T>: new Regression(0.5), (T)0.75, new T[] { (T)0.5, (T)1.5 }
    [Differentiable]
    public T Loss<T>(T scale, ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T weight = T.CreateChecked(_weight), sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * x[i] * weight;
        }

        return sum * scale;
    }
}

public readonly partial record struct Spring(double Stiffness, double Length)
{
    // check<T>: new Spring(2, 0.5), (T)0.75
    [Differentiable]
    public double Energy<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        double stretched = double.CreateChecked(x * x) - Length;
        return Stiffness * stretched * stretched;
    }
}

/// <summary>Overloads, one of which is generic, and extension methods.</summary>
public static partial class GenericOverloads
{
    // check<T>: (T)0.75
    [Differentiable]
    public static T Form<T>(this T x)
        where T : INumber<T>
        => x * x;

    // check: 0.75, 1.5
    [Differentiable]
    public static double Form(double x, double y) => x * y * y.Form();

    // check<T>: (T)0.75, (T)1.5, (T)0.5
    [Differentiable]
    public static T Form<T>(T x, T y, T z)
        where T : INumber<T>
        => x * y * z.Form();
}

/// <summary>Where a name that generated code uses means something else.</summary>
public static partial class GenericNames
{
    // check<T>: (T)0.75
    [Differentiable]
    public static T Shifted<T>(T x)
        where T : INumber<T>
        => x * x + T.CreateChecked(Same<int, int>.Shift) * x;

    private static class Same<TFrom, TTo>
    {
        public const double Shift = 0.5;
    }
}
