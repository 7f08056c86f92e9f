using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class State
{
    private static double s_last;
    private static readonly double[] Table = new double[4];

    public static double Last => s_last;

    [Differentiable]
    public static double WritesAStaticField(double x)
    {
        s_last = x; // expect: SAD0017
        return x * x;
    }

    [Differentiable]
    public static double AddsToAStaticField(double x)
    {
        s_last += x; // expect: SAD0017
        return x * x;
    }

    [Differentiable]
    public static double WritesAStaticTable(double x)
    {
        Table[0] = x; // expect: SAD0019
        return Table[0] * x;
    }
}
