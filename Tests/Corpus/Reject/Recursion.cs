using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Recursion
{
    [Differentiable]
    public static double OfALocalFunction(double x, int n)
    {
        return Power(n);

        double Power(int k) => k == 0 ? 1 : x * Power(k - 1); // expect: SAD0022
    }

    [Differentiable]
    public static double OfADelegate(double x, int n) => Iterated(y => Math.Sin(y) * x, x, n); // expect: SAD0021

    private static double Iterated(Func<double, double> f, double x, int n) =>
        n == 0 ? x : Iterated(f, f(x), n - 1);

    [Differentiable]
    public static double OfAResultInMemory(double x, int n) => Doubled(new double[] { x }, n)[0]; // expect: SAD0021

    private static double[] Doubled(double[] x, int n) =>
        n == 0 ? x : Doubled(new double[] { 2 * x[0] }, n - 1);

    [Differentiable(Batch = true)]
    public static double InABatch(double x, int n) => n == 0 ? 1 : x * InABatch(x, n - 1); // expect: SAD0009

    [Differentiable(Batch = true)]
    public static double HelperInABatch(double x, int n) => Power(x, n) + x; // expect: SAD0009

    private static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);

    [Differentiable]
    public static double UnsupportedInside(double x, int n)
    {
        try // expect: SAD0013
        {
            x *= 2;
        }
        finally
        {
            n--;
        }

        return x * UnsupportedInside(x, n - 1);
    }

    [Differentiable]
    public static double LocalArray(double x, int n)
    {
        double[] y = new double[] { x };
        return Summed(y, n); // expect: SAD0013
    }

    private static double Summed(double[] x, int n) => n == 0 ? x[0] : 2 * Summed(x, n - 1);

    [Differentiable]
    public static double Rebuilt(double[] x, int n) => n == 0 ? x[0] : 2 * Rebuilt(new double[] { x[0] }, n - 1); // expect: SAD0013

    public struct Branch
    {
        public double Length;

        public double Shrunk(int n)
        {
            Length *= 0.5; // the receiver changes from level to level
            return n == 0 ? Length : Shrunk(n - 1);
        }
    }

    [Differentiable]
    public static double ChangesTheReceiver(double x)
    {
        var branch = new Branch { Length = x };
        return branch.Shrunk(3); // expect: SAD0021
    }

    [Differentiable]
    public static double OfElements(ReadOnlySpan<Branch> branches, int n) =>
        n == 0 ? branches[0].Length : branches[n].Length * OfElements(branches, n - 1); // expect: SAD0021
}
