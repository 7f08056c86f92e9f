using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>What all elements of a batch share, beside what differs between them.</summary>
public static partial class BatchUniform
{
    private static readonly double Scale = 0.75;

    public enum Shape
    {
        Linear,
        Square,
        Wave,
    }

    // check: 1.4, StaticAd.Corpus.BatchUniform.Shape.Linear
    // check: 1.4, StaticAd.Corpus.BatchUniform.Shape.Square
    // check: 1.4, StaticAd.Corpus.BatchUniform.Shape.Wave
    [Differentiable(Batch = true)]
    public static double ByEnum(double x, Shape shape)
    {
        if (shape == Shape.Linear)
        {
            return Scale * x;
        }

        return shape == Shape.Square ? x * x : Math.Sin(x) * Scale;
    }

    // check: 1.4, 0.2, 7, 2
    // check: -1.4, 0.2, 7, 2
    [Differentiable(Batch = true)]
    public static double IntegerDivision(double x, [NoDerivative] double weight, int n, int m)
    {
        int whole = n / m;
        int rest = n % m;
        double y = x > 0 ? whole * x * x : rest * x;
        return weight * y + (double)n / m;
    }

    // check: 1.4, 0
    // check: 2.4, 0
    [Differentiable(Batch = true)]
    public static double DivisionNobodyTakes(double x, int n) => x < 0 ? 7 / n * x : x * x;

    // check: 1.4, 3, true
    // check: -1.4, -3, false
    [Differentiable(Batch = true)]
    public static double UniformConditions(double x, int n, bool flag)
    {
        bool both = flag && n > 0;
        double y = both ? Math.Exp(-x) : x;
        if (x > 0 && both || !flag && x < -1)
        {
            y *= n * x;
        }

        return y;
    }

    // check: 1.4, 3L, (byte)2
    [Differentiable(Batch = true)]
    public static double OtherIntegers(double x, long n, byte b) => n * x + Math.Pow(x, b);

    // check: 1.4, 3
    // check: -1.4, 3
    // check: 0.2, 3
    [Differentiable(Batch = true)]
    public static double SmallIntegersPerElement(double x, int n)
    {
        int sign = Math.Sign(x);
        int steps = x > 1 ? 2 : x < -1 ? -3 : 0;
        int product = sign * steps - sign;
        return product > 0 ? product * x * x + steps : x - (steps + 1) * sign + n * x;
    }

    // check: 1.4
    // check: -1.4
    [Differentiable(Batch = true)]
    public static double ConstantGradient(double x) => 3 * x + 1;

    // check: 1.4, 0.5
    // check: -0.4, 0.5
    [Differentiable(Batch = true)]
    public static double BoolsPerElement(double x, double y)
    {
        bool isLarge = x > 1, isPositive = y > 0;
        bool differ = isLarge != isPositive;
        bool same = isLarge == isPositive;
        return differ ^ isLarge ? x * y : same & !isLarge ? x + y : x - y;
    }

    // Each arm computes its integer for the whole batch, as C# does, wrap-around included; elements only choose between the two.
    // check: 0.7, 3
    // check: -0.7, 3
    // check: 0.7, int.MaxValue
    // check: -0.7, int.MaxValue
    // check: 0.7, int.MinValue
    // check: -0.7, int.MinValue
    [Differentiable(Batch = true)]
    public static double IntegersThatWrapAround(double x, int n)
    {
        int next = x > 0 ? n + 1 : n - 1;
        return next * x;
    }

    // check: 0.7, 3
    // check: -0.7, int.MaxValue
    // check: 0.7, int.MaxValue
    [Differentiable(Batch = true)]
    public static double WrappedBeforeTheyDiffer(double x, int n)
    {
        int doubled = 2 * n, tripled = 3 * n;
        double y = 0;
        if (x > 0)
        {
            y = doubled * x;
        }

        int chosen = x > 0.5 ? doubled : tripled;
        return chosen > n ? y + chosen * x * x : y - chosen * x;
    }

    // check: -1.5, 0, 0
    // check: 1.5, -2, 3
    [Differentiable(Batch = true)]
    public static double SignOfAQuotientNobodyTakes(double x, int n, int m) => x > 0 ? x * Math.Sign((double)n / m) : x * x;
}
