using System;
using StaticAd;

namespace StaticAd.Corpus;

public struct Weighted
{
    public double Value;

    [NoDerivative]
    public double Weight;

    public void Reweigh(double by) => Weight *= by;

    public static Weighted Of(double value, double weight) => new() { Value = value, Weight = weight };
}

public readonly record struct Tagged(double Value, [property: NoDerivative] double Tag);

public struct Nest
{
    [NoDerivative]
    public Tagged Inner;

    public double Outer;
}

public static partial class RejectedPassivePlaces
{
    [Differentiable]
    public static Weighted InAResult(double x) => new() { Value = x, Weight = x * x }; // expect: SAD0031

    [Differentiable]
    public static double InALocal(double x)
    {
        Weighted w = default;
        w.Weight = x * x; // expect: SAD0031
        return w.Weight * x;
    }

    [Differentiable]
    public static void InAReference(ref Weighted w, double x)
    {
        w.Value *= x;
        w.Weight += x; // expect: SAD0031
    }

    [Differentiable]
    public static double ByAMethod(Weighted w, double x)
    {
        w.Reweigh(x); // expect: SAD0021
        return w.Weight * w.Value;
    }

    [Differentiable]
    public static double ByAConstructor(double x) => new Tagged(x, Math.Sin(x)).Tag; // expect: SAD0031

    [Differentiable]
    public static double ByWith(Tagged t, double x) => (t with { Tag = x }).Tag * x; // expect: SAD0031

    [Differentiable]
    public static double InANest(double x) => new Nest { Inner = new Tagged(x, 1), Outer = x }.Outer; // expect: SAD0031

    [Differentiable]
    public static double ByDeconstruction(double x)
    {
        Weighted w = default;
        (w.Value, w.Weight) = (x, x); // expect: SAD0031
        return w.Value;
    }

    [Differentiable]
    public static double AfterALoop(double x, int n)
    {
        Weighted w = default;
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            w.Weight = sum; // expect: SAD0031
            sum += x;
        }

        return sum * w.Weight;
    }

    [Differentiable]
    public static double InAHelper(double x) => Scaled(2, x) * Scaled(x, 2); // expect: SAD0021

    private static double Scaled(double value, double weight)
    {
        Weighted w = Weighted.Of(value, weight);
        return w.Value * w.Weight;
    }

    [Differentiable]
    public static double InPassiveMemory([NoDerivative] Span<double> y, double x)
    {
        y[0] = x * x; // expect: SAD0031
        y[1] = 3;
        return y[0] * x;
    }

    [Differentiable]
    public static double AddedToPassiveMemory([NoDerivative] Span<double> y, double x)
    {
        y[0] += x; // expect: SAD0031
        return y[0] * x;
    }

    [Differentiable]
    public static double CopiedToPassiveMemory([NoDerivative] Span<double> y, ReadOnlySpan<double> x)
    {
        x.CopyTo(y); // expect: SAD0031
        y.Slice(1).Fill(x[0]); // expect: SAD0031
        return y[0] * x[0];
    }

    [Differentiable]
    public static double ByAHelper([NoDerivative] Span<double> y, double x)
    {
        Put(y, 2);
        Put(y.Slice(1), x); // expect: SAD0021
        return y[0] * x;
    }

    private static void Put(Span<double> y, double x) => y[0] = x;

    [Differentiable]
    public static double ByReference([NoDerivative] ref double s, [NoDerivative] out double t, double x)
    {
        s *= x; // expect: SAD0031
        t = x; // expect: SAD0031
        return s * x;
    }

    [Differentiable]
    public static void InElements(Span<Weighted> w, double x)
    {
        w[0].Value *= x;
        w[1].Weight = x; // expect: SAD0031
    }

    [Differentiable]
    public static double InOwnElements(double x)
    {
        var w = new Weighted[2];
        w[0].Weight = x; // expect: SAD0031
        return w[0].Weight * x;
    }
}
