using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Calls
{
    public interface IFunction
    {
        double Of(double x);
    }

    public static double Unmarked(double x) => x * double.Parse("2".AsSpan());

    [Differentiable]
    public static double CallsAnUnmarkedMethod(double x) => 1 + Unmarked(x); // expect: SAD0021

    [Differentiable]
    public static double CallsTheFramework(double x) => x * Convert.ToDouble(x); // expect: error

    [Differentiable]
    public static double CallsAnInterface(double x, IFunction function) // expect: SAD0007
        => function.Of(x);

    [Differentiable]
    public static double CallsWhatCannotBeDifferentiated(double x)
        => x * Broken(x); // expect: SAD0021

    [Differentiable]
    public static double Broken(double x)
        => Unmarked(x); // expect: SAD0021

    [Differentiable]
    public static double CallsTheRandomGenerator(double x) => x * Random.Shared.NextDouble(); // expect: SAD0013

    [Differentiable]
    public static double PassiveCallsAreFine(double x, int n) => x * Math.Max(n, 3);

    private static double Weight(in double x, double y, int n) => n <= 0 ? x * y : Weight(in x, y * x, n - 1);

    [Differentiable]
    public static double ElementThatALaterArgumentChanges(double[] x, int n)
    {
        double[] y = [x[0], x[1]];
        return Weight(in y[0], y[0] = x[1], n); // expect: SAD0013
    }

    private static double Twice(in double x, in double y, double z, int n) => n <= 0 ? x * y * z : Twice(in x, in y, z * x, n - 1);

    [Differentiable]
    public static double ElementsThatALaterArgumentChanges(double[] x, int n)
    {
        double[] y = [x[0], x[1]];
        return Twice(
            in y[0], // expect: SAD0013
            in y[1], // expect: SAD0013
            y[0]++,
            n);
    }
}
