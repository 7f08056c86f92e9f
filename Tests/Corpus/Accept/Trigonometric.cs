using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Trigonometric
{
    // check: 0.7
    // check: -2.4
    // check: 40.3
    [Differentiable(Batch = true)]
    public static double Sine(double x) => Math.Sin(x);

    // check: 0.7
    // check: -2.4
    // check: 0
    [Differentiable(Batch = true)]
    public static double Cosine(double x) => Math.Cos(x);

    // check: 0.7
    // check: -2.1
    [Differentiable(Batch = true)]
    public static double Tangent(double x) => Math.Tan(x);

    // check: 0.3
    // check: -0.85
    [Differentiable(Batch = true)]
    public static double ArcSine(double x) => Math.Asin(x);

    // check: 0.3
    // check: -0.85
    [Differentiable(Batch = true)]
    public static double ArcCosine(double x) => Math.Acos(x);

    // check: 0.3
    // check: -25
    [Differentiable(Batch = true)]
    public static double ArcTangent(double x) => Math.Atan(x);

    // check: 0.3, 1.2
    // check: 0.3, -1.2
    // check: -0.6, -0.2
    [Differentiable(Batch = true)]
    public static double Angle(double y, double x) => Math.Atan2(y, x);

    // check: 0.8, 1.5
    [Differentiable(Batch = true)]
    public static double SineAndCosine(double x, double y) => Math.Sin(x) * Math.Cos(y) - Math.Cos(x) * Math.Sin(y * x);
}
