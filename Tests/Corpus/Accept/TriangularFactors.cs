using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Triangular factors with exchanged rows, whose derivatives are rules of the runtime.</summary>
public static partial class TriangularFactors
{
    // check: [0.3, -0.2, 0.5, 0.7, 2.1, -0.4, 1.1, 0.2, 1.6, 4.5, 0.9, -1.3, 0.4, 0.8, -0.9, 1.5, 0.2, -0.7]
    [Differentiable(Order = 2)]
    public static double OfABatch(ReadOnlySpan<double> a)
    {
        using var arena = Arena.Enter();
        Span<double> lower = arena.Allocate<double>(18), upper = arena.Allocate<double>(18);
        Span<int> rows = arena.Allocate<int>(6);
        LinearAlgebra.Lu(a, lower, upper, rows, 3);
        double sum = 0;
        for (int i = 0; i < lower.Length; i++)
        {
            sum += Math.Sin(lower[i] * (i + 1)) + Math.Cos(upper[i] + i);
        }

        return sum;
    }

    // The order of the rows leads to numbers that are active.
    // check: [0.3, -0.2, 0.5, 0.7, 2.1, -0.4, 1.1, 0.2, 1.6], [0.3, 0.9, 0.8], [0, 0, 0]
    [Differentiable(Order = 2)]
    public static double Solved(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<int> rows)
    {
        Span<double> lower = stackalloc double[9], upper = stackalloc double[9], ordered = stackalloc double[3], x = stackalloc double[3], y = stackalloc double[3];
        LinearAlgebra.Lu(a, lower, upper, rows, 3);
        for (int i = 0; i < 3; i++)
        {
            ordered[i] = b[rows[i]];
        }

        LinearAlgebra.SolveTriangular(lower, ordered, y, 3, 1, upper: false, unit: true);
        LinearAlgebra.SolveTriangular(upper, y, x, 3, 1, upper: true);
        return x[0] * x[1] + x[2];
    }

    // check: [1.25f, -0.25f, 2.75f, 2f]
    [Differentiable]
    public static float InSingle(ReadOnlySpan<float> a)
    {
        Span<float> lower = stackalloc float[4], upper = stackalloc float[4];
        Span<int> rows = stackalloc int[2];
        LinearAlgebra.Lu(a, lower, upper, rows, 2);
        return lower[2] * upper[3] + upper[1] * upper[0];
    }
}
