using System;
using StaticAd;

namespace StaticAd.Corpus;

public partial class Signatures
{
    private readonly double _scale = 2;

    [Differentiable]
    public static double NoActiveInput(int n) // expect: error
        => n * 0.5;

    [Differentiable]
    public static double OnlyPassiveInputs([NoDerivative] double x) // expect: error
        => x * x;

    [Differentiable]
    public static int NoActiveOutput(double x) // expect: error
        => x > 0 ? 1 : 0;

    [Differentiable]
    public static void NoOutput(double x) // expect: error
    {
    }

    [Differentiable]
    public double Instance(double x) // expect: error
        => x * _scale;

    [Differentiable]
    public static T Generic<T>(T x) // expect: error
        where T : System.Numerics.INumber<T>
        => x * x;

    [Differentiable]
    public static double WritesIntoAnArray(double[] x)
    {
        x[0] = x[0] * x[0]; // expect: error
        return x[0];
    }

    [Differentiable]
    public static ref double ReferenceReturn(ref double x) // expect: error
        => ref x;

    [Differentiable(Order = 2)] // expect: error
    public static double SecondOrder(double x) => x * x * x;
}
