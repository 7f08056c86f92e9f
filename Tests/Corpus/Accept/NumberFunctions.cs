using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>The functions that stand on <c>double</c> itself.</summary>
public static partial class NumberFunctions
{
    // check: 0.7
    // check: -1.1
    [Differentiable]
    public static double Exponentials(double x)
        => double.Exp2(x) + double.Exp10(x) + double.ExpM1(x) * double.Exp2M1(x) + double.Exp10M1(x * 0.5);

    // check: 0.7
    [Differentiable]
    public static double Logarithms(double x) => double.LogP1(x) + double.Log2P1(x) * double.Log10P1(x);

    // check: 0.7, 1.9
    [Differentiable]
    public static double Roots(double x, double y) => double.Hypot(x, y) * double.RootN(x, 3);

    // check: 0.2, 0.9
    [Differentiable]
    public static double HalfTurns(double x, double y)
        => double.SinPi(x) * double.CosPi(y) + double.TanPi(x) + double.AsinPi(x) * double.AcosPi(y) + double.AtanPi(x)
            + double.Atan2Pi(x, y);

    // check: 0.7, 1.9, 0.25
    [Differentiable]
    public static double Interpolated(double a, double b, double t)
        => double.Lerp(a, b, t) * double.DegreesToRadians(a) + double.RadiansToDegrees(b);

    // check: 0.7, 1.9
    // check: 2.7, 1.9
    [Differentiable]
    public static double Selected(double x, double y) => double.MaxNumber(x, y) * double.MinNumber(x * x, y);

    // check: 0.7
    // check: -0.7
    [Differentiable]
    public static double Questioned(double x)
    {
        double y = double.IsNegative(x) ? x * x : Math.Log(x);
        return double.IsNaN(y) || double.IsInfinity(y) ? 0 : y * x;
    }
}
