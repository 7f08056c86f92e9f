using System;
using System.Linq;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Functions
{
    private static readonly Func<double, double> Stored = Math.Sin;

    [Differentiable]
    public static double Reassigned(double x)
    {
        Func<double, double> f = y => y * y;
        if (x > 1)
        {
            f = y => y; // expect: SAD0013
        }

        return f(x);
    }

    [Differentiable]
    public static double Chosen(double x, bool square)
    {
        Func<double, double> f = square ? y => y * y : y => y; // expect: SAD0013
        return f(x);
    }

    [Differentiable]
    public static double DeclaredLater(double x)
    {
        Func<double, double> f; // expect: SAD0013
        f = y => y * y;
        return f(x);
    }

    [Differentiable]
    public static double FromAField(double x)
        => Stored(x); // expect: SAD0013

    [Differentiable]
    public static double FromAnArgument(double x, Func<double, double> f) // expect: SAD0007
        => f(x);

    [Differentiable]
    public static double HandedUnknown(double x)
        => Apply(Stored, x); // expect: SAD0013

    [Differentiable]
    public static double WithoutSource(double x)
        => x * Enumerable.Range(0, 3).Sum(i => i); // expect: error

    [Differentiable]
    public static double RecursiveLocalFunction(double x, int n)
    {
        return Power(n);

        double Power(int k) => k == 0 ? 1 : x * Power(k - 1); // expect: SAD0022
    }

    [Differentiable]
    public static double RecursiveHelper(double x, int n)
        => Descend(y => y * y, x, n); // expect: SAD0021

    [Differentiable]
    public static double FaultInALambda(double x)
        => Apply(y => y * y.CompareTo(2), x); // expect: SAD0013

    [Differentiable]
    public static double FaultInTheHelper(double x)
        => Broken(y => y * y, x); // expect: SAD0021

    [Differentiable]
    public static double Composed(double x) // the lambdas of both are known
        => Apply(y => Apply(z => z * y, x), x);

    private static double Apply(Func<double, double> f, double x) => f(x);

    private static double Descend(Func<double, double> f, double x, int n) => n == 0 ? f(x) : x * Descend(f, x, n - 1);

    private static double Broken(Func<double, double> f, double x)
    {
        lock (Stored)
        {
            return f(x);
        }
    }
}
