using System;
using System.Numerics.Tensors;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Methods of <c>TensorPrimitives</c> that apply a function to each element, in approximations of their own.</summary>
public static partial class TensorFunctions
{
    // check: new double[] { 0.7, -1.2, 0.4, 2.1, 0.9 }
    [Differentiable]
    public static double CrossEntropy(ReadOnlySpan<double> logits)
    {
        Span<double> p = stackalloc double[5];
        TensorPrimitives.SoftMax(logits, p);
        return -Math.Log(p[2]) - 0.5 * Math.Log(p[3]);
    }

    // check: new double[] { 0.7, -1.2, 0.4, 2.1, 0.9 }, new double[] { 0.2, 0.1, 0.3, 0.2, 0.2 }
    [Differentiable(Order = 2)]
    public static double InPlace(ReadOnlySpan<double> x, double[] weights)
    {
        Span<double> work = new double[x.Length];
        TensorPrimitives.Multiply(x, weights, work);
        TensorPrimitives.Exp<double>(work, work);
        TensorPrimitives.Log<double>(work, work);
        TensorPrimitives.Tanh<double>(work, work);
        TensorPrimitives.Sigmoid<double>(work, work);
        TensorPrimitives.SoftMax<double>(work, work);
        return TensorPrimitives.Dot<double>(work, weights);
    }

    // check: new double[] { 0.7, 1.2, 0.4 }, new double[] { 1.1, 0.3, -0.8 }, 1.3, new double[3]
    [Differentiable]
    public static void Powers(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double s, Span<double> result)
    {
        Span<double> other = new double[x.Length];
        TensorPrimitives.Pow(x, y, result);
        TensorPrimitives.Pow(x, s, other);
        TensorPrimitives.Add(result, other, result);
        TensorPrimitives.Pow(s, y, other);
        TensorPrimitives.Hypot(result, other, result);
        TensorPrimitives.Atan2(result, s, other);
        TensorPrimitives.Lerp(result, other, 0.3, result);
    }

    // check: new double[] { 0.7, -1.2, 0.4, 2.1 }, new double[4], new double[4]
    [Differentiable]
    public static void Waves(ReadOnlySpan<double> x, Span<double> sines, Span<double> cosines)
    {
        for (int i = 0; i < 3; i++)
        {
            TensorPrimitives.SinCos(x, sines, cosines);
            TensorPrimitives.Add(sines, cosines, sines);
            TensorPrimitives.Cos(sines, cosines);
        }
    }

    // check: new double[] { 0.2, 0.5, 0.4 }, new double[3]
    [Differentiable]
    public static void Chain(ReadOnlySpan<double> x, Span<double> y)
    {
        TensorPrimitives.Sin(x, y);
        TensorPrimitives.Asin(y, y);
        TensorPrimitives.SinPi(y, y);
        TensorPrimitives.Cosh(y, y);
        TensorPrimitives.Acosh(y, y);
        TensorPrimitives.Cbrt(y, y);
        TensorPrimitives.ExpM1(y, y);
        TensorPrimitives.LogP1(y, y);
        TensorPrimitives.Log2(y, y);
        TensorPrimitives.Exp2(y, y);
        TensorPrimitives.ReciprocalSqrt(y, y);
        TensorPrimitives.RootN(y, 3, y);
        TensorPrimitives.DegreesToRadians(y, y);
    }

    // check: new float[] { 0.5f, -1.25f, 0.75f }
    [Differentiable]
    public static float Singles(ReadOnlySpan<float> x)
    {
        Span<float> y = new float[x.Length];
        TensorPrimitives.Sigmoid(x, y);
        TensorPrimitives.Exp(y, y);
        return TensorPrimitives.Sum<float>(y);
    }

    // check: new double[] { 0.7, -1.2, 0.4, 2.1 }, new double[] { 0.1, 0.2, 0.3, 0.4 }
    [Differentiable]
    public static double ReadsWhatItOverwrote(double[] x, ReadOnlySpan<double> bounds)
    {
        Span<double> y = new double[x.Length];
        TensorPrimitives.Exp(x, y);
        double before = TensorPrimitives.Sum<double>(y);
        TensorPrimitives.Max(y, bounds, y);
        TensorPrimitives.Clamp<double>(y, 0.35, 3, y);
        return before * TensorPrimitives.Product<double>(y);
    }
}
