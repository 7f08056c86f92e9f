using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Functions that lanes have, and those that are evaluated lane by lane.</summary>
public static partial class BatchFunctions
{
    // check: 0.3, 1.2
    // check: -0.8, 0.7
    [Differentiable(Batch = true)]
    public static double LaneByLane(double x, double y)
        => double.Exp10(x) + Math.Log(y, 3) + double.SinPi(x) * double.Lerp(x, y, 0.25) + double.AtanPi(x / y);

    // check: 0.3, 1.2, 2
    // check: -0.8, 0.7, 2
    [Differentiable(Batch = true)]
    public static double SharedArguments(double x, double y, int n) => Math.ScaleB(x, n) + double.RootN(y, n + 1) + x * Math.Round(y, n);

    // check: 0.3, 1.2
    // check: -0.8, 0.7
    [Differentiable(Batch = true)]
    public static double LaneByLaneInAnArm(double x, double y) => x > 0 ? double.Exp2M1(x) * y : Math.Round(x, 1) * y;

    // check: 0.3, 1.2
    // check: -0.8, 0.7
    // check: 2.5, 0.7
    [Differentiable(Batch = true)]
    public static double Clamped(double x, double y) => Math.Clamp(x, -0.5, y) * y + Math.Max(x, y) * Math.Min(x, 1) - Math.Abs(x);

    // check: 0.3, 1.2
    // check: -0.8, 0.7
    [Differentiable(Batch = true)]
    public static double Questions(double x, double y)
    {
        double ratio = Math.Log(x);
        if (double.IsNaN(ratio) || double.IsInfinity(y) || !double.IsFinite(x))
        {
            return x * x * y;
        }

        return double.IsNegative(x) || double.IsInteger(y) || double.IsPositiveInfinity(y) ? x : ratio * y + (double.IsPositive(y) ? y : 0);
    }

    // check: 0.3, 1.2 // kink
    // check: -0.8, 0.7 // kink
    [Differentiable(Batch = true)]
    public static double Stopped(double x, double y) => Ad.StopGradient(x * y) * x + Math.CopySign(y, x) + x % y;

    // check: 0.3, 1.2
    // check: 1.8, 0.7
    [Differentiable(Batch = true)]
    public static double Special2(double x, double y)
        => Special.LogGamma(y) * Special.Erf(x) + Special.Sigmoid(x) * Special.Softplus(y) + Special.Erfc(x) * Special.NormalCdf(y);

    // check: 0.3, 1.2
    // check: 0.8, 0.7
    [Differentiable(Batch = true)]
    public static double Hyperbolic(double x, double y)
        => Math.Sinh(x) + Math.Cosh(y) + Math.Asinh(x) + Math.Atanh(x / 2) + Math.Acosh(1 + y) + Math.Cbrt(x) + double.Hypot(x, y);

    // check: 0.3, 1.2
    // check: 0.8, 0.7
    [Differentiable(Batch = true)]
    public static double Angles(double x, double y)
        => Math.Sin(x) * Math.Cos(x) + Math.Tan(y) + Math.Asin(x) + Math.Acos(x) + Math.Atan(y) + Math.Atan2(y, x);

    // check: 0.3f, 1.2f
    // check: -0.8f, 0.7f
    [Differentiable(Batch = true)]
    public static float Single(float x, float y)
    {
        float z = x > 0 ? MathF.Exp(x) * y : MathF.Sqrt(y) - x * x;
        return z * MathF.Sin(y) + 0.5f * MathF.Log(y);
    }

    // check: 0.3f, 1.2f, 3
    // check: -0.8f, 0.7f, 3
    [Differentiable(Batch = true)]
    public static float SingleWithShared(float x, [NoDerivative] float weight, int n) => n * weight * MathF.Tanh(x) + MathF.Pow(weight, 2) * x;

    // check: 0.7, 3.0
    // check: 0.7, 4.0
    // check: 0.7, 2.5
    // check: 0.7, 1e-310
    // check: 0.7, double.NaN
    [Differentiable(Batch = true)]
    public static double Kinds(double x, [NoDerivative] double a) =>
        double.IsOddInteger(a) ? x * a : double.IsEvenInteger(a) ? x * x : double.IsSubnormal(a) ? -x : double.IsNormal(a) ? Math.Sin(x) : x * x * x;

    // check: 0.7f, 3f
    // check: 0.7f, -4f
    // check: 0.7f, 2.5f
    [Differentiable(Batch = true)]
    public static float SingleKinds(float x, [NoDerivative] float a) =>
        float.IsOddInteger(a) ? x * a : float.IsEvenInteger(a) ? x * x : float.IsSubnormal(a) ? -x : x * x * x;
}
