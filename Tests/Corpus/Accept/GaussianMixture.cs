using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class GaussianMixture
{
    // check: new double[] { 0.3, -0.5 }, new double[] { 0.1, 0.7, -1.2, 0.4 }, new double[] { 0.2, -0.1, 0.3, 0.05 }, new double[] { 0.4, 1.1, -0.6, 0.9, 2.0, -1.5 }, 2
    [Differentiable]
    public static double LogLikelihood(
        ReadOnlySpan<double> alphas,
        ReadOnlySpan<double> means,
        ReadOnlySpan<double> logScales,
        [NoDerivative] ReadOnlySpan<double> points,
        int dimension)
    {
        int components = alphas.Length;
        Span<double> terms = stackalloc double[components];
        double total = 0;
        for (int p = 0; p < points.Length / dimension; p++)
        {
            for (int k = 0; k < components; k++)
            {
                double exponent = alphas[k];
                for (int j = 0; j < dimension; j++)
                {
                    double logScale = logScales[k * dimension + j];
                    double z = (points[p * dimension + j] - means[k * dimension + j]) * Math.Exp(logScale);
                    exponent += logScale - 0.5 * z * z;
                }

                terms[k] = exponent;
            }

            total += LogSum(terms);
        }

        return total - points.Length / dimension * LogSum(alphas);
    }

    // check: new double[] { 0.3, -0.5, 1.1 }
    [Differentiable]
    internal static double LogSum(ReadOnlySpan<double> x)
    {
        double largest = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            largest = Math.Max(largest, x[i]);
        }

        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Math.Exp(x[i] - largest);
        }

        return Math.Log(sum) + largest;
    }
}
