using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Derivatives of generic methods in generic methods: those of second order, matrices, tuples, in-out memory.</summary>
public static partial class MarkedGenericNesting
{
    // check<T>: (T)0.75
    [Differentiable(Order = 2)]
    public static T Wave<T>(T x)
        where T : IFloatingPointIeee754<T>
        => T.Sin(x) * x;

    // check<T>: (T)0.75
    [Differentiable]
    public static T OfProduct<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        T value = WaveHvp(x, T.One, out T second);
        return value * second;
    }

    // check<T>: (T)0.75
    [Differentiable]
    public static T OfMatrices<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        Span<double> jacobian = stackalloc double[1];
        double[] hessian = new double[1];
        WaveJacobian(x, jacobian);
        WaveHessian<T>(x, hessian);
        return x * T.CreateChecked(jacobian[0]) + T.CreateChecked(hessian[0]);
    }

    // check<T>: ((T)0.75, (T)1.5), (T)0.5
    [Differentiable]
    public static (T, T) Pair<T>((T A, T B) pair, in T s)
        where T : struct, INumber<T>
        => (pair.A * pair.B * s, pair.B * s);

    // check<T>: new (T, T)[] { ((T)0.75, (T)1.5), ((T)0.5, (T)2) }, (T)0.5, new Rates()
    [Differentiable]
    public static T Pairs<T>((T A, T B)[] pairs, T s, Rates rates)
        where T : struct, INumber<T>
    {
        T sum = s * T.CreateChecked(rates.Rate);
        for (int i = 0; i < pairs.Length; i++)
        {
            sum += pairs[i].A * pairs[i].B * s;
        }

        return sum;
    }

    // check<T>: (T)0.75, (T)1.5
    [Differentiable]
    public static T OfTuples<T>(T x, T y)
        where T : struct, INumber<T>
    {
        (T first, T second) = PairVjp((x, y), y, x, T.One, out (T A, T B) pair, out T s);
        return first * pair.A + second * pair.B + s;
    }

    // check<T>: new T[] { (T)0.75, (T)1.5 }, (T)0.5
    [Differentiable]
    public static T Accumulated<T>(Span<T> y, ref T s)
        where T : INumber<T>
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] *= s;
            s += y[i];
        }

        return s * s;
    }

    // check<T>: new T[] { (T)0.75, (T)1.5 }, (T)0.5
    [Differentiable]
    public static T OfInOut<T>(T[] x, T s)
        where T : INumber<T>
    {
        T[] y = [.. x], along = [T.One, s];
        T dot = s;
        AccumulatedJvp<T>(y, ref s, along, ref dot, out T slope);
        return slope * along[1] + dot * y[0];
    }
}

public sealed class Rates
{
    public double Rate { get; } = 0.25;
}

/// <summary>A structure whose generic method's derivative its other methods call.</summary>
public readonly partial record struct GenericSpring(double Stiffness)
{
    // check<T>: new GenericSpring(2), (T)0.75
    [Differentiable]
    public T Force<T>(T x)
        where T : INumber<T>
        => x * x * T.CreateChecked(Stiffness);

    // check<T>: new GenericSpring(2), (T)0.75
    [Differentiable]
    public T OfForce<T>(T x)
        where T : INumber<T>
    {
        ForceVjp(x, x, out GenericSpring spring, out T dx);
        return dx * T.CreateChecked(spring.Stiffness);
    }
}
