using System;
using StaticAd;

namespace StaticAd.Corpus;

// Derivatives of loops with a budget: what runs the steps again is differentiated too.
public static partial class NestedCheckpoints
{
    [Differentiable]
    private static double Logistic(double rate, double x, int steps)
    {
        double sum = 0;
        foreach (int step in Ad.Checkpointed(0, steps, 3))
        {
            x = rate * x * (1 - x);
            sum += x * x * step;
        }

        return sum + x;
    }

    // check: 2.9, 0.3, 11
    // check: 2.9, 0.3, 0
    // check: 2.9, 0.3, 1
    [Differentiable(Order = 2)]
    public static double SlopesOfLogistic(double rate, double x, int steps)
    {
        (double dRate, double dx) = LogisticGradient(rate, x, steps);
        return dRate * dx + dx;
    }

    // check: 2.9, 0.3, 11
    [Differentiable(Order = 2)]
    public static double TangentOfLogistic(double rate, double x, int steps)
    {
        double value = LogisticJvp(rate, x, steps, x, rate, out double slope);
        return slope * value;
    }

    [Differentiable]
    private static double Relaxed(ReadOnlySpan<double> x, int steps)
    {
        double[] state = x.ToArray();
        double energy = 0;
        foreach (int step in Ad.Checkpointed(0, steps, 2))
        {
            for (int i = 1; i < state.Length; i++)
            {
                state[i] += 0.2 * Math.Sin(state[i - 1] - state[i]);
                energy += state[i] * state[i];
            }

            state[0] *= 0.9;
        }

        return energy * state[0];
    }

    // check: new double[] { 0.5, -1.5, 2 }, 7
    [Differentiable]
    public static double NormOfRelaxed(ReadOnlySpan<double> x, int steps)
    {
        double[] dx = new double[x.Length];
        double sum = RelaxedValueAndGradient(x, steps, dx);
        foreach (double each in dx)
        {
            sum += each * each;
        }

        return sum;
    }
}
