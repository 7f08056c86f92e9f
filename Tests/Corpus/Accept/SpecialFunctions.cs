using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class SpecialFunctions
{
    // check: 0.7
    // check: -1.2
    [Differentiable(Batch = true)]
    public static double ErrorFunction(double x) => Special.Erf(x);

    // check: 0.7
    // check: -1.2
    [Differentiable(Batch = true)]
    public static double ComplementaryErrorFunction(double x) => Special.Erfc(x);

    // check: 0.7
    // check: -1.2
    [Differentiable(Batch = true)]
    public static double NormalProbability(double x) => Special.NormalCdf(x);

    // check: 0.7
    // check: 12.5
    [Differentiable(Batch = true)]
    public static double LogarithmOfGamma(double x) => Special.LogGamma(x);

    // check: 1.7
    // check: 12.5
    [Differentiable(Batch = true)]
    public static double Psi(double x) => Special.Digamma(x);

    // check: 0.7
    // check: -6
    [Differentiable(Batch = true)]
    public static double Logistic(double x) => Special.Sigmoid(x);

    // check: 0.7
    // check: -6
    [Differentiable(Batch = true)]
    public static double SoftPlus(double x) => Special.Softplus(x);

    // check: new double[] { 0.3, -1.2, 2.5, 0.3 }
    [Differentiable]
    public static double LogSumExp(ReadOnlySpan<double> x) => Special.LogSumExp(x);

    // check: 1.4, 3.3, 0.35
    [Differentiable]
    public static double BetaLogDensity(double a, double b, double x)
        => (a - 1) * Math.Log(x) + (b - 1) * Math.Log(1 - x) + Special.LogGamma(a + b) - Special.LogGamma(a) - Special.LogGamma(b);
}
