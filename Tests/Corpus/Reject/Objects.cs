using System;
using System.Collections.Generic;
using StaticAd;

namespace StaticAd.Corpus;

public class Rate
{
    public double Level = 0.1;

    private readonly double _hidden = 2;

    public virtual double Spread => 0.01;

    public double Total => Level + _hidden;

    public double Written(double x) => Level = x;

    public double Plain(double x) => Level * x;
}

public static partial class RejectedObjects
{
    [Differentiable]
    public static double Virtual(double x, Rate rate) => x * rate.Spread; // expect: SAD0013

    [Differentiable]
    public static double Assigned(double x, Rate rate)
    {
        rate.Level = x; // expect: SAD0013
        return x * rate.Level;
    }

    [Differentiable]
    public static double Stored(double x, Rate rate) => rate.Written(x); // expect: SAD0021

    [Differentiable]
    public static double Private(double x, Rate rate) => x * rate.Total; // expect: SAD0021

    [Differentiable]
    public static double Made(double x) => Helped(x, new Rate()); // expect: SAD0013

    [Differentiable]
    public static double Chosen(double x, Rate first, Rate second, bool which) => Helped(x, which ? first : second); // expect: SAD0013

    [Differentiable]
    public static double Changed(double x, Rate first, Rate second)
    {
        Rate rate = first;
        rate = second; // expect: SAD0013
        return rate.Plain(x);
    }

    [Differentiable]
    public static double Compared(double x, Rate rate) => rate == null ? x : rate.Plain(x); // expect: SAD0013

    [Differentiable]
    public static double Repeated(double x, Rate rate, int n) => n == 0 ? x : Repeated(x * rate.Level, rate, n - 1); // expect: SAD0021

    [Differentiable]
    public static double ByReference(double x, ref Rate rate) => x * rate.Level; // expect: SAD0007

    [Differentiable]
    public static double OfTheLibrary(double x, IReadOnlyList<double> weights) => x * weights[0]; // expect: SAD0007

    [Differentiable]
    public static double Inner(double x, Rate rate) => x * x * rate.Level;

    [Differentiable]
    public static double Nested(double x, Rate rate) => InnerGradient(x, rate); // expect: SAD0023

    private static double Helped(double x, Rate rate) => x * rate.Level;
}
