using System;
using StaticAd;

namespace StaticAd.Corpus;

public record struct StatePoint(double X, double Y);

/// <summary>Passive memory that a method changes and then uses: each row of a Hessian starts from what the caller gave.</summary>
public static partial class PassiveState
{
    // check: new double[] { 1.5, -2, 0.25, 3 }, new int[] { 0, 1, 2, 3 }
    [Differentiable(Order = 2)]
    public static double Rotates(double[] a, Span<int> order)
    {
        (order[0], order[1], order[2], order[3]) = (order[1], order[2], order[3], order[0]);
        return (a[order[0]] * a[order[0]] * a[order[1]]) + (Math.Sin(a[order[2]]) * a[order[3]]);
    }

    // check: new double[] { 1.5, -2, 0.25, 3 }, 0.5f, new int[] { 0, 1, 2, 3 }
    [Differentiable(Order = 2)]
    public static double RotatesAmongTwoTypes(double[] a, float scale, Span<int> order)
    {
        (order[0], order[1], order[2], order[3]) = (order[1], order[2], order[3], order[0]);
        return scale * scale * ((a[order[0]] * a[order[0]] * a[order[1]]) + (Math.Sin(a[order[2]]) * a[order[3]]));
    }

    // check: new float[] { 1.5f, -2, 0.25f }, new double[] { 0.5, 2 }, new int[] { 0, 1, 2 }
    [Differentiable(Order = 2)]
    public static double CountsItsRuns(float[] a, double[] b, Span<int> runs)
    {
        runs[0]++;
        double power = 1;
        for (int i = 0; i < runs[0]; i++)
        {
            power *= (a[0] * b[1]) + a[2];
        }

        return power * b[0] * a[1];
    }

    // check: new StatePoint(1.5, -2), new StatePoint(0.25, 3), new int[] { 3 }
    [Differentiable(Order = 2)]
    public static double CountsBetweenPoints(StatePoint p, StatePoint q, Span<int> runs)
    {
        double power = 1;
        for (int i = 0; i < runs[0]; i++)
        {
            power *= (p.X * q.Y) + (p.Y * q.X * q.X);
        }

        runs[0]++;
        return power;
    }

    // check: new StatePoint[] { new(1.5, -2), new(0.25, 3), new(0.5, 0.75) }, new double[] { 2, 3, 4 }
    [Differentiable(Order = 2)]
    public static double ShiftsWeights(StatePoint[] points, [NoDerivative] Span<double> weights)
    {
        double first = weights[0], sum = 0;
        for (int i = 0; i < points.Length; i++)
        {
            sum += weights[i] * points[i].X * points[i].X * points[i].Y;
            weights[i] = i + 1 < points.Length ? weights[i + 1] : first;
        }

        return sum;
    }
}
