using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>The gradient of <c>o</c> is called <c>do</c>, which is a keyword.</summary>
public static partial class KeywordNames
{
    // check: 1.5, 0.4
    [Differentiable(Order = 2, Batch = true)]
    public static double Scalar(double o, double x) => o * o * x;

    // check: new Place(1.5, 0.4), 2
    [Differentiable(Order = 2)]
    public static double Structure(in Place o, double x) => o.X * o.Y * x;

    // check: new double[] { 1.5, 0.4 }, new double[,] { { 1, 2 }, { 0.5, 0.25 } }, 2
    [Differentiable(Order = 2)]
    public static double Buffer(ReadOnlySpan<double> o, double[,] @in, double x) => o[0] * o[1] * x + @in[0, 1] * @in[1, 0] * o[0];

    // check: new double[,] { { 1, 2 }, { 0.5, 0.25 } }, 2
    [Differentiable(Order = 2)]
    public static double Grid(double[,] o, double x) => o[0, 1] * o[1, 0] * x;

    // check: new double[][] { [1, 2], [0.5] }, 2
    [Differentiable(Order = 2)]
    public static double Rows(double[][] o, double x) => o[0][1] * o[1][0] * x;

    // check: new Place[] { new(1, 2), new(0.5, 0.25) }, new Place(1.5, 0.4)
    [Differentiable(Order = 2)]
    public static double Structures(ReadOnlySpan<Place> o, Place @out) => o[0].X * o[1].Y * @out.X * @out.Y;

    // check: new Place(1.5, 0.4), 2, new double[] { 0.5 }
    [Differentiable]
    public static void ByReference(ref Place o, ref double x, Span<double> y)
    {
        o = new Place(o.Y * x, o.X);
        x = o.Y * o.X;
        y[0] *= o.X;
    }

    // check: 0.9, 3
    [Differentiable(Order = 2)]
    public static double Again(double o, int n) => n == 0 ? o * o : o * Again(o * 0.5, n - 1);

    // check: 1.3
    [Differentiable]
    public static double Nested(double o)
    {
        double slope = ScalarGradient(o, 2 * o).@do;
        StructureGradient(new Place(o, 1), o, out Place @do, out _);
        return slope * @do.Y;
    }
}

public readonly record struct Place(double X, double Y);
