using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Polynomials
{
    // check: new double[] { 1.5, -2, 0.25, 3 }, 0.7
    [Differentiable]
    public static double Horner(ReadOnlySpan<double> coefficients, double x)
    {
        double value = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
        {
            value = value * x + coefficients[i];
        }

        return value;
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }, 0.7
    [Differentiable]
    public static double Clenshaw(ReadOnlySpan<double> coefficients, double x)
    {
        double b1 = 0;
        double b2 = 0;
        for (int i = coefficients.Length - 1; i > 0; i--)
        {
            double b0 = coefficients[i] + 2 * x * b1 - b2;
            b2 = b1;
            b1 = b0;
        }

        return coefficients[0] + x * b1 - b2;
    }

    // check: new double[] { 1.5, -2, 0.25 }, new double[] { 0.7, 1.1, -3 }, 0.4
    [Differentiable]
    public static double RationalFunction(double[] numerator, double[] denominator, double x)
        => Horner(numerator, x) / (1 + x * Horner(denominator, x));

    // check: new double[] { 0.1, 0.9, 2.2, 3.1 }, new double[] { 1, -0.5, 0.25, 2 }, 1.4
    [Differentiable]
    public static double LagrangeInterpolation(ReadOnlySpan<double> nodes, ReadOnlySpan<double> values, double x)
    {
        double sum = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            double basis = values[i];
            for (int j = 0; j < nodes.Length; j++)
            {
                if (j != i)
                {
                    basis *= (x - nodes[j]) / (nodes[i] - nodes[j]);
                }
            }

            sum += basis;
        }

        return sum;
    }
}
