using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Calls
{
    public interface IFunction
    {
        double Of(double x);
    }

    public static double Unmarked(double x) => x * x;

    [Differentiable]
    public static double CallsAnUnmarkedMethod(double x) => 1 + Unmarked(x); // expect: error

    [Differentiable]
    public static double CallsTheFramework(double x) => double.Lerp(x, 2 * x, 0.5); // expect: error

    [Differentiable]
    public static double CallsAnInterface(double x, IFunction function) // expect: error
        => function.Of(x);

    [Differentiable]
    public static double CallsWithALocalFunction(double x)
    {
        return Square(x);

        static double Square(double y) => y * y; // expect: error
    }

    [Differentiable]
    public static double CallsWhatCannotBeDifferentiated(double x)
        => x * Broken(x); // expect: error

    [Differentiable]
    public static double Broken(double x)
        => Unmarked(x); // expect: error

    [Differentiable]
    public static double CallsTheRandomGenerator(double x) => x * Random.Shared.NextDouble(); // expect: error

    [Differentiable]
    public static double PassiveCallsAreFine(double x, int n) => x * Math.Max(n, 3);
}
