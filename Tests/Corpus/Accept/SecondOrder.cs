using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class SecondOrder
{
    // check: 1.5, -0.5
    [Differentiable(Order = 2)]
    public static double Rosenbrock(double x, double y) => (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);

    // check: new double[] { 0.5, -1.5, 2, 0.25 }, 0.75
    [Differentiable(Order = 2)]
    public static double Chain(ReadOnlySpan<double> x, double stiffness)
    {
        double energy = 0;
        for (int i = 1; i < x.Length; i++)
        {
            double stretch = x[i] - x[i - 1];
            energy += stiffness * stretch * stretch + Math.Exp(-stretch);
        }

        return energy;
    }

    // Saved on a stack: how often it runs is known at its end only.
    // check: 3.5, 0.4
    [Differentiable(Order = 2)]
    public static double Shrink(double x, double rate)
    {
        double total = 0;
        while (x > 0.5)
        {
            total += x * x;
            x *= Math.Sin(x) * rate;
        }

        return total * x;
    }

    // A gradient that depends on no input leaves nothing to write.
    // check: new double[] { 1, 2, 3 }, 0.5
    [Differentiable(Order = 2)]
    public static double Linear(ReadOnlySpan<double> x, double slope)
    {
        double sum = 3 * slope;
        foreach (double each in x)
        {
            sum += 2 * each;
        }

        return sum;
    }

    // Each new element depends on the old ones, which the reverse has to find again.
    // check: new double[] { 0.5, -1.5, 2 }, 4
    [Differentiable(Order = 2)]
    public static double InPlace(ReadOnlySpan<double> start, int steps)
    {
        Span<double> state = stackalloc double[3];
        start.Slice(0, 3).CopyTo(state);
        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < 3; i++)
            {
                state[i] = Math.Sin(state[i] * state[(i + 1) % 3]) + 0.1 * state[i];
            }
        }

        return state[0] * state[1] + state[2];
    }

    // check: new float[] { 0.5f, -1.5f }, 0.25f
    [Differentiable(Order = 2)]
    public static float Single(ReadOnlySpan<float> x, float y) => x[0] * x[1] * y + MathF.Exp(x[0] * y);
}
