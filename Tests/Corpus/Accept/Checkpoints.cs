using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Checkpoints
{
    // check: 3.1, 0.3, 12, 3
    // check: 3.1, 0.3, 1, 3
    // check: 3.1, 0.3, 0, 1
    // check: 2.5, 0.4, 9, 1
    // check: 2.5, 0.4, 30, 2
    // check: 2.5, 0.4, 8, 100
    [Differentiable]
    public static double LogisticMap(double rate, double start, int steps, int snapshots)
    {
        double x = start;
        foreach (int step in Ad.Checkpointed(0, steps, snapshots))
        {
            x = rate * x * (1 - x);
        }

        return x;
    }

    // check: 0.7, -0.2, 3L, 21L, 4
    [Differentiable]
    public static double LongCounter(double amplitude, double phase, long from, long to, int snapshots)
    {
        double sum = 0;
        double state = phase;
        foreach (long t in Ad.Checkpointed(from, to, snapshots))
        {
            state += 0.1 * Math.Sin(amplitude * t + state);
            sum += state * state;
        }

        return sum;
    }

    // check: new double[] { 0.5, -0.25, 1, 0.75, -0.5 }, 0.2, 14, 3
    // check: new double[] { 0.5, -0.25, 1 }, 0.2, 5, 1
    [Differentiable]
    public static void Diffusion(Span<double> u, double rate, int steps, int snapshots)
    {
        double[] next = new double[u.Length];
        foreach (int step in Ad.Checkpointed(0, steps, snapshots))
        {
            for (int i = 0; i < u.Length; i++)
            {
                double left = i > 0 ? u[i - 1] : 0;
                double right = i < u.Length - 1 ? u[i + 1] : 0;
                next[i] = u[i] + rate * (left - 2 * u[i] * u[i] + right);
            }

            next.CopyTo(u);
        }
    }

    // check: new double[] { 0.3, 1.1 }, new double[] { 0, 0, 0, 0, 0, 0, 0 }, 2
    [Differentiable]
    public static double Trajectory(ReadOnlySpan<double> parameters, Span<double> positions, int snapshots)
    {
        double x = parameters[0];
        double v = parameters[1];
        foreach (int step in Ad.Checkpointed(0, positions.Length, snapshots))
        {
            v -= 0.1 * Math.Sin(x);
            x += 0.1 * v;
            positions[step] = x * x;
        }

        return v * positions[2];
    }

    // check: 1.3, 0.4, 10, 3
    [Differentiable]
    public static double AfterAGuardAndBeforeMore(double a, double b, int steps, int snapshots)
    {
        double[] state = new double[2];
        state[0] = a;
        state[1] = a * b;
        if (steps < 0)
        {
            return a;
        }

        double[] work = new double[2];
        foreach (int step in Ad.Checkpointed(1, steps + 1, snapshots))
        {
            work[0] = state[1] * b;
            work[1] = Math.Cos(state[0]) + step * 0.01;
            state[0] = work[0] + work[1];
            state[1] = 0.5 * state[1] + 0.1 * work[1] * state[0];
        }

        state[0] *= state[1];
        return state[0] + b * b;
    }

    // check: new double[] { 1.2, 0.8, -0.5 }, 6, 4, 2
    [Differentiable]
    public static double Nested(ReadOnlySpan<double> x, int outer, int inner, int snapshots)
    {
        double sum = 0;
        double state = x[0];
        foreach (int i in Ad.Checkpointed(0, outer, snapshots))
        {
            double speed = x[1];
            foreach (int j in Ad.Checkpointed(0, inner, snapshots))
            {
                speed -= 0.1 * state * speed;
                state += 0.1 * Math.Tanh(speed + x[2]);
            }

            sum += speed * state;
        }

        return sum;
    }

    // check: 0.9, 1.1, 3, 7, 2
    [Differentiable]
    public static double InsideAnOrdinaryLoop(double a, double b, int rounds, int steps, int snapshots)
    {
        double x = a;
        for (int round = 0; round < rounds; round++)
        {
            foreach (int step in Ad.Checkpointed(0, steps, snapshots))
            {
                x = Math.Sin(b * x) + 0.1 * step;
            }

            x *= a;
        }

        return x;
    }

    // check: new double[] { 0.4, 0.6, -0.3 }, new double[] { 1, 2, 3 }, 6, 2
    [Differentiable]
    public static double InputsChangeAfterwards(ReadOnlySpan<double> x, [Scratch] Span<double> weights, int steps, int snapshots)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = x[i] * (i + 1);
        }

        double state = 0.1;
        foreach (int step in Ad.Checkpointed(0, steps, snapshots))
        {
            state = Math.Sin(state * weights[step % 3]) + x[step % 3];
        }

        weights[0] = 7;
        weights[1] = state;
        return state * state + weights[1];
    }

    // check: 0.8, 1.5, 20, 4
    [Differentiable]
    public static double BranchesAndCounters(double a, double b, int steps, int snapshots)
    {
        double x = a;
        int flips = 0;
        double last = 0;
        foreach (int step in Ad.Checkpointed(0, steps, snapshots))
        {
            if (x > 1)
            {
                x = x / b - 0.3;
                flips++;
                last = x;
            }
            else
            {
                x = x * b + 0.05 * flips;
            }
        }

        return x + last * flips;
    }
}
