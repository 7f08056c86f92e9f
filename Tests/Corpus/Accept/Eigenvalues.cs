using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Eigenvalues and eigenvectors of symmetric matrices, whose derivatives are rules of the runtime.</summary>
public static partial class Eigenvalues
{
    // Both triangles are read, of each matrix of the batch.
    // check: [2.5, 0.3, -0.4, 0.1, 1.1, 0.6, -0.2, 0.5, 3.7, 1.5, 0.2, 0.1, 0.4, 2.2, -0.7, 0.1, -0.6, -1.8]
    [Differentiable(Order = 2)]
    public static double OfABatch(ReadOnlySpan<double> a)
    {
        using var arena = Arena.Enter();
        Span<double> values = arena.Allocate<double>(6), vectors = arena.Allocate<double>(18);
        LinearAlgebra.SymmetricEigenvalues(a, values, vectors, 3);
        double sum = 0;
        for (int i = 0; i < vectors.Length; i++)
        {
            sum += Math.Sin(vectors[i] * (i % 4 + 1)) * values[i / 3];
        }

        return sum;
    }

    // The entropy of a density matrix; for values alone their vectors are not asked for.
    // check: [0.5, 0.1, -0.05, 0.1, 0.3, 0.02, -0.05, 0.02, 0.2]
    // check: [0.5, 0, 0, 0, 0.25, 0, 0, 0, 0.125]
    [Differentiable(Order = 2)]
    public static double Entropy(ReadOnlySpan<double> density)
    {
        Span<double> values = stackalloc double[3];
        LinearAlgebra.SymmetricEigenvalues(density, values, 3);
        double sum = 0;
        foreach (double value in values)
        {
            sum -= value * Math.Log(value);
        }

        return sum;
    }

    // One matrix for a batch of vectors, and its principal axis.
    // check: [1.25f, -0.25f, 0.75f, 2f], [0.5f, 0.75f, 1.5f, -0.5f]
    [Differentiable]
    public static float InSingle(ReadOnlySpan<float> a, ReadOnlySpan<float> x)
    {
        Span<float> values = stackalloc float[2], vectors = stackalloc float[4], turned = stackalloc float[4];
        LinearAlgebra.SymmetricEigenvalues(a, values, vectors, 2);
        LinearAlgebra.Multiply(vectors, x, turned, 2, 2, 1, transposeA: true);
        return turned[0] * turned[3] * values[1];
    }
}
