using System;
using StaticAd;

namespace StaticAd.Corpus;

// Products with Hessians, and Hessians, in differentiated code.
public static partial class NestedSecondOrder
{
    [Differentiable(Order = 2)]
    private static double Valley(double x, double y) => (1 - x) * (1 - x) + 10 * (y - x * x) * (y - x * x);

    // check: 0.4, 0.7, 1.5
    [Differentiable]
    public static double Bend(double x, double y, double along)
    {
        double value = ValleyHvp(x, y, along, -1, out double byX, out double byY);
        return byX * byY + value;
    }

    // check: 0.4, 0.7
    [Differentiable]
    public static double Determinant(double x, double y)
    {
        Span<double> hessian = stackalloc double[4];
        ValleyHessian(x, y, hessian);
        return hessian[0] * hessian[3] - hessian[1] * hessian[2];
    }

    [Differentiable(Order = 2)]
    private static double Chain(ReadOnlySpan<double> x)
    {
        double energy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double stretch = x[i] - (i > 0 ? x[i - 1] : 0.3);
            energy += Math.Cosh(stretch) + 0.1 * x[i] * x[i] * x[i] * x[i];
        }

        return energy;
    }

    // check: new double[] { 0.5, -1.5, 2 }, new double[] { 1, 2, -0.5 }
    [Differentiable]
    public static double Curvature(ReadOnlySpan<double> x, ReadOnlySpan<double> along)
    {
        double[] product = new double[x.Length];
        ChainHvp(x, along, product);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += along[i] * product[i];
        }

        return sum;
    }

    // check: new double[] { 0.5, -1.5, 2 }
    [Differentiable]
    public static double Trace(ReadOnlySpan<double> x)
    {
        double[] hessian = new double[x.Length * x.Length];
        double sum = ChainHessian(x, hessian);
        for (int i = 0; i < x.Length; i++)
        {
            sum *= hessian[i * x.Length + i];
        }

        return sum;
    }

    // Steps of Newton's method, each solved by descending along products with the Hessian.
    // check: new double[] { 0.5, -0.5, 0.8 }
    [Differentiable]
    public static double Minimum(ReadOnlySpan<double> start)
    {
        double[] x = start.ToArray(), gradient = new double[x.Length], step = new double[x.Length], product = new double[x.Length];
        double value = 0;
        for (int newton = 0; newton < 2; newton++)
        {
            value = ChainValueAndGradient(x, gradient);
            step.AsSpan().Clear();
            for (int k = 0; k < 4; k++)
            {
                ChainHvp(x, step, product);
                for (int i = 0; i < step.Length; i++)
                {
                    step[i] -= 0.2 * (product[i] - gradient[i]);
                }
            }

            for (int i = 0; i < x.Length; i++)
            {
                x[i] -= step[i];
            }
        }

        return value + x[0];
    }

    // What a parameter moves an equilibrium by: x(p) with g(x, p) = 0 has x' = -g_p / g_x.
    [Differentiable(Order = 2)]
    private static double Potential(double x, double p) => Math.Cosh(x) - p * x;

    // check: 0.9
    [Differentiable]
    public static double Implicit(double p)
    {
        double x = p;
        for (int i = 0; i < 8; i++)
        {
            PotentialHvp(x, p, 1, 0, out double stiffness, out _);
            x -= PotentialGradient(x, p).dx / stiffness;
        }

        PotentialHvp(x, p, 1, 0, out double byX, out double byP);
        return -byP / byX;
    }

    [Differentiable(Order = 2)]
    private static double Soft(ReadOnlySpan<double> x, double scale)
    {
        Span<double> scaled = stackalloc double[3];
        for (int i = 0; i < 3; i++)
        {
            scaled[i] = x[i] * scale + Cubed(x[i]);
        }

        return scaled[0] * scaled[1] * scaled[2];
    }

    public static double Cubed(double x) => x * x * x;

    [DerivativeOf(typeof(NestedSecondOrder), nameof(Cubed), Mode = DerivativeMode.Vjp)]
    public static double CubedVjp(double x, double resultBar, out double dx)
    {
        dx = 3 * x * x * resultBar;
        return x * x * x;
    }

    // check: new double[] { 0.5, -1.5, 2 }, 0.7
    [Differentiable]
    public static double OfRules(ReadOnlySpan<double> x, double scale)
    {
        double[] product = new double[3];
        SoftHvp(x, scale, x, scale, product, out double byScale);
        return product[0] * product[2] + byScale;
    }

    [Differentiable(Order = 2)]
    private static double Power(double x, int n) => n == 0 ? 1 : Math.Sin(x * Power(x, n - 1));

    // check: 0.8
    [Differentiable]
    public static double OfRecursion(double x)
    {
        PowerHvp(x, 3, x, out double product);
        return product;
    }
}
