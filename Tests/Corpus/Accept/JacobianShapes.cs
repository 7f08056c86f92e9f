using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>More columns or rows than a vector has lanes, and what stands in their way.</summary>
public static partial class JacobianShapes
{
    // check: 1.5, new double[] { 0.3, -0.4, 0.5, 0.6, -0.7 }, new double[] { 9, 9, 9, 9, 9, 9, 9 }
    [Differentiable]
    public static void Residuals(double scale, ReadOnlySpan<double> x, Span<double> residuals)
    {
        for (int i = 0; i < residuals.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j < x.Length; j++)
            {
                sum += Math.Sin(x[j] * (i + 1)) * x[(i + j) % x.Length];
            }

            residuals[i] = scale * sum * sum;
        }
    }

    // Written in part only: the others keep what they held.
    // check: new double[] { 0.3, -0.4, 0.5 }, new double[] { 9, 8, 7, 6, 5, 4, 3, 2 }, 1.5
    [Differentiable]
    public static double EverySecond(ReadOnlySpan<double> x, Span<double> y, double last)
    {
        for (int i = 0; i < y.Length; i += 2)
        {
            y[i] = x[i % x.Length] * last;
        }

        return last * x[0];
    }

    // The buffers that are only written stand before and between those that are read.
    // check: new double[] { 9, 9, 9 }, new double[] { 0.3, -0.4, 0.5 }, new double[] { 7, 7, 7, 7 }, 0.7, new double[] { 1, 2, 3 }
    [Differentiable]
    public static void Between(Span<double> squares, ReadOnlySpan<double> x, Span<double> cubes, double factor, Span<double> state)
    {
        for (int i = 0; i < x.Length; i++)
        {
            squares[i] = factor * x[i] * x[i];
            cubes[i] = x[i] * x[i] * state[i];
            state[i] = Math.Exp(state[i] * factor) + x[(i + 1) % x.Length];
        }
    }

    // check: new double[] { 9, 9, 9, 9 }
    [Differentiable]
    public static void Nothing(Span<double> y)
    {
        y[1] = 3;
    }

    // check: 0.5, 1.5, new double[] { 0.3, -0.4 }, new double[] { 1, 2, 3 }, new int[] { 3, 1, 2 }
    [Differentiable]
    public static double Everything(double x, ref double state, ReadOnlySpan<double> a, Span<double> y, Span<int> order, out double last)
    {
        for (int i = 0; i < y.Length; i++)
        {
            order[i] = (order[i] + i) % y.Length;
            state = state * x + y[order[i]] * a[i % a.Length];
            y[i] *= state;
        }

        last = y[^1] + x;
        return state * last;
    }

    // check: new double[] { 0.3, -0.4, 0.5, 0.6, -0.7, 0.2, 0.9, 1.1, -1.2, 1.3 }, 2.0
    [Differentiable]
    public static (double Sum, double Product, double Largest, double Norm, double Weighted) FiveRows(ReadOnlySpan<double> x, double weight)
    {
        double sum = 0, product = 1, largest = double.NegativeInfinity, square = 0, weighted = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i];
            product *= x[i];
            largest = Math.Max(largest, x[i]);
            square += x[i] * x[i];
            weighted += weight * weight * i * x[i];
        }

        return (sum, product, largest, Math.Sqrt(square), weighted);
    }

    // check: new double[] { 0.3, -0.4, 0.5, 0.6, -0.7, 0.2, 0.9, 1.1, -1.2, 1.3 }, 0.25
    [Differentiable]
    public static (double First, double Second) Steps(ReadOnlySpan<double> x, double step)
    {
        double a = x[0], b = 0;
        int i = 0;
        while (a * a < 20 && i < 30)
        {
            a += step * x[i % x.Length] * a + 0.2;
            b = b * 0.5 + a * x[(i + 3) % x.Length];
            i++;
        }

        return (a, b);
    }

    // check: new double[] { 0.3, -0.4, 0.5, 0.6 }, new double[] { 2, 3, 5, 7, 11, 13 }, new double[6], 3
    [Differentiable]
    public static void Smoothed(ReadOnlySpan<double> x, Span<double> y, [Scratch] Span<double> work, int rounds)
    {
        for (int round = 0; round < rounds; round++)
        {
            y.CopyTo(work);
            for (int i = 1; i < y.Length - 1; i++)
            {
                y[i] = work[i] + x[i % x.Length] * (work[i - 1] - 2 * work[i] + work[i + 1]);
            }
        }
    }

    // check: new double[] { 0.3, -0.4, 0.5, 0.6, -0.7, 0.2 }, 1.5, 2
    [Differentiable]
    public static (double, double, double) WithWorkingMemory(ReadOnlySpan<double> x, double y, int rounds)
    {
        double[] state = new double[x.Length];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                state[i] = Math.Cos(state[i] * y) + x[i];
            }
        }

        return (state[0] * y, state[1] * state[2], state[^1]);
    }

    // check: new float[] { 0.3f, -0.4f, 0.5f, 0.6f, -0.7f, 0.2f, 0.9f, 1.1f, -1.2f, 1.3f }, 1.5f, new float[] { 9, 9, 9 }
    [Differentiable]
    public static void Single(ReadOnlySpan<float> x, float scale, Span<float> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = 0;
            for (int j = 0; j < x.Length; j++)
            {
                y[i] += scale * MathF.Sin(x[j] * (i + 1));
            }
        }
    }

    // check: new float[] { 0.3f, -0.4f, 0.5f, 0.6f, -0.7f, 0.2f, 0.9f, 1.1f, -1.2f, 1.3f }, 1.5f
    [Differentiable]
    public static (float Sum, float Sine, float Last) SingleRows(ReadOnlySpan<float> x, float scale)
    {
        float sum = 0, sine = 0;
        foreach (float number in x)
        {
            sum += number * number;
            sine += MathF.Sin(scale * number);
        }

        return (sum, sine, x[^1] * scale);
    }

    // check: new double[] { 0.3, -0.4, 0.5, 0.6 }, 1.5f, new double[] { 9, 9, 9, 9 }
    [Differentiable]
    public static void Mixed(ReadOnlySpan<double> x, float scale, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[i] * x[i] * scale;
        }
    }

    // check: new double[] { 0.3, -0.4, 0.5, 0.6, 0.1 }, 1.5f
    [Differentiable]
    public static (float, double) MixedRows(ReadOnlySpan<double> x, float scale)
    {
        float sum = 0;
        foreach (double number in x)
        {
            sum += (float)(number * scale);
        }

        return (sum, sum * x[0]);
    }

    // The derivative of a root is infinite where nothing flows to it.
    // check: new double[] { 0, 4, 0, 9, 1, 0.5 }, new double[] { 9, 9, 9, 9, 9, 9 }
    [Differentiable]
    public static void RootsOrNothing(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[i] > 0.1 ? Math.Sqrt(x[i]) : x[i] * 3;
        }
    }

    // check: new double[] { 0.3, -0.4, 0.5, 0.6, -0.7, 0.2, 0.9, 1.1, -1.2, 1.3 }
    [Differentiable]
    public static double Distances(ReadOnlySpan<double> points, out double largest, out double smallest)
    {
        largest = 0;
        smallest = double.PositiveInfinity;
        double sum = 0;
        for (int i = 0; i < points.Length; i += 2)
        {
            for (int j = 0; j < i; j += 2)
            {
                double dx = points[i] - points[j], dy = points[i + 1] - points[j + 1];
                double distance = Math.Sqrt(dx * dx + dy * dy);
                if (distance > largest)
                {
                    largest = distance;
                }

                smallest = Math.Min(smallest, distance);
                sum += distance;
            }
        }

        return sum;
    }
}

/// <summary>Names that generated code uses for something else.</summary>
public static partial class JacobianNames
{
    private const double Vector = 1.5;

    private static double Directions(double x) => x * Vector;

    // check: new double[] { 0.3, -0.4, 0.5, 0.6, -0.7 }, new double[] { 9, 9 }, 0.5
    [Differentiable]
    public static void Scaled(ReadOnlySpan<double> x, Span<double> rows, double columns)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = Directions(x[i]) * x[i + 1] * columns;
        }
    }

    // check: new double[] { 0.3, -0.4, 0.5, 0.6, -0.7 }, 0.5
    [Differentiable]
    public static (double Group, double First, double Width) Rows(ReadOnlySpan<double> lanes, double seed) =>
        (lanes[0] * seed, Directions(lanes[1]) * seed, lanes[2] * lanes[3]);

    // A column of zeros, as long as any.
    // check: 1.5, 0.5, new double[] { 0.3, -0.4, 0.5, 0.6, -0.7 }, new double[] { 9, 9 }
    [Differentiable]
    public static void OnlyAsked(double limit, double scale, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = 0;
            for (int j = 0; j < x.Length; j++)
            {
                y[i] += x[j] < limit ? scale * x[j] * x[(i + j) % x.Length] : 1;
            }
        }
    }
}
