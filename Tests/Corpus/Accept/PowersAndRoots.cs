using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class PowersAndRoots
{
    // check: 1.7
    // check: 0.02
    [Differentiable(Batch = true)]
    public static double SquareRoot(double x) => Math.Sqrt(x);

    // check: 1.7
    // check: -0.3
    [Differentiable(Batch = true)]
    public static double CubeRoot(double x) => Math.Cbrt(x);

    // check: 1.7, 2.3
    // check: 0.4, -1.5
    [Differentiable(Batch = true)]
    public static double Power(double x, double y) => Math.Pow(x, y);

    // check: 1.7
    // check: -0.4
    [Differentiable(Batch = true)]
    public static double Cube(double x) => Math.Pow(x, 3);

    // check: 1.7
    // check: 0.4
    [Differentiable(Batch = true)]
    public static double PowerOfTwo(double x) => Math.Pow(2, x);

    // check: 1.3, 4
    [Differentiable]
    public static double IntegerPower(double x, int n) => Math.Pow(x, n);

    // check: 1.7, -0.4, 3.1
    [Differentiable(Batch = true)]
    public static double FusedMultiplyAdd(double x, double y, double z) => Math.FusedMultiplyAdd(x, y, z * y);

    // check: 1.7, -3
    [Differentiable]
    public static double Scaled(double x, int exponent) => Math.ScaleB(x, exponent) * x;
}
