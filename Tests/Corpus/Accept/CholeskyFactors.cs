using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Cholesky factors and triangular systems, whose derivatives are rules of the runtime.</summary>
public static partial class CholeskyFactors
{
    // check: [2.5, 0.3, -0.4, 0.3, 1.9, 0.6, -0.4, 0.6, 3.1, 1.5, 0.2, 0.1, 0.2, 2.2, -0.7, 0.1, -0.7, 1.8]
    [Differentiable(Order = 2)]
    public static double OfABatch(ReadOnlySpan<double> a)
    {
        using var arena = Arena.Enter();
        Span<double> factor = arena.Allocate<double>(a.Length);
        LinearAlgebra.Cholesky(a, factor, 3);
        double sum = 0;
        for (int i = 0; i < factor.Length; i++)
        {
            sum += Math.Sin(factor[i] * (i + 1));
        }

        return sum;
    }

    // The logarithm of a normal density, of any covariance.
    // check: [2.5, 0.3, -0.4, 0.3, 1.9, 0.6, -0.4, 0.6, 3.1], [0.7, -0.2, 1.1]
    [Differentiable(Order = 2)]
    public static double NormalLogDensity(ReadOnlySpan<double> covariance, ReadOnlySpan<double> x)
    {
        using var arena = Arena.Enter();
        Span<double> factor = arena.Allocate<double>(9), white = arena.Allocate<double>(3);
        LinearAlgebra.Cholesky(covariance, factor, 3);
        LinearAlgebra.SolveTriangular(factor, x, white, 3, 1, upper: false);
        double sum = -1.5 * Math.Log(2 * Math.PI);
        for (int i = 0; i < 3; i++)
        {
            sum -= 0.5 * white[i] * white[i] + Math.Log(factor[4 * i]);
        }

        return sum;
    }

    // What is not read of a matrix has no influence.
    // check: [1.3, -0.2, 0.7, 2.1, 0.4, 1.7, -1.1, 0.3], [2.4, 0.8], [0, 0, 0, 0], true, false, true
    // check: [1.3, -0.2, 0.7, 2.1], [2.4, 0.8, -0.9, 1.5], [0, 0, 0, 0], false, false, true
    // check: [1.3, -0.2, 0.7, 2.1, 0.4, 1.7, -1.1, 0.3], [2.4, 0.8, 0.5, -0.3], [0, 0, 0, 0], true, true, false
    [Differentiable(Order = 2)]
    public static void Triangular(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> x, bool upper, bool unit, bool transposed) =>
        LinearAlgebra.SolveTriangular(a, b, x, 2, 1, upper, unit, transposed);
}
