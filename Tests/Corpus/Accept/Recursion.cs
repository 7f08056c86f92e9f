using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Recursion
{
    // check: 1.3, 0
    // check: 1.3, 1
    // check: -0.7, 5
    [Differentiable]
    public static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);

    // check: 1.3, 0
    // check: 1.1, 13
    [Differentiable]
    public static double PowerBySquaring(double x, int n)
    {
        if (n == 0)
        {
            return 1;
        }

        double half = PowerBySquaring(x, n / 2);
        return n % 2 == 0 ? half * half : half * half * x;
    }

    // check: 0.4, 1.7, 0
    // check: 0.4, 1.7, 4
    [Differentiable]
    public static double Branching(double x, double y, int depth)
    {
        if (depth == 0)
        {
            return x * y;
        }

        return Math.Sin(Branching(x * 0.9, y, depth - 1)) + Branching(y, x, depth - 1) * x;
    }

    // check: 0.4, 0.9, 6
    [Differentiable]
    public static double Fibonacci(double a, double b, int n) =>
        n == 0 ? a : n == 1 ? b : Fibonacci(a, b, n - 1) + Fibonacci(a, b, n - 2) * a;

    // check: 2.3, 0.5
    // check: 30, 0.5
    [Differentiable]
    public static double UntilSmall(double x, double factor) => x < 1 ? x * x : UntilSmall(x * factor, factor) + Math.Log(x);

    // check: 0.8, 5
    [Differentiable]
    public static double Even(double x, int n) => n == 0 ? x : Math.Cos(Odd(x, n - 1)) * x;

    // check: 0.8, 4
    [Differentiable]
    public static double Odd(double x, int n) => n == 0 ? x * x : Math.Exp(-Even(x, n - 1));

    // check: 0.6, 1.4
    [Differentiable]
    public static double Marked(double x, double y)
    {
        double sum = 0;
        for (int i = 1; i < 4; i++)
        {
            sum += Unmarked(x * i, y, i) * y;
        }

        return sum;
    }

    private static double Unmarked(double a, double b, int depth) =>
        depth == 0 ? a * b : Math.Sqrt(1 + Unmarked(b, a + 1, depth - 1)) + a;

    // check: 1.4, 0.7, 3
    [Differentiable]
    public static double ThreeWays(double x, double y, int n) => n <= 0 ? x : First(x, y, n) + Second(y, x, n);

    private static double First(double x, double y, int n) => x * ThreeWays(x, y, n - 1) + Math.Sin(y);

    private static double Second(double x, double y, int n) => First(x + y, y, n - 1) * Third(x, n - 2);

    private static double Third(double x, int n) => n < 0 ? x : 0.5 * Third(Second(x, x, n - 1), n - 1);

    // check: 0.3, 1.2, 3
    [Differentiable]
    public static (double Sum, double Product) Pair(double x, double y, int n)
    {
        if (n == 0)
        {
            return (x + y, x * y);
        }

        (double sum, double product) = Pair(y, x * 0.5, n - 1);
        return (sum * x + product, Math.Cos(product) - sum);
    }

    // check: 1.7, 3
    [Differentiable]
    public static double Outputs(double x, int n, out double last)
    {
        if (n == 0)
        {
            last = x;
            return x * x;
        }

        double value = Outputs(x + 0.1, n - 1, out double inner);
        last = inner * value;
        return Math.Sin(value) + inner;
    }

    // check: 0.9, 0.4, 4
    [Differentiable]
    public static void Transformed(ref double state, double rate, int n)
    {
        if (n > 0)
        {
            state += rate * Math.Sin(state);
            Transformed(ref state, rate * 0.9, n - 1);
            state *= rate;
        }
    }

    // check: 0.9f, 4
    [Differentiable]
    public static float Single(float x, int n) => n == 0 ? x : MathF.Sin(Single(x * 0.9f, n - 1)) * x;

    // check: 0.5, 2.5, 3
    [Differentiable]
    public static double Simpson(double a, double b, int depth)
    {
        double middle = 0.5 * (a + b);
        if (depth == 0)
        {
            return (b - a) / 6 * (Density(a) + 4 * Density(middle) + Density(b));
        }

        return Simpson(a, middle, depth - 1) + Simpson(middle, b, depth - 1);
    }

    private static double Density(double x) => Math.Exp(-x * x) * Math.Sin(3 * x);

    // check: 1.2, 0.3, 5
    [Differentiable]
    public static double PartlyPassive(double x, [NoDerivative] double scale, int n) =>
        n == 0 ? x : scale * PartlyPassive(Math.Sin(x), scale * 0.9, n - 1);

    // check: 1.2, 0.3
    [Differentiable]
    public static double OfConstants(double x, double y) => x * Power(1.5, 3) + Power(y, 2);

    // check: 1.2, 4
    [Differentiable]
    public static double InBranches(double x, int n)
    {
        double value;
        if (n == 0)
        {
            value = x;
        }
        else if (n % 2 == 0)
        {
            value = InBranches(x * x, n - 1);
        }
        else
        {
            value = -InBranches(x + 1, n - 1);
        }

        return value * Math.Sin(value);
    }

    // check: 0.7, 3
    [Differentiable]
    public static double WhileInside(double x, int n)
    {
        double sum = x;
        int k = n;
        while (k > 0)
        {
            sum = Math.Sin(sum * x) + WhileInside(sum, k - 1);
            k--;
        }

        return sum;
    }

    // check: 0.7, 3
    [Differentiable]
    public static double LoopInside(double x, int n)
    {
        double product = 1;
        for (int i = 0; i < n; i++)
        {
            product *= x + LoopInside(x * 0.9, i);
        }

        return product;
    }

    // check: 1.3, 4
    [Differentiable]
    public static double Checked(double x, int n)
    {
        if (n < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(n));
        }

        return n == 0 ? x : x * Checked(Math.Sin(x), n - 1);
    }

    // check: 0.7, 40
    [Differentiable]
    public static double Deep(double x, int n) => n == 0 ? x : x + 0.5 * Math.Sin(Deep(x, n - 1));
}
