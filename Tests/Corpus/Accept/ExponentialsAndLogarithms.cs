using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class ExponentialsAndLogarithms
{
    // check: 0.7
    // check: -4
    [Differentiable(Batch = true)]
    public static double Exponential(double x) => Math.Exp(x);

    // check: 0.7
    // check: 300
    [Differentiable(Batch = true)]
    public static double Logarithm(double x) => Math.Log(x);

    // check: 0.7, 3
    // check: 12, 0.4
    [Differentiable(Batch = true)]
    public static double LogarithmToBase(double x, double b) => Math.Log(x, b);

    // check: 0.7
    // check: 300
    [Differentiable(Batch = true)]
    public static double BinaryLogarithm(double x) => Math.Log2(x);

    // check: 0.7
    // check: 300
    [Differentiable(Batch = true)]
    public static double DecimalLogarithm(double x) => Math.Log10(x);

    // check: 1.3, 0.4, 2.2
    [Differentiable]
    public static double Arrhenius(double temperature, double energy, double factor)
        => factor * Math.Exp(-energy / (0.0083 * (temperature + 300)));
}
