using System;
using System.Numerics;
using System.Numerics.Tensors;
using StaticAd;

namespace StaticAd.Corpus;

public readonly record struct Couple<T>(T First, T Second);

/// <summary>Marked generic methods that cannot have derivatives, or not for all types.</summary>
public static partial class RejectedGenerics
{
    [Differentiable]
    public static TTo TwoTypes<TFrom, TTo>(TFrom x, TTo y) // expect: SAD0004
        where TFrom : INumber<TFrom>
        where TTo : INumber<TTo>
        => TTo.CreateChecked(x) * y;

    [Differentiable]
    public static T OfAStructure<T>(Couple<T> x) // expect: SAD0004
        where T : INumber<T>
        => x.First * x.Second;

    [Differentiable]
    public static Couple<T> ToAStructure<T>(T x) // expect: SAD0004
        where T : INumber<T>
        => new(x, x * x);

    [Differentiable]
    public static T OfAFunction<T>(T x, Func<T, T> f) // expect: SAD0004
        where T : INumber<T>
        => f(x);

    [Differentiable]
    public static T OnlyTheResult<T>(double x) // expect: SAD0004
        where T : INumber<T>
        => T.CreateChecked(x);

    [Differentiable]
    public static T WithAMissingNumber<T>(T x, T? y) // expect: SAD0007
        where T : struct, INumber<T>
        => x * (y ?? T.One);

    [Differentiable]
    public static T Integers<T>(T x) // expect: SAD0004
        where T : IBinaryInteger<T>
        => x * x;

    [Differentiable]
    public static T NotForHalf<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Sum(x) * x[0]; // expect: SAD0004

    [Differentiable]
    public static T CallsItself<T>(T x, int n)
        where T : INumber<T>
        => n == 0 ? x : CallsItself(x * x, n - 1); // expect: SAD0021

    [Differentiable]
    public static T Inner<T>(T x)
        where T : INumber<T>
        => x * x;

    [Differentiable]
    public static double ForAnInteger(double x, int n)
        => x * InnerJvp(n, n, out _); // expect: SAD0023

    [Differentiable(Batch = true)]
    public static T BatchOfALoop<T>(T x, int n)
        where T : INumber<T>
    {
        for (int i = 0; i < n; i++) // expect: SAD0009
        {
            x *= x;
        }

        return x;
    }

    public static T OwnVjp<T>(T x, T resultBar, out T dx)
        where T : INumber<T>
    {
        dx = resultBar;
        return x;
    }

    [Differentiable]
    public static T Own<T>(T x) // expect: SAD0008
        where T : INumber<T>
        => x;

    [Differentiable]
    public static T Beside<T>(T x, T y) // expect: SAD0008
        where T : INumber<T>
        => x * y;

    [Differentiable]
    public static double Beside(double x, double y) // expect: SAD0008
        => x * y;

    [Differentiable(Name = "BesideToo")]
    public static float Beside(float x, float y)
        => x * y;

    public static partial class Around<TAround>
    {
        [Differentiable]
        public static double InAGenericType(double x) // expect: SAD0004
            => x * x;
    }
}
