using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Norms of any order, whose derivatives are rules of the runtime.</summary>
public static partial class VectorNorms
{
    // check: [0.3, -1.2, 2.5, 0.7, 0.1, -0.4], 3, 1.0
    // check: [0.3, -1.2, 2.5, 0.7, 0.1, -0.4], 3, 2.0
    // check: [0.3, -1.2, 2.5, 0.7, 0.1, -0.4], 2, 3.0
    // check: [0.3, -1.2, 2.5, 0.7, 0.1, -0.4], 6, 0.5
    // check: [0.3, -1.2, 2.5, 0.7, 0.1, -0.4], 3, -1.5
    // check: [0.3, -1.2, 2.5, 0.7, 0.1, -0.4], 3, 0.0
    // check: [0.3, -1.2, 2.5, 0.7, 0.1, -0.4], 3, double.PositiveInfinity
    // check: [0.3, -1.2, 2.5, 0.7, 0.1, -0.4], 3, double.NegativeInfinity
    // check: [0, -1.2, 0, 0.7], 2, 2.0
    // check: [0, -1.2, 0, 0.7], 2, 4.0
    [Differentiable(Order = 2)]
    public static double OfABatch(ReadOnlySpan<double> a, int size, [NoDerivative] double order)
    {
        using var arena = Arena.Enter();
        Span<double> norms = arena.Allocate<double>(a.Length / size);
        LinearAlgebra.Norms(a, norms, size, order);
        double sum = 0;
        for (int i = 0; i < norms.Length; i++)
        {
            sum += Math.Sin(norms[i] * (i + 1));
        }

        return sum;
    }

    // check: [0.3, -1.2, 2.5, 0.7, 0.1, -0.4, 1.1, 0.2]
    [Differentiable(Order = 2)]
    public static double OfMatrices(ReadOnlySpan<double> elements)
    {
        using var arena = Arena.Enter();
        var a = new MatrixBatch<double>(elements, 2, 2);
        Matrix<double> first = a[0];
        return (a.Norms(1) * a).Norm(3) + first.Norm(1.5) * a.Norm(double.PositiveInfinity);
    }

    // check: [0, 0, 0, 3, -3, 1], 3, 1.0 // kink 0, 0, 0, 1, -1, 1
    // check: [0, 0, 0, 3, -3, 1], 3, 2.5 // kink 0, 0, 0, 0.6473739861504318, -0.6473739861504318, 0.12458718172343762
    // check: [0, 0, 0, 3, -3, 1], 3, double.PositiveInfinity // kink 0, 0, 0, 0.5, -0.5, 0
    // check: [0, 0, 0, 3, -3, 1], 3, double.NegativeInfinity // kink 0, 0, 0, 0, 0, 1
    [Differentiable]
    public static double AtKinks(ReadOnlySpan<double> a, int size, [NoDerivative] double order)
    {
        Span<double> norms = stackalloc double[2];
        LinearAlgebra.Norms(a, norms, size, order);
        return norms[0] + norms[1];
    }

    // check: [0.25f, -0.5f, 0.75f, 1f]
    [Differentiable]
    public static float InSingle(ReadOnlySpan<float> a)
    {
        Span<float> norms = stackalloc float[2];
        LinearAlgebra.Norms(a, norms, 2, 3f);
        return norms[0] * norms[1];
    }
}
