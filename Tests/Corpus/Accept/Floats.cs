using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Floats
{
    // check: 3.5f, 2.25f
    // check: -1.5f, 0.5f
    [Differentiable(Batch = true)]
    public static float Seed(float x, float y) => y * (x * x - x * y + y);

    // check: 0.7f, 1.3f
    [Differentiable(Batch = true)]
    public static float Waves(float x, float y) => MathF.Sin(x) * MathF.Cos(y) + MathF.Tan(x * 0.5f) - MathF.Atan2(x, y);

    // check: 0.7f, 1.3f
    [Differentiable(Batch = true)]
    public static float Growth(float x, float y) => MathF.Exp(-x) * MathF.Log(y + 2) + MathF.Pow(y, x) + MathF.Sqrt(x + y) + MathF.Cbrt(x);

    // check: 0.4f, 1.3f
    [Differentiable(Batch = true)]
    public static float Hyperbolics(float x, float y)
        => MathF.Tanh(x) + MathF.Sinh(x) * MathF.Cosh(y) + MathF.Asinh(x) + MathF.Acosh(y) + MathF.Atanh(x);

    // check: 0.4f, 1.25f
    [Differentiable(Batch = true)]
    public static float Others(float x, float y)
        => MathF.Asin(x) + MathF.Acos(x * 0.5f) + MathF.Log2(y) + MathF.Log10(y) + MathF.Abs(x) + MathF.Max(x, y) * MathF.Min(x, y);

    // check: new float[] { 1.5f, -2.25f, 0.5f }, new float[] { 0.25f, 3, -1.5f }
    [Differentiable]
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    // check: 0.5f, new float[] { 1.5f, -2.25f, 0.5f }, new float[] { 0.25f, 3, -1.5f }
    [Differentiable]
    public static void ScaleAndAdd(float a, ReadOnlySpan<float> x, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] += a * x[i];
        }
    }

    // check: 0.5f, 2.5
    [Differentiable]
    public static double MixedPrecision(float x, double y) => x * y + Math.Sin(x) * y * y;

    // check: 0.5f, 2.5
    [Differentiable]
    public static float NarrowedResult(float x, double y) => (float)(x * y * y) + x;

    // check: 0.7f, -1.5f
    [Differentiable]
    public static float SingleQuotients(float x, float y) => x / y + 1 / (x * y) - 0.5f / y;
}
