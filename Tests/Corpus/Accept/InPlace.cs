using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class InPlace
{
    // check: new double[] { 1.5, -2, 0.25 }, new double[] { 0.7, 3, -1.1 }
    [Differentiable]
    public static void MultiplyAssign(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] *= x[i];
        }
    }

    // check: new double[] { 1.5, -2, 0.25 }
    [Differentiable]
    public static void SquareTwice(Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] *= y[i];
            y[i] = y[i] * y[i] + 1;
        }
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }
    [Differentiable]
    public static void Reverse(Span<double> y)
    {
        for (int i = 0; i < y.Length / 2; i++)
        {
            double swapped = y[i];
            y[i] = y[y.Length - 1 - i];
            y[y.Length - 1 - i] = swapped;
        }
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }
    [Differentiable]
    public static void Softmax(Span<double> y)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = Math.Exp(y[i]);
            sum += y[i];
        }

        for (int i = 0; i < y.Length; i++)
        {
            y[i] /= sum;
        }
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }
    [Differentiable]
    public static double Normalise(Span<double> y)
    {
        double square = 0;
        for (int i = 0; i < y.Length; i++)
        {
            square += y[i] * y[i];
        }

        double norm = Math.Sqrt(square);
        for (int i = 0; i < y.Length; i++)
        {
            y[i] /= norm;
        }

        return norm;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }, new double[] { 9, 9, 9, 9 }
    [Differentiable]
    public static void Overwritten(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = y[i] * 100;
            y[i] = x[i] * x[i];
        }
    }

    // check: new double[] { 1.5, -2, 0.25, 3, 1, 0.5 }, 3
    [Differentiable]
    public static void GaussSeidel(Span<double> u, int sweeps)
    {
        for (int sweep = 0; sweep < sweeps; sweep++)
        {
            for (int i = 1; i < u.Length - 1; i++)
            {
                u[i] = 0.5 * (u[i - 1] + u[i + 1]) + 0.01 * u[i] * u[i];
            }
        }
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }
    [Differentiable]
    public static void IncrementAndNegate(Span<double> y)
    {
        y[0]++;
        --y[1];
        y[2] = -y[2];
        y[3] -= y[0] * y[2];
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }, 0.3
    [Differentiable]
    public static void OneElementManyTimes(Span<double> y, double x)
    {
        for (int i = 0; i < 5; i++)
        {
            y[1] = y[1] * x + y[0];
        }
    }
}
