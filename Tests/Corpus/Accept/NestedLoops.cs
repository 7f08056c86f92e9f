using System;
using StaticAd;

namespace StaticAd.Corpus;

// Derivatives of methods whose loops end when an active value says so: what they save is on a stack, which is differentiated too.
public static partial class NestedLoops
{
    [Differentiable]
    private static double Shrink(double x, double rate)
    {
        double total = 0;
        while (x > 0.5)
        {
            total += x * x;
            x *= Math.Sin(x) * rate;
        }

        return total * x;
    }

    // check: 3.5, 0.4
    // check: 0.3, 0.4
    [Differentiable(Order = 2)]
    public static double SlopesOfShrink(double x, double rate)
    {
        (double dx, double dRate) = ShrinkGradient(x, rate);
        return dx * rate + Math.Sin(dRate);
    }

    // check: 3.5, 0.4, 0.3, -0.7
    [Differentiable(Order = 2)]
    public static double TangentOfShrink(double x, double rate, double along, double across)
    {
        double value = ShrinkJvp(x, rate, along, across, out double slope);
        return value * slope;
    }

    [Differentiable]
    private static double CurvatureOfShrink(double x, double rate) => ShrinkGradient(x, rate).dx;

    // check: 3.5, 0.4
    [Differentiable]
    public static double ThirdOfShrink(double x, double rate)
    {
        CurvatureOfShrinkVjp(x, rate, 1, out double byX, out double byRate);
        return byX * byRate;
    }

    // The reverse of a derivative within a loop within a loop whose length it decides.
    // check: 1.5, 0.7
    [Differentiable]
    public static double InALoop(double x, double rate)
    {
        double sum = 0, slopes = 0;
        int steps = 0;
        while (Math.Abs(x) < 20 && steps++ < 6)
        {
            for (int i = 0; i < steps; i++)
            {
                double value = ShrinkVjp(x + i, 0.4, rate, out double slope, out double byRate);
                slopes += slope;
                sum += value * slope + 0.1 * byRate;
            }

            x += 0.5 + 0.001 * Math.Tanh(slopes);
        }

        return sum;
    }

    // The iterations are independent, and each has a stack of its own.
    // check: new double[] { 0.8, 3.5, 2.2, 0.1 }, 0.4
    [Differentiable(Order = 2)]
    public static double SumOfSlopes(ReadOnlySpan<double> x, double rate)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double value = ShrinkValueAndGradient(x[i], rate, out double dx, out double dRate);
            sum += value * dx - dRate * dRate;
        }

        return sum;
    }

    // check: new double[] { 0.8, 3.5, 2.2 }, new double[] { 1, 2, 3 }, 0.4
    [Differentiable]
    public static void Slopes(ReadOnlySpan<double> x, Span<double> slopes, double rate)
    {
        for (int i = 0; i < x.Length; i++)
        {
            slopes[i] *= ShrinkGradient(x[i], rate).dx;
        }
    }

    [Differentiable]
    private static double Settle(ReadOnlySpan<double> x, double tolerance)
    {
        double[] state = x.ToArray();
        double change = 1, sum = 0;
        while (change > tolerance)
        {
            change = 0;
            for (int i = 0; i < state.Length; i++)
            {
                double next = 0.5 * Math.Cos(state[i]) + 0.1 * state[(i + 1) % state.Length] * x[i];
                change += Math.Abs(next - state[i]);
                state[i] = next;
            }

            sum += change * change;
        }

        foreach (double each in state)
        {
            sum += each * each * each;
        }

        return sum;
    }

    // check: new double[] { 0.3, 1.2, -0.7 }, 0.01
    [Differentiable(Order = 2)]
    public static double NormOfSettle(ReadOnlySpan<double> x, [NoDerivative] double tolerance)
    {
        double[] dx = new double[x.Length];
        double value = SettleValueAndGradient(x, tolerance, dx, out _);
        double sum = value;
        foreach (double each in dx)
        {
            sum += each * each;
        }

        return sum;
    }

    // check: new double[] { 0.3, 1.2, -0.7 }, new double[] { 1, -0.5, 0.25 }, 0.01
    [Differentiable]
    public static double SlopeOfSettle(ReadOnlySpan<double> x, ReadOnlySpan<double> xDot, [NoDerivative] double tolerance)
    {
        SettleJvp(x, tolerance, xDot, 0, out double slope);
        return slope;
    }
}
