using System;
using System.Numerics.Tensors;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Methods of <c>TensorPrimitives</c> that give the same bits as a loop.</summary>
public static partial class Tensors
{
    // check: new double[] { 0.7, -1.2, 0.4, 2.1, 0.9 }, new double[] { 1.1, 0.3, 0.8, 0.2, 1.4 }, 1.3, new double[5]
    [Differentiable]
    public static void Elementwise(double[] x, ReadOnlySpan<double> y, double s, Span<double> result)
    {
        Span<double> first = new double[x.Length], second = new double[x.Length];
        TensorPrimitives.Add(x, y, first);
        TensorPrimitives.Multiply(first, s, first);
        TensorPrimitives.Sqrt(y, second);
        TensorPrimitives.Divide(first, second, second);
        TensorPrimitives.Subtract(s, first, first);
        TensorPrimitives.MultiplyAdd(first, second, s, second);
        TensorPrimitives.Reciprocal(y, first);
        TensorPrimitives.Abs(x, result);
        TensorPrimitives.AddMultiply(first, second, result, result);
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }, new double[] { 1.1, 0.3, 0.8, 0.2 }
    [Differentiable]
    public static double Extremes(ReadOnlySpan<double> x, ReadOnlySpan<double> weights)
    {
        Span<double> hidden = stackalloc double[4];
        TensorPrimitives.Multiply(x, weights, hidden);
        TensorPrimitives.Negate(hidden[2..], hidden[2..]);
        return TensorPrimitives.Max<double>(hidden) * TensorPrimitives.Min(x);
    }

    // check: new float[] { 0.7f, -1.2f, 0.5f }, 2
    [Differentiable]
    public static float Singles(ReadOnlySpan<float> x, int n)
    {
        Span<float> scaled = new float[x.Length];
        TensorPrimitives.Multiply(x, x, scaled);
        int largest = TensorPrimitives.Max<int>([n, 2, 3]);
        return scaled[0] * largest + TensorPrimitives.Max<float>(scaled);
    }
}
