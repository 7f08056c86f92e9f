using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Matrix exponentials, whose derivatives are rules of the runtime.</summary>
public static partial class MatrixExponentials
{
    // check: [0.3, -1.2, 2.5, 0.7, 0.1, -0.4, 1.1, 0.2], 2
    // check: [0, 0, 0, 0, 0.01, 0.02, -0.01, 0], 2
    // check: [0.3, -1.2, 2.5, 0.7, 0.1, -0.4, 1.1, 0.2, -7.5], 3
    [Differentiable(Order = 2)]
    public static double OfABatch(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> exponential = arena.Allocate<double>(a.Length);
        LinearAlgebra.MatrixExponential(a, exponential, n);
        double sum = 0;
        for (int i = 0; i < exponential.Length; i++)
        {
            sum += Math.Sin(exponential[i] * (i + 1));
        }

        return sum;
    }

    // The state of a linear system after some time, from each of two initial states.
    // check: [-0.3, 1.2, -0.9, -0.1], 1.5, [1, 0.5, -0.25, 2], [0, 0, 0, 0]
    [Differentiable(Order = 2)]
    public static void Flow(ReadOnlySpan<double> generator, double time, ReadOnlySpan<double> initial, Span<double> state)
    {
        Span<double> scaled = stackalloc double[4], flow = stackalloc double[4];
        for (int i = 0; i < 4; i++)
        {
            scaled[i] = time * generator[i];
        }

        LinearAlgebra.MatrixExponential(scaled, flow, 2);
        LinearAlgebra.Multiply(flow, initial, state, 2, 2, 1);
    }

    // check: [0.25f, -0.5f, 0.75f, 1f]
    [Differentiable]
    public static float InSingle(ReadOnlySpan<float> a)
    {
        Span<float> exponential = stackalloc float[4];
        LinearAlgebra.MatrixExponential(a, exponential, 2);
        return exponential[0] * exponential[3];
    }
}
