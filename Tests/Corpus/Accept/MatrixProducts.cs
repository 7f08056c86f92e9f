using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Products of batches of matrices, whose derivatives are rules of the runtime.</summary>
public static partial class MatrixProducts
{
    // Two products of 2 by 3 and 3 by 2.
    // check: [0.3, -1.2, 2.5, 0.7, 0.1, -0.4, 1.1, 0.2, -0.6, 0.5, 0.9, -1.3], [0.4, 0.8, -0.9, 1.5, 0.2, -0.7, 0.6, -0.1, 1.2, 0.3, -0.5, 0.8]
    [Differentiable(Order = 2)]
    public static double Squares(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Span<double> product = new double[8];
        LinearAlgebra.Multiply(a, b, product, 2, 3, 2, false, false);
        double sum = 0;
        for (int i = 0; i < product.Length; i++)
        {
            sum += product[i] * product[i];
        }

        return sum;
    }

    // One left factor for two right ones, both stored transposed.
    // check: [0.3, -1.2, 2.5, 0.7, 0.1, -0.4], [0.4, 0.8, -0.9, 1.5, 0.2, -0.7, 0.6, -0.1, 1.2, 0.3, -0.5, 0.8], [0, 0, 0, 0, 0, 0, 0, 0]
    [Differentiable(Order = 2)]
    public static void Broadcast(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> product) =>
        LinearAlgebra.Multiply(a, b, product, 2, 3, 2, true, true);

    // check: [0.25f, -1.25f, 2.5f, 0.75f], [0.5f, 0.75f, -1f, 1.5f]
    [Differentiable]
    public static float Floats(ReadOnlySpan<float> a, Span<float> sum)
    {
        LinearAlgebra.MultiplyAdd(a, a, sum, 2, 2, 2, false, true);
        return sum[0] * sum[3];
    }
}
