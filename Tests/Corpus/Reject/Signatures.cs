using System;
using StaticAd;

namespace StaticAd.Corpus;

public partial class Signatures
{
    private readonly double _scale = 2;

    [Differentiable]
    public static double NoActiveInput(int n) // expect: SAD0005
        => n * 0.5;

    [Differentiable]
    public static double OnlyPassiveInputs([NoDerivative] double x) // expect: SAD0005
        => x * x;

    [Differentiable]
    public static int NoActiveOutput(double x) // expect: SAD0006
        => x > 0 ? 1 : 0;

    [Differentiable]
    public static void NoOutput(double x) // expect: SAD0006
    {
    }

    [Differentiable]
    public virtual double Virtual(double x) // expect: SAD0003
        => x * _scale;

    [Differentiable]
    public static double WritesIntoAnArray(double[] x)
    {
        x[0] = x[0] * x[0]; // expect: SAD0016
        return x[0];
    }

    [Differentiable]
    public static ref double ReferenceReturn(ref double x) // expect: SAD0007
        => ref x;

    [Differentiable(Order = 3)] // expect: SAD0010
    public static double SecondOrder(double x) => x * x * x;
}
