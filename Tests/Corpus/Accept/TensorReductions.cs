using System;
using System.Numerics.Tensors;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Methods of <c>TensorPrimitives</c> that make one number of many: values are the library's, bit by bit.</summary>
public static partial class TensorReductions
{
    // check: new double[] { 0.7, -1.2, 0.4, 2.1, 0.9, -0.3, 1.6, 0.2, 1.1 }
    [Differentiable]
    public static double Sums(ReadOnlySpan<double> x) =>
        TensorPrimitives.Sum(x) * TensorPrimitives.SumOfSquares(x) + TensorPrimitives.SumOfMagnitudes(x) * TensorPrimitives.Average(x);

    // check: new double[] { 0.7, -1.2, 0.4, 2.1, 0.9 }, new double[] { 1.1, 0.3, -0.8, 0.2, 1.4 }
    [Differentiable(Order = 2)]
    public static double Cosine(double[] x, ReadOnlySpan<double> y)
    {
        double dot = TensorPrimitives.Dot(x, y);
        return dot / (TensorPrimitives.Norm<double>(x) * TensorPrimitives.Norm(y)) - Math.Exp(TensorPrimitives.CosineSimilarity(x, y));
    }

    // check: new double[] { 0.7, -1.2, 0.4 }, new double[] { 1.1, 0.3, -0.8 }
    // check: new double[] { 2.5 }, new double[] { -1.5 }
    [Differentiable]
    public static double Apart(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double distance = TensorPrimitives.Distance(x, y);
        return distance > 1 ? distance * TensorPrimitives.ProductOfSums(x, y) : TensorPrimitives.ProductOfDifferences(x, y);
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }
    [Differentiable]
    public static double Spread(ReadOnlySpan<double> x) => TensorPrimitives.StdDev(x) * TensorPrimitives.Product(x);

    // check: new float[] { 0.5f, -1.25f, 0.75f, 1.5f }, new float[] { 1.5f, 0.25f, 0.5f, -1f }
    [Differentiable]
    public static float Singles(ReadOnlySpan<float> x, float[] y) =>
        TensorPrimitives.Dot(x, y) + TensorPrimitives.Sum(x) * TensorPrimitives.Norm(x);

    // check: new double[] { 0.3, -0.2, 0.5, 0.1, 0.7, -0.6 }, new double[] { 0.4, -0.1, 0.2 }, 3
    [Differentiable]
    public static double Perceptron(ReadOnlySpan<double> weights, ReadOnlySpan<double> x, int hidden)
    {
        double sum = 0;
        for (int i = 0; i + x.Length <= weights.Length; i += x.Length)
        {
            sum += Math.Tanh(TensorPrimitives.Dot(weights.Slice(i, x.Length), x));
        }

        return sum * hidden;
    }

    // check: new double[] { 0.3, -0.2, 0.5, 0.1 }, new double[] { 0.9, 0.4, -0.7, 0.2 }, 5
    [Differentiable]
    public static void GramSchmidt(Span<double> x, ReadOnlySpan<double> y, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            double along = TensorPrimitives.Dot(x, y);
            TensorPrimitives.MultiplyAdd(y, -0.5 * along, x, x);
            TensorPrimitives.Divide(x, TensorPrimitives.Norm<double>(x), x);
        }
    }

    // check: new double[] { 0.3, -0.2, 1.5, 0.1 }
    [Differentiable]
    public static double Largest(ReadOnlySpan<double> x)
    {
        int at = TensorPrimitives.IndexOfMax(x);
        return x[at] * x[TensorPrimitives.IndexOfMinMagnitude(x)] + TensorPrimitives.MaxMagnitude(x);
    }
}
