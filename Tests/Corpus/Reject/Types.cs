using System;
using System.Collections.Generic;
using System.Linq;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Types
{
    [Differentiable]
    public static double ThroughDecimal(double x)
    {
        decimal d = (decimal)x; // expect: error
        return (double)(d * d);
    }

    [Differentiable]
    public static double ThroughAList(double x)
    {
        var list = new List<double>(); // expect: error
        list.Add(x * x);
        return list[0];
    }

    [Differentiable]
    public static double Boxed(double x)
    {
        object box = x * x; // expect: error
        return (double)box;
    }

    [Differentiable]
    public static double ThroughText(double x)
    {
        string text = x.ToString(); // expect: error
        return text.Length * x;
    }

    [Differentiable]
    public static double ThroughBits(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x); // expect: error
        return BitConverter.Int64BitsToDouble(bits);
    }

    [Differentiable]
    public static double ThroughADelegate(double x, Func<double, double> function) // expect: error
        => function(x);

    [Differentiable]
    public static double ThroughALambda(double x)
    {
        Func<double, double> square = y => y * y; // expect: error
        return square(x);
    }

    [Differentiable]
    public static double Queried(double[] x) => x.Sum(y => y * y); // expect: error

    [Differentiable]
    public static double Dynamic(double x)
    {
        dynamic y = x; // expect: error
        return y * y;
    }

    [Differentiable]
    public static double Nullable(double x)
    {
        double? y = x > 0 ? x : null; // expect: error
        return y ?? 0;
    }

    [Differentiable]
    public static double TwoDimensionalArray(double[,] x) // expect: error
        => x[0, 0];

    [Differentiable]
    public static double JaggedArray(double[][] x) // expect: error
        => x[0][0];
}
