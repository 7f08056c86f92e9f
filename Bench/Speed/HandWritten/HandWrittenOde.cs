namespace StaticAd.Speed.HandWritten;

/// <summary>
/// The reverse sweep of <see cref="GradBench.Models.Ode.Solve"/>: the forward sweep keeps the four states at which the slopes
/// are taken, the reverse sweep of a step is one loop, because component i only reaches i and i + 1.
/// </summary>
internal sealed class HandWrittenOde(int n, int s)
{
    private const int StatesPerStep = 4;

    private readonly double[] _states = new double[StatesPerStep * n * s];
    private readonly double[] _k1 = new double[n];
    private readonly double[] _k2 = new double[n];
    private readonly double[] _k3 = new double[n];
    private readonly double[] _k4 = new double[n];

    /// <summary>Solves into <paramref name="y"/>; <paramref name="yBar"/> is used up.</summary>
    public void Vjp(ReadOnlySpan<double> x, Span<double> y, Span<double> yBar, Span<double> dx)
    {
        double h = 2.0 / s;
        y.Fill(0);
        for (int step = 0; step < s; step++)
        {
            ForwardStep(x, h, y, State(step, 0), State(step, 1), State(step, 2), State(step, 3));
        }

        dx.Fill(0);
        for (int step = s - 1; step >= 0; step--)
        {
            ReverseStep(x, h, State(step, 0), State(step, 1), State(step, 2), State(step, 3), yBar, dx);
        }
    }

    private Span<double> State(int step, int stage) => _states.AsSpan((StatesPerStep * step + stage) * n, n);

    private void ForwardStep(
        ReadOnlySpan<double> x, double h, Span<double> y, Span<double> y1, Span<double> y2, Span<double> y3, Span<double> y4)
    {
        Span<double> k1 = _k1.AsSpan(0, y.Length);
        Span<double> k2 = _k2.AsSpan(0, y.Length);
        Span<double> k3 = _k3.AsSpan(0, y.Length);
        Span<double> k4 = _k4.AsSpan(0, y.Length);
        y.CopyTo(y1);
        SlopeAndAdvance(x, y, y1, k1, 0.5 * h, y2);
        SlopeAndAdvance(x, y, y2, k2, 0.5 * h, y3);
        SlopeAndAdvance(x, y, y3, k3, h, y4);
        Slope(x, y4, k4);
        for (int i = 0; i < y.Length; i++)
        {
            y[i] += h * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) / 6;
        }
    }

    private static void SlopeAndAdvance(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> state, Span<double> slope, double h, Span<double> next)
    {
        Slope(x, state, slope);
        y = y[..slope.Length];
        next = next[..slope.Length];
        for (int i = 0; i < slope.Length; i++)
        {
            next[i] = y[i] + h * slope[i];
        }
    }

    private static void Slope(ReadOnlySpan<double> x, ReadOnlySpan<double> state, Span<double> slope)
    {
        state = state[..x.Length];
        slope = slope[..x.Length];
        slope[0] = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            slope[i] = x[i] * state[i - 1];
        }
    }

    private static void ReverseStep(
        ReadOnlySpan<double> x,
        double h,
        ReadOnlySpan<double> y1,
        ReadOnlySpan<double> y2,
        ReadOnlySpan<double> y3,
        ReadOnlySpan<double> y4,
        Span<double> yBar,
        Span<double> dx)
    {
        int n = x.Length;
        double y1Bar = 0;
        double y2Bar = 0;
        double y3Bar = 0;
        double y4Bar = 0;
        for (int i = n - 1; i >= 0; i--)
        {
            double k4Bar = h / 6 * yBar[i];
            double k3Bar = 2 * k4Bar + h * y4Bar;
            double k2Bar = 2 * k4Bar + 0.5 * h * y3Bar;
            double k1Bar = k4Bar + 0.5 * h * y2Bar;
            yBar[i] += y1Bar + y2Bar + y3Bar + y4Bar;
            if (i == 0)
            {
                dx[0] += k1Bar + k2Bar + k3Bar + k4Bar;
                break;
            }

            dx[i] += y1[i - 1] * k1Bar + y2[i - 1] * k2Bar + y3[i - 1] * k3Bar + y4[i - 1] * k4Bar;
            y1Bar = x[i] * k1Bar;
            y2Bar = x[i] * k2Bar;
            y3Bar = x[i] * k3Bar;
            y4Bar = x[i] * k4Bar;
        }
    }
}
