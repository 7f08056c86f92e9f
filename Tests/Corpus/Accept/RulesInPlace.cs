using System;
using StaticAd;

namespace StaticAd.Corpus;

// Where the cotangent of a result is known before the call, a Vjp rule stands in place of the primal; elsewhere it runs it again.
public static partial class RulesInPlace
{
    // check: new double[] { 0.3, -0.5 }, new double[] { 0.1, 0.7, -1.2, 0.4 }, new double[] { 0.4, 1.1, -0.6, 0.9, 2.0, -1.5 }, 2
    [Differentiable(Order = 2)]
    public static double Mixture(
        ReadOnlySpan<double> alphas, ReadOnlySpan<double> means, [NoDerivative] ReadOnlySpan<double> points, int dimension)
    {
        double[] terms = new double[alphas.Length];
        double total = 0;
        for (int p = 0; p < points.Length / dimension; p++)
        {
            for (int k = 0; k < terms.Length; k++)
            {
                double squares = 0;
                for (int j = 0; j < dimension; j++)
                {
                    double z = points[p * dimension + j] - means[k * dimension + j];
                    squares += z * z;
                }

                terms[k] = alphas[k] - 0.5 * squares;
            }

            total += Special.LogSumExp(terms);
        }

        return total - points.Length / dimension * Special.LogSumExp(alphas);
    }

    // The cotangent is the value.
    // check: new double[] { 0.5, -1.5, 2 }
    [Differentiable(Order = 2)]
    public static double Squared(ReadOnlySpan<double> x)
    {
        double value = Special.LogSumExp(x);
        return 0.5 * value * value;
    }

    // What the rule got is written again before the end.
    // check: new double[] { 0.5, -1.5, 2 }, 0.7
    [Differentiable(Order = 2)]
    public static double WrittenAgain(ReadOnlySpan<double> x, double scale)
    {
        double[] y = x.ToArray();
        double sum = Special.LogSumExp(y);
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = Math.Sin(y[i] * scale);
        }

        return sum + Special.LogSumExp(y) * scale;
    }

    // check: new double[] { 0.5, -1.5, 2 }, 0.7
    // check: new double[] { 0.5, -1.5, 2 }, -0.7
    [Differentiable(Order = 2)]
    public static double InABranch(ReadOnlySpan<double> x, double scale)
    {
        double sum = x[0] * scale;
        if (scale > 0)
        {
            sum += 3 * Special.LogSumExp(x.Slice(1)) + Special.LogSumExp(x);
        }

        return sum;
    }

    // Each result is the next one's argument.
    // check: new double[] { 0.5, -1.5, 2 }, 4
    [Differentiable(Order = 2)]
    public static double OneAfterAnother(ReadOnlySpan<double> x, int steps)
    {
        double[] y = x.ToArray();
        for (int step = 0; step < steps; step++)
        {
            y[step % y.Length] = 0.5 * Special.LogSumExp(y);
        }

        return y[0] + 2 * y[1];
    }

    public static double Weighted(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double scale)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i] * y[i];
        }

        return sum * scale;
    }

    [DerivativeOf(typeof(RulesInPlace), nameof(Weighted), Mode = DerivativeMode.Vjp)]
    public static double WeightedVjp(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, double scale, double resultBar, Span<double> dx, Span<double> dy, out double dScale)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i] * y[i];
            dx[i] = y[i] * y[i] * scale * resultBar;
            dy[i] = 2 * x[i] * y[i] * scale * resultBar;
        }

        dScale = sum * resultBar;
        return sum * scale;
    }

    // One buffer twice, and parts of it.
    // check: new double[] { 0.5, -1.5, 2, 0.25 }, 0.7
    [Differentiable(Order = 2)]
    public static double OfItself(ReadOnlySpan<double> x, double scale) =>
        Weighted(x, x, scale) - 2 * Weighted(x.Slice(1), x.Slice(0, x.Length - 1), x[0]);

    // check: new double[] { 0.5, -1.5, 2, 0.25 }, new double[] { 1, 2, 3, 4 }
    [Differentiable]
    public static void Added(ReadOnlySpan<double> x, Span<double> y)
    {
        double weight = Weighted(x, x, 0.5);
        for (int i = 0; i < y.Length; i++)
        {
            y[i] += weight * x[i];
        }
    }
}
