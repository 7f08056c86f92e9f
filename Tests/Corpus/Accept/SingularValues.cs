using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Singular values, their vectors and pseudo-inverses, whose derivatives are rules of the runtime.</summary>
public static partial class SingularValues
{
    // check: [1.3, -0.2, 0.5, 0.7, 2.1, -0.4, 0.1, 0.2, 1.6, 0.5, 0.9, -1.3], 3, 2
    // check: [1.3, -0.2, 0.5, 0.7, 2.1, -0.4, 0.1, 0.2, 1.6, 0.5, 0.9, -1.3], 2, 3
    [Differentiable(Order = 2)]
    public static double Decomposed(ReadOnlySpan<double> a, int rows, int columns)
    {
        using var arena = Arena.Enter();
        Span<double> u = arena.Allocate<double>(4 * rows), s = arena.Allocate<double>(4), vt = arena.Allocate<double>(4 * columns);
        LinearAlgebra.SingularValueDecomposition(a, u, s, vt, rows, columns);
        double sum = 0;
        for (int i = 0; i < u.Length; i++)
        {
            sum += Math.Sin(u[i] * (i + 1));
        }

        for (int i = 0; i < vt.Length; i++)
        {
            sum += Math.Cos(vt[i] + i) * s[i / columns];
        }

        return sum;
    }

    // The sum of the singular values, and the largest times the smallest.
    // check: [1.3, -0.2, 0.5, 0.7, 2.1, -0.4, 0.1, 0.2, 1.6]
    [Differentiable(Order = 2)]
    public static double Norms(ReadOnlySpan<double> a)
    {
        Span<double> values = stackalloc double[3];
        LinearAlgebra.SingularValues(a, values, 3, 3);
        return values[0] + values[1] + values[2] + values[0] * values[2];
    }

    // One pseudo-inverse for two right-hand sides.
    // check: [1.3, -0.2, 0.5, 0.7, 2.1, -0.4], [0.3, 0.9, 0.8, 2.1, -0.7, 0.4]
    [Differentiable(Order = 2)]
    public static double LeastSquares(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Span<double> inverse = stackalloc double[6], x = stackalloc double[4];
        LinearAlgebra.PseudoInverse(a, inverse, 3, 2);
        LinearAlgebra.Multiply(inverse, b, x, 2, 3, 1);
        return Math.Sin(x[0]) * x[3] + x[1] * x[2];
    }

    // check: [1.25f, -0.25f, 0.75f, 2f, 0.5f, -1f]
    [Differentiable]
    public static float InSingle(ReadOnlySpan<float> a)
    {
        Span<float> values = stackalloc float[2], inverse = stackalloc float[6];
        LinearAlgebra.SingularValues(a, values, 2, 3);
        LinearAlgebra.PseudoInverse(a, inverse, 2, 3);
        return values[0] * values[1] + inverse[1] * inverse[2];
    }
}
