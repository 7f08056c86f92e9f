using System;
using System.Collections.Generic;
using System.Linq;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Queries over arrays, lists and ranges, each of which becomes one loop.</summary>
public static partial class Queries
{
    // check: new double[] { 0.5, -1.2, 2 }
    // check: new double[] { 0.5 }
    [Differentiable(Order = 2)]
    public static double Plain(double[] x) => x.Sum() * x.Average() + x.Max() * x.Min() + x.Count();

    // check: new double[] { 0.5, -1.2, 2 }, 0.7
    [Differentiable(Order = 2)]
    public static double Selected(double[] x, double s) =>
        x.Sum(v => v * v * s) + x.Average(v => Math.Sin(v * s)) + x.Max(v => v * s) - x.Min(v => v * v) + x.Select(v => -v).Average();

    // check: new double[] { 0.5, -1.2, 2 }, new double[] { 0.3, 0.1, 0.6, 7 }
    [Differentiable(Order = 2)]
    public static double Weighed(double[] w, double[] m) =>
        w.Zip(m, (a, b) => a * b).Sum() / w.Select(Math.Abs).Sum() + w.Zip(m).Select(p => p.First * p.First * p.Second).Sum();

    // check: new double[] { 0.5, -1.2 }, new double[] { 0.3, 0.1, 0.6, 7, -1, 0.5 }, new bool[] { true, false, true }
    [Differentiable(Order = 2)]
    public static double Logistic(double[] w, double[] x, bool[] labels)
    {
        int d = w.Length;
        double loss = Enumerable.Range(0, labels.Length)
            .Select(i => (Margin: x.Skip(i * d).Take(d).Select((v, j) => v * w[j]).Sum(), Label: labels[i]))
            .Sum(t => Math.Log(1 + Math.Exp(t.Label ? -t.Margin : t.Margin)));
        return loss / labels.Length;
    }

    // check: new double[] { 0.5, -1.2, 2 }
    [Differentiable(Order = 2)]
    public static double Standardised(double[] x)
    {
        double mean = x.Average();
        double deviation = Math.Sqrt(x.Select(v => (v - mean) * (v - mean)).Sum() / x.Length);
        double[] z = x.Select(v => (v - mean) / deviation).ToArray();
        return z.Select((v, i) => v * v * v * (i + 1)).Sum() + z.ToArray()[1];
    }

    // check: new double[] { 0.5, -1.2, 2 }, 0.7
    [Differentiable(Order = 2)]
    public static double Folded(double[] x, double t)
    {
        (double sum, double product) = x.Aggregate((Sum: 0.0, Product: 1.0), (all, v) => (all.Sum + v, all.Product * v));
        return x.Aggregate(0.0, (value, coefficient) => value * t + coefficient) + sum * product;
    }

    // check: new float[] { 0.5f, -1.2f, 2 }
    [Differentiable(Order = 2)]
    public static float Singles(float[] x) => x.Sum() * x.Average(v => v * v) + x.Max();

    // check: new double[] { 0.5, -1.2, 2 }
    [Differentiable(Order = 2)]
    public static double Counting(double[] x)
    {
        int calls = 0;
        double sum = x.Sum(v =>
        {
            calls++;
            return v < 0 ? 0 : v * calls;
        });
        return sum * calls + x.Sum(Square) + Enumerable.Range(1, 4).Sum(k => Math.Pow(x[0], k));
    }

    // check: new List<double> { 1, 2, 4 }, 0.7, new Sample[] { new(1, 2), new(3, 0.5) }
    [Differentiable(Order = 2)]
    public static double OfListsAndStructures(List<double> data, double mean, Sample[] samples) =>
        data.Select(d => (d - mean) * (d - mean)).Sum() / data.Count() + samples.Sum(s => s.X * s.Y * mean) / samples.Max(s => s.X);

    // check: new double[] { 0.3, 0.4, -0.5 }, new double[] { 1, 0.8, 0.5 }, new Sample[] { new(1, 2), new(3, 0.5) }
    [Differentiable(Order = 2)]
    public static double Reached(double[] angles, double[] lengths, Sample[] samples)
    {
        double x = 0, turned = 0;
        foreach (var (angle, length) in angles.Zip(lengths))
        {
            turned += angle;
            x += length * Math.Cos(turned);
        }

        foreach (var (i, sample) in samples.Index())
        {
            if (i == 0)
            {
                continue;
            }

            x += i * sample.X * sample.Y;
        }

        foreach (int i in Enumerable.Range(1, lengths.Length - 1))
        {
            x += lengths[i] * lengths[i - 1];
            if (x > 100)
            {
                break;
            }
        }

        foreach (var (first, second) in samples.Skip(1))
        {
            x *= first * second;
        }

        foreach (double square in angles.Take(2).Select(angle => angle * angle))
        {
            x += square * x;
        }

        return x;
    }

    // check: new double[] { 0.5, -1.2, 2 }, 0.3
    [Differentiable]
    public static double ByAVariable(double[] x, double s)
    {
        double total = s;
        Func<double, double> f = v => { total += v * s; return v * total; };
        double sum = x.Sum(f);
        return sum * total;
    }

    // check: new double[] { 0.5, -1.2, 2 }, 0.3
    [Differentiable]
    public static double ByALocalFunction(double[] x, double s)
    {
        double total = s;
        double F(double v) { total += v * s; return v * total; }
        double sum = x.Sum(F) + x.Max(v => F(v) * 2);
        return sum * total;
    }

    // check: new double[] { 0.5, -1.2, 2, 0.7 }, 0.3
    // check: new double[] { 0.5, 0.4 }, 0.3
    [Differentiable(Order = 2)]
    public static double LeftOut(double[] x, double threshold)
    {
        double sum = x.Where(v => v > threshold).Sum() + x.Where(v => v > 0).Where((double v) => v * v < 3).Sum(v => v * threshold);
        sum += x.Where((v, i) => i % 2 == 0).Select(v => v * v).Average() * x.Where(v => v > 0).Min() - x.Where(v => v < 1).Max(v => -v * v);
        double product = x.Where(v => v != 0).Aggregate(1.0, (all, v) => all * v);
        return sum * product + Enumerable.Range(0, x.Length).Where(i => i % 2 == 1).Sum(i => x[i] * i);
    }

    // check: new double[] { 0.5, -1.2, 2, 0.7 }
    // check: new double[] { 3, 2.5 }
    [Differentiable(Order = 2)]
    public static double LeftOutOfArrays(double[] x)
    {
        double[] small = x.Where(v => v < 2.2).Select(v => v * x[0]).ToArray();
        int count = x.Count(v => v > 0.6);
        double sum = small.Length > 0 ? small.Sum(v => v * v) * small[^1] : x[1] * count;
        sum *= x.First() - x.Select(v => v * v).Last();
        return x.Any(v => v < 0) ? sum * x[2] : x.All(v => v > 1) && !small.Any() ? sum * sum : -sum;
    }

    // Where nothing is left, a mean throws; nothing after the first that is found is looked at.
    // check: new double[] { 0.5, -1.2, 2, 0.7 }, new int[] { 2, 1, 9 }
    [Differentiable]
    public static double Found(double[] x, int[] at) => at.Any(i => x[i] < 0) ? x[3] * x[0] + x.Where(v => v > 0).Average() : x[1];

    // check: new double[] { 0.5, -1.2, 2 }, 0.3
    [Differentiable]
    public static double Written(double[] x, double s)
    {
        double[] seen = new double[2];
        Func<double, double> f = v => { seen[0] += v * s; return v * seen[0]; };
        double sum = x.Sum(f) + x.Average(v => { seen[1] += v * v; return seen[1] * s; });
        return sum * seen[0] + seen[1];
    }

    private static double Square(double v) => v * v;
}

public readonly record struct Sample(double X, double Y);
