using System;
using StaticAd;

namespace StaticAd.Corpus;

public interface IPotential
{
    double Cutoff { get; }

    double Energy(double r);
}

public interface IOde<TSelf>
    where TSelf : struct, IOde<TSelf>
{
    static abstract int Dimension { get; }

    static abstract double Scale(double t);

    void Slope(double t, ReadOnlySpan<double> y, Span<double> dy);
}

public readonly record struct LennardJones(double Depth, double Cutoff) : IPotential
{
    public double Energy(double r)
    {
        double s = Math.Pow(Cutoff / r, 6);
        return Depth * (s * s - s);
    }
}

public readonly struct VanDerPol(double mu) : IOde<VanDerPol>
{
    public double Mu { get; } = mu;

    public static int Dimension => 2;

    public static double Scale(double t) => Math.Exp(-t);

    public void Slope(double t, ReadOnlySpan<double> y, Span<double> dy)
    {
        dy[0] = y[1];
        dy[1] = Mu * (1 - y[0] * y[0]) * y[1] - y[0];
    }
}

/// <summary>Members of interfaces, called on type parameters that stand for structures.</summary>
public static partial class StructInterfaces
{
    // check: new LennardJones(0.7, 2.5), new double[] { 0.5, 2, 3.2 }
    [Differentiable(Order = 2)]
    public static double Energy(LennardJones potential, ReadOnlySpan<double> x) => Pairs(potential, x);

    // check: 1.5, 0.3, -0.7, 4
    [Differentiable(Order = 2)]
    public static double Run(double mu, double x, double v, int steps)
    {
        Span<double> y = [x, v];
        Euler(new VanDerPol(mu), y, 0.1, steps);
        return y[0] * y[0] + y[1];
    }

    private static double Pairs<T>(in T potential, ReadOnlySpan<double> x)
        where T : struct, IPotential
    {
        double sum = 0;
        for (int i = 1; i < x.Length; i++)
        {
            double r = x[i] - x[i - 1];
            if (r < potential.Cutoff)
            {
                sum += potential.Energy(r);
            }
        }

        return sum;
    }

    private static void Euler<T>(in T ode, Span<double> y, double h, int steps)
        where T : struct, IOde<T>
    {
        Span<double> dy = stackalloc double[T.Dimension];
        for (int i = 0; i < steps; i++)
        {
            ode.Slope(i * h, y, dy);
            for (int k = 0; k < y.Length; k++)
            {
                y[k] += h * T.Scale(h * y[k]) * dy[k];
            }
        }
    }
}
