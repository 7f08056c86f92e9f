using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Hyperbolic
{
    // check: 0.7
    // check: -3.1
    [Differentiable(Batch = true)]
    public static double Sine(double x) => Math.Sinh(x);

    // check: 0.7
    // check: -3.1
    [Differentiable(Batch = true)]
    public static double Cosine(double x) => Math.Cosh(x);

    // check: 0.7
    // check: -3.1
    [Differentiable(Batch = true)]
    public static double Tangent(double x) => Math.Tanh(x);

    // check: 0.7
    // check: -30
    [Differentiable(Batch = true)]
    public static double ArcSine(double x) => Math.Asinh(x);

    // check: 1.7
    // check: 30
    [Differentiable(Batch = true)]
    public static double ArcCosine(double x) => Math.Acosh(x);

    // check: 0.7
    // check: -0.2
    [Differentiable(Batch = true)]
    public static double ArcTangent(double x) => Math.Atanh(x);
}
