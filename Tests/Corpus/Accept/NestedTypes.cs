using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class NestedTypes
{
    // check: 1.5
    [Differentiable]
    public static double Outer(double x) => Inner.Cube(x) * Inner.Innermost.Wave(x);

    internal static partial class Inner
    {
        // check: 1.5
        [Differentiable]
        public static double Cube(double x) => x * x * x;

        internal static partial class Innermost
        {
            // check: 1.5
            [Differentiable]
            internal static double Wave(double x) => Math.Sin(Cube(x));
        }
    }
}

public partial class OrdinaryClass
{
    // check: 1.5, 2
    [Differentiable]
    public static double InAClass(double x, double y) => x / y;
}

internal partial struct OrdinaryStruct
{
    // check: 1.5, 2
    [Differentiable]
    public static double InAStruct(double x, double y) => x * Math.Log(y);
}

public partial record OrdinaryRecord
{
    // check: 1.5, 2
    [Differentiable]
    public static double InARecord(double x, double y) => x - y * y;
}
