using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Inverses, systems, transposes and traces of batches of matrices, whose derivatives are rules of the runtime.</summary>
public static partial class LinearSystems
{
    // The norm of (A B⁻¹)ᵀ + tr(A) B, over a batch of two.
    // check: [1.3, -0.2, 0.5, 0.7, 2.1, -0.4, 0.1, 0.2, 1.6, 0.5, 0.9, -1.3, 0.4, 0.8, -0.9, 1.5, 0.2, -0.7], [2.4, 0.8, -0.9, 0.5, 3.2, -0.7, 0.6, -0.1, 1.2, 0.3, -2.5, 0.8, 1.1, 0.2, 0.4, -0.6, 0.7, 1.9], 3
    [Differentiable(Order = 2)]
    public static double SeedLoss(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n)
    {
        using var arena = Arena.Enter();
        Span<double> inverse = arena.Allocate<double>(b.Length), product = arena.Allocate<double>(a.Length), y = arena.Allocate<double>(a.Length);
        Span<double> traces = arena.Allocate<double>(a.Length / (n * n));
        LinearAlgebra.Inverse(b, inverse, n);
        LinearAlgebra.Multiply(a, inverse, product, n, n, n);
        LinearAlgebra.Transpose(product, y, n, n);
        LinearAlgebra.Trace(a, traces, n, n);
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double element = y[i] + traces[i / (n * n)] * b[i];
            sum += element * element;
        }

        return Math.Sqrt(sum);
    }

    // check: [1.3, -0.2, 0.7, 2.1], [2.4, 0.8, -0.9, 1.5, 0.2, 3.2, -0.7, 0.6]
    // check: [1.3, -0.2, 0.7, 2.1, 0.4, 1.7, -1.1, 0.3], [2.4, 0.8, -0.9, 1.5, 0.2, 3.2, -0.7, 0.6]
    [Differentiable(Order = 2)]
    public static double Solved(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        using var arena = Arena.Enter();
        Span<double> x = arena.Allocate<double>(8);
        LinearAlgebra.Solve(a, b, x, 2, 2);
        return Math.Sin(x[0]) * x[3] + x[5] * x[6] * x[1];
    }

    // One inverse for a batch of systems, and again of its own inverse.
    // check: [1.3, -0.2, 0.7, 2.1], [2.4, 0.8, -0.9, 1.5, 0.2, 3.2], [0, 0, 0, 0, 0, 0]
    [Differentiable(Order = 2)]
    public static void Applied(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> x)
    {
        Span<double> inverse = new double[4], again = new double[4];
        LinearAlgebra.Inverse(a, inverse, 2);
        LinearAlgebra.Multiply(inverse, b, x, 2, 2, 1);
        LinearAlgebra.Inverse(inverse, again, 2);
        x[0] *= again[1];
    }

    // check: [1.25f, -0.25f, 0.75f, 2f], [0.5f, 0.75f]
    [Differentiable]
    public static float InSingle(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Span<float> x = stackalloc float[2];
        LinearAlgebra.Solve(a, b, x, 2, 1);
        return x[0] * x[1];
    }

    // check: [1.3, -0.2, 0.7, 2.1, 0.4, 1.7], [0.5, 0.25, -1.5, 1, 2, -0.5, 0.3, 0.1, 0.9, -0.2, 0.6, -0.7]
    [Differentiable(Order = 2)]
    public static double Rectangular(ReadOnlySpan<double> one, ReadOnlySpan<double> two)
    {
        Span<double> transposed = new double[12], traces = new double[2];
        LinearAlgebra.Transpose(two, transposed, 2, 3);
        LinearAlgebra.Trace(two, traces, 2, 3);
        double sum = traces[0] * traces[1];
        LinearAlgebra.Transpose(one, transposed, 3, 2);
        for (int i = 0; i < 12; i++)
        {
            sum += transposed[i] * two[i] * two[i];
        }

        return sum;
    }
}
