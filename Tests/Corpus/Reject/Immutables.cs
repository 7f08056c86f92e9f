using System;
using System.Collections.Generic;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class RejectedImmutables
{
    [Differentiable]
    public static double Truncated(double x) => (double)(decimal)x; // expect: SAD0031

    [Differentiable]
    public static double Shifted(double x, DateTime from, DateTime to)
    {
        DateTime moved = from.AddDays(2 * x); // expect: SAD0031
        return (to - moved).TotalDays * x;
    }

    [Differentiable]
    public static double ShiftedInHelper(double x, DateTime from) => x + Moved(x, from); // expect: SAD0021

    private static double Moved(double x, DateTime from) => from.AddDays(x).Day;

    [Differentiable]
    public static double Now(double x, DateTime from) => x * (DateTime.Now - from).TotalDays; // expect: SAD0013

    [Differentiable]
    public static double Random(double x) => x * Guid.NewGuid().Version; // expect: SAD0020

    [Differentiable]
    public static double Interpolated(double x, string text, int n) => x * $"{text} {n}".Length; // expect: SAD0013

    [Differentiable]
    public static double Interface(double x, IReadOnlyList<double> weights) => x * weights[0]; // expect: SAD0007

    [Differentiable]
    public static double Looked(double x, Dictionary<string, double> rates) => x * rates["EUR"]; // expect: SAD0007

    [Differentiable]
    public static string Named(double x) => "x"; // expect: SAD0007

    [Differentiable]
    public static double ByReference(double x, ref DateTime date) => x * date.Day; // expect: SAD0007

    [Differentiable]
    public static double Changed(double x, List<double> weights)
    {
        weights[0] = 2; // expect: SAD0016
        return x * weights[0];
    }

    [Differentiable]
    public static double Grown(double x, List<double> weights)
    {
        weights.Add(2); // expect: SAD0013
        return x * weights[0];
    }

    [Differentiable]
    public static double Stored(double x, List<double> weights)
    {
        weights[0] = x; // expect: SAD0016
        return x * weights[0];
    }

    [Differentiable]
    public static double Missing(double x, List<double>? weights) => weights == null ? x : x * weights[0]; // expect: SAD0013

    [Differentiable]
    public static double Recursive(double x, DateTime date, int n) => n == 0 ? x : Recursive(x * date.Day, date.AddDays(1), n - 1); // expect: SAD0020

    [Differentiable]
    public static double Checkpointed(double x, DateTime date, int n)
    {
        foreach (int i in Ad.Checkpointed(0, n, 4)) // expect: SAD0013
        {
            x = Math.Sin(x) * date.Day;
            date = date.AddDays(1);
        }

        return x;
    }

    [Differentiable]
    public static double Overwritten(double x, DateTime[] dates)
    {
        dates[0] = dates[1]; // expect: SAD0013
        return x * dates[0].Day;
    }

    [Differentiable]
    public static double Joined(double x, string text) => x * (text + x).Length; // expect: SAD0031

    [Differentiable(Batch = true)]
    public static double Batched(double x, DateTime date) => x * date.Day; // expect: SAD0009
}
