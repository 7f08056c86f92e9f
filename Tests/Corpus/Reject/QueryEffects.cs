using System;
using System.Linq;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Queries that do more than compute: how often they do it depends on what else is asked of them.</summary>
public static partial class QueryEffects
{
    [Differentiable]
    public static double Counts(double[] x)
    {
        int calls = 0;
        return x.Select(v => v * ++calls).Sum(); // expect: SAD0013
    }

    [Differentiable]
    public static double CountsInALocalFunction(double[] x)
    {
        int calls = 0;
        double Next(double v) => v * ++calls;
        return x.Zip(x, (a, b) => a * Next(b)).Sum(); // expect: SAD0013
    }

    [Differentiable]
    public static double Skips(double[] x)
    {
        double[] seen = new double[1];
        return x.Select(v => Keep(seen, v)).Skip(1).Sum() + seen[0]; // expect: SAD0013
    }

    [Differentiable]
    public static double SkipsByAVariable(double[] x)
    {
        double[] seen = new double[1];
        double Kept(double v) => Keep(seen, v);
        Func<double, double> keep = v => Kept(v);
        return x.Select(keep).Index().Skip(1).Sum(item => item.Item) + seen[0]; // expect: SAD0013
    }

    [Differentiable]
    public static double CountsWhatAVariableKeeps(double[] x)
    {
        double[] seen = new double[1];
        Func<double, double> keep = v => Keep(seen, v);
        return x.Select(keep).Count() + seen[0]; // expect: SAD0013
    }

    [Differentiable]
    public static double LeavesOutByACounter(double[] x)
    {
        int calls = 0;
        return x.Where(v => v > calls++).Sum(); // expect: SAD0013
    }

    [Differentiable]
    public static double CopiesWhatIsLeftAndChangesIt(double[] x)
    {
        double[] seen = new double[1];
        double[] rising = x.Where(v => v > seen[0]).Select(v => Keep(seen, v)).ToArray(); // expect: SAD0013
        return rising[0] * seen[0];
    }

    [Differentiable]
    public static double SkipsOfWhatIsLeft(double[] x) => x.Where(v => v > 0).Skip(1).Sum(); // expect: SAD0013

    [Differentiable]
    public static double LoopsOverWhatIsLeft(double[] x)
    {
        double sum = 0;
        foreach (double v in x.Where(v => v > 0)) // expect: SAD0013
        {
            sum += v * v;
        }

        return sum;
    }

    private static double Keep(double[] seen, double v) => seen[0] = v;
}
