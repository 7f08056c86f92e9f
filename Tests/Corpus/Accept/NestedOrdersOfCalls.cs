using System;
using StaticAd;

namespace StaticAd.Corpus;

// Third derivatives of a recursive method, and of one with a rule.
public static partial class NestedOrdersOfCalls
{
    [Differentiable]
    private static double PowerByRecursion(double x, int n) => n == 0 ? 1 : x * PowerByRecursion(x, n - 1);

    public static double Cube(double x) => x * x * x;

    [DerivativeOf(typeof(NestedOrdersOfCalls), nameof(Cube), Mode = DerivativeMode.Vjp)]
    public static double CubeVjp(double x, double resultBar, out double dx)
    {
        dx = 3 * x * x * resultBar;
        return x * x * x;
    }

    [Differentiable]
    private static double PowerByRule(double x, int n) => n >= 3 ? Cube(x) * PowerByRecursion(x, n - 3) : PowerByRecursion(x, n);

    [Differentiable]
    private static double RecursionR(double x, int n) => PowerByRecursionGradient(x, n);

    [Differentiable]
    private static double RecursionRr(double x, int n) => RecursionRGradient(x, n);

    // check: 1.3, 5
    [Differentiable]
    public static double RecursionRrr(double x, int n) => RecursionRrGradient(x, n);

    [Differentiable]
    private static double RecursionF(double x, int n)
    {
        PowerByRecursionJvp(x, n, 1, out double dot);
        return dot;
    }

    [Differentiable]
    private static double RecursionFr(double x, int n) => RecursionFGradient(x, n);

    // check: 1.3, 5
    [Differentiable]
    public static double RecursionFrf(double x, int n)
    {
        RecursionFrJvp(x, n, 1, out double dot);
        return dot;
    }

    [Differentiable]
    private static double RuleR(double x, int n) => PowerByRuleGradient(x, n);

    [Differentiable]
    private static double RuleRr(double x, int n) => RuleRGradient(x, n);

    // check: 1.3, 5
    [Differentiable]
    public static double RuleRrr(double x, int n) => RuleRrGradient(x, n);

    [Differentiable]
    private static double RuleRf(double x, int n)
    {
        RuleRJvp(x, n, 1, out double dot);
        return dot;
    }

    // check: 1.3, 4
    [Differentiable]
    public static double RuleRfr(double x, int n) => RuleRfGradient(x, n);
}
