using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Orthogonal and triangular factors, whose derivatives are rules of the runtime.</summary>
public static partial class OrthogonalFactors
{
    // check: [1.3, -0.2, 0.5, 0.7, 2.1, -0.4, 0.1, 0.2, 1.6, 0.5, 0.9, -1.3]
    [Differentiable(Order = 2)]
    public static double OfABatch(ReadOnlySpan<double> a)
    {
        using var arena = Arena.Enter();
        Span<double> q = arena.Allocate<double>(12), r = arena.Allocate<double>(8);
        LinearAlgebra.Qr(a, q, r, 3, 2);
        double sum = 0;
        for (int i = 0; i < q.Length; i++)
        {
            sum += Math.Sin(q[i] * (i + 1));
        }

        for (int i = 0; i < r.Length; i++)
        {
            sum += Math.Cos(r[i] + i);
        }

        return sum;
    }

    // A straight line through points, by least squares: R x = Qᵀ y.
    // check: [0.1, 0.7, 1.2, 2.5], [0.3, 0.9, 0.8, 2.1]
    [Differentiable(Order = 2)]
    public static double Line(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Span<double> a = stackalloc double[8], q = stackalloc double[8], r = stackalloc double[4];
        Span<double> projected = stackalloc double[2], coefficients = stackalloc double[2];
        for (int i = 0; i < 4; i++)
        {
            a[2 * i] = 1;
            a[2 * i + 1] = x[i];
        }

        LinearAlgebra.Qr(a, q, r, 4, 2);
        LinearAlgebra.Multiply(q, y, projected, 2, 4, 1, transposeA: true);
        LinearAlgebra.SolveTriangular(r, projected, coefficients, 2, 1, upper: true);
        return coefficients[0] * coefficients[1];
    }

    // check: [1.25f, -0.25f, 0.75f, 2f]
    [Differentiable]
    public static float InSingle(ReadOnlySpan<float> a)
    {
        Span<float> q = stackalloc float[4], r = stackalloc float[4];
        LinearAlgebra.Qr(a, q, r, 2, 2);
        return q[1] * r[1] + r[3];
    }
}
