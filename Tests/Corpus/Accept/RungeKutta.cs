using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class RungeKutta
{
    // check: 0.5, -0.3, 1.7, 4
    [Differentiable]
    public static double VanDerPol(double position, double velocity, double damping, int steps)
    {
        double h = 2.0 / steps;
        double x = position;
        double v = velocity;
        for (int i = 0; i < steps; i++)
        {
            double kx1 = v;
            double kv1 = damping * (1 - x * x) * v - x;
            double x2 = x + 0.5 * h * kx1;
            double kx2 = v + 0.5 * h * kv1;
            double kv2 = damping * (1 - x2 * x2) * kx2 - x2;
            double x3 = x + 0.5 * h * kx2;
            double kx3 = v + 0.5 * h * kv2;
            double kv3 = damping * (1 - x3 * x3) * kx3 - x3;
            double x4 = x + h * kx3;
            double kx4 = v + h * kv3;
            double kv4 = damping * (1 - x4 * x4) * kx4 - x4;
            x += h / 6 * (kx1 + 2 * kx2 + 2 * kx3 + kx4);
            v += h / 6 * (kv1 + 2 * kv2 + 2 * kv3 + kv4);
        }

        return x * x + v * v;
    }

    // check: new double[] { 1.1, 0.6, -0.8 }, new double[] { 0, 0, 0 }, 3
    [Differentiable]
    public static void Chain(ReadOnlySpan<double> x, Span<double> y, int steps)
    {
        int n = x.Length;
        double h = 2.0 / steps;
        Span<double> k1 = stackalloc double[n];
        Span<double> k2 = stackalloc double[n];
        Span<double> k3 = stackalloc double[n];
        Span<double> k4 = stackalloc double[n];
        Span<double> stage = stackalloc double[n];
        for (int step = 0; step < steps; step++)
        {
            Slope(x, y, k1);
            Advance(y, 0.5 * h, k1, stage);
            Slope(x, stage, k2);
            Advance(y, 0.5 * h, k2, stage);
            Slope(x, stage, k3);
            Advance(y, h, k3, stage);
            Slope(x, stage, k4);
            for (int i = 0; i < n; i++)
            {
                y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
        }
    }

    // check: new double[] { 1.1, 0.6, -0.8 }, new double[] { 0.4, -0.2, 1 }, new double[] { 9, 9, 9 }
    [Differentiable]
    internal static void Slope(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> slope)
    {
        slope[0] = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            slope[i] = x[i] * y[i - 1];
        }
    }

    // check: new double[] { 1.1, 0.6, -0.8 }, 0.25, new double[] { 0.4, -0.2, 1 }, new double[] { 9, 9, 9 }
    [Differentiable]
    internal static void Advance(ReadOnlySpan<double> y, double h, ReadOnlySpan<double> slope, Span<double> next)
    {
        for (int i = 0; i < y.Length; i++)
        {
            next[i] = y[i] + h * slope[i];
        }
    }
}
