using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Rounding
{
    // check: 1.7
    // check: -1.2
    [Differentiable(Batch = true)]
    public static double FractionalPart(double x) => (x - Math.Floor(x)) * x;

    // check: 1.7
    [Differentiable(Batch = true)]
    public static double ToTheNextInteger(double x) => (Math.Ceiling(x) - x) * x;

    // check: 1.7
    // check: -1.2
    [Differentiable(Batch = true)]
    public static double Truncated(double x) => x * Math.Truncate(x);

    // check: 1.7
    // check: 2.2
    [Differentiable(Batch = true)]
    public static double Rounded(double x) => x * Math.Round(x);

    // check: 1.7
    // check: -2.3
    [Differentiable]
    public static double Signed(double x) => x * x * Math.Sign(x);

    // check: 7.3, 2.1
    // check: -7.3, 2.1
    [Differentiable(Batch = true)]
    public static double Remainder(double x, double y) => x % y * x;

    // check: 7.3, 2.1
    [Differentiable]
    public static double IeeeRemainder(double x, double y) => Math.IEEERemainder(x, y) * y;
}
