namespace StaticAd.GradBench.Models;

/// <summary>A chain of differential equations, y₀′ = x₀ and yᵢ′ = xᵢ yᵢ₋₁, integrated by the classical Runge–Kutta method.</summary>
public static partial class Ode
{
    /// <summary>The state at time 2, from y(0) = 0.</summary>
    /// <param name="x">The rates.</param>
    /// <param name="s">Number of time steps.</param>
    /// <param name="y">The final state, as long as <paramref name="x"/>; what it held is overwritten.</param>
    [Differentiable]
    public static void Solve(ReadOnlySpan<double> x, int s, Span<double> y)
    {
        int n = x.Length;
        double h = 2.0 / s;
        double[] k1 = new double[n];
        double[] k2 = new double[n];
        double[] k3 = new double[n];
        double[] k4 = new double[n];
        double[] stage = new double[n];

        for (int i = 0; i < n; i++)
        {
            y[i] = 0;
        }

        for (int step = 0; step < s; step++)
        {
            Slope(x, y, k1);
            Advance(y, 0.5 * h, k1, stage);
            Slope(x, stage, k2);
            Advance(y, 0.5 * h, k2, stage);
            Slope(x, stage, k3);
            Advance(y, h, k3, stage);
            Slope(x, stage, k4);
            for (int i = 0; i < n; i++)
            {
                y[i] += h * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) / 6;
            }
        }
    }

    [Differentiable]
    private static void Slope(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> slope)
    {
        slope[0] = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            slope[i] = x[i] * y[i - 1];
        }
    }

    [Differentiable]
    private static void Advance(ReadOnlySpan<double> y, [NoDerivative] double h, ReadOnlySpan<double> slope, Span<double> stage)
    {
        for (int i = 0; i < stage.Length; i++)
        {
            stage[i] = y[i] + h * slope[i];
        }
    }
}
