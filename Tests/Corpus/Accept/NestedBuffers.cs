using System;

namespace StaticAd.Corpus;

/// <summary>Derivatives inside differentiated code, of functions of buffers and with loops.</summary>
public static partial class NestedBuffers
{
    [Differentiable]
    private static double Rosenbrock(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            double valley = x[i + 1] - x[i] * x[i];
            double slope = 1 - x[i];
            sum += 100 * valley * valley + slope * slope;
        }

        return sum;
    }

    // check: new double[] { 0.5, -0.2, 0.9 }
    [Differentiable]
    public static double SquaredNormOfGradient(ReadOnlySpan<double> x)
    {
        double[] dx = new double[x.Length];
        RosenbrockGradient(x, dx);
        double sum = 0;
        for (int i = 0; i < dx.Length; i++)
        {
            sum += dx[i] * dx[i];
        }

        return sum;
    }

    // check: new double[] { 0.5, -0.2, 0.9 }, new double[] { 1, 2, -0.5 }
    [Differentiable]
    public static double SlopeAlong(ReadOnlySpan<double> x, ReadOnlySpan<double> direction)
    {
        RosenbrockJvp(x, direction, out double slope);
        return slope;
    }

    // check: new double[] { 0.5, -0.2, 0.9 }, 1e-3, 4
    [Differentiable]
    public static double AfterDescent(ReadOnlySpan<double> start, double rate, int steps)
    {
        double[] x = start.ToArray();
        double[] dx = new double[x.Length];
        for (int step = 0; step < steps; step++)
        {
            RosenbrockGradient(x, dx);
            for (int i = 0; i < x.Length; i++)
            {
                x[i] -= rate * dx[i];
            }
        }

        return Rosenbrock(x);
    }

    [Differentiable]
    private static double Recurrence(double x, double r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            x = r * x * (1 - x);
        }

        return x;
    }

    // The inner derivative keeps a tape in memory.
    // check: 0.3, 2.9, 5
    [Differentiable]
    public static double SensitivityOfRecurrence(double x, double r, int n)
    {
        (double dx, double dr) = RecurrenceGradient(x, r, n);
        return dx + 0.5 * dr;
    }

    [Differentiable]
    private static double SlopeOfRecurrence(double x, double r, int n)
    {
        (double dx, _) = RecurrenceGradient(x, r, n);
        return dx;
    }

    // Third order, over loops.
    // check: 0.3, 2.9, 4
    [Differentiable]
    public static double CurvatureOfRecurrence(double x, double r, int n)
    {
        (double dx, double dr) = SlopeOfRecurrenceGradient(x, r, n);
        return dx * dr;
    }

    [Differentiable]
    private static void Smooth(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int sweep = 0; sweep < 2; sweep++)
        {
            for (int i = 1; i < y.Length; i++)
            {
                y[i] = y[i] * y[i - 1] + x[i];
            }
        }
    }

    // check: new double[] { 0.5, -0.2, 0.9 }, new double[] { 0.7, 0.4, -0.3 }
    [Differentiable]
    public static double PullbackInPlace(ReadOnlySpan<double> x, ReadOnlySpan<double> start)
    {
        double[] y = start.ToArray();
        double[] yBar = [1, 2, 3];
        double[] dx = new double[x.Length];
        SmoothVjp(x, y, yBar, dx);
        return dx[0] + dx[1] * yBar[0] + dx[2] * yBar[1];
    }
}
