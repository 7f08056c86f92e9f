namespace StaticAd.GradChecks;

/// <summary>A kink, and what the derivative is compared with there.</summary>
/// <param name="Slope">What is expected.</param>
/// <param name="Left">The derivative from the left: infinite if it grows without bound, not a number if there is none.</param>
/// <param name="Right">The derivative from the right.</param>
/// <param name="Distance">How far away the kink is at most; 0 if it is at the point.</param>
internal sealed record Kink(Slope Slope, double Left, double Right, double Distance);

/// <summary>Finds kinks of one output along a direction, by what becomes of the differences from either side as the step is halved.</summary>
/// <remarks>
/// Where a function is smooth, the two sides approach each other in proportion to the step. At a kink each settles on a derivative of
/// its own; where the function jumps or has a vertical tangent, they grow without bound; where its domain ends, one is missing. What
/// shows none of that is no kink, for rounding can look like anything.
/// </remarks>
internal sealed class KinkSearch(Samples samples, Tolerances tolerances)
{
    private const int MostHalvings = 10;
    private const double Growth = 1.2;
    private const int GrowingLevels = 5;

    /// <param name="output">The output.</param>
    /// <param name="step">The step to begin with.</param>
    /// <param name="central">The derivative by central differences.</param>
    public Kink? Find(int output, double step, Slope central)
    {
        bool isExact = central.IsFinite && central.Noise <= tolerances.Target(central.Low) + Rounding(output, step);
        if (!double.IsFinite(samples.Value[output]) || (isExact && IsSmooth(Look(output, 2 * step), Look(output, step))))
        {
            return null;
        }

        List<Level> levels = [Look(output, 2 * step), Look(output, step)];
        for (int halvings = 1; halvings <= MostHalvings && IsReachable(levels[^1]); halvings++)
        {
            levels.Add(Look(output, levels[^1].Step / 2));
        }

        return levels.Count < 3 ? null : IsSmoothInside(levels) ? Near(levels) : At(levels, isExact);
    }

    /// <summary>Whether half the step still says more than rounding does, and can be made.</summary>
    private bool IsReachable(Level level) =>
        2 * level.Rounding < Settled(level) && level.RealStep > 0.75 * level.Step && level.RealStep < 1.25 * level.Step;

    private Level Look(int output, double step)
    {
        Sample sample = samples.At(step);
        double value = samples.Value[output];
        return new Level(
            step, Math.Min(sample.LeftStep, sample.RightStep), (value - sample.Left[output]) / sample.LeftStep,
            (sample.Right[output] - value) / sample.RightStep, sample.Central(output), Rounding(output, step));
    }

    private double Rounding(int output, double step) =>
        16 * tolerances.Precision.UnitRoundoff * Math.Max(1, Math.Abs(samples.Value[output])) / step;

    /// <summary>The change that counts as none.</summary>
    private double Settled(Level level) =>
        (0.25 * tolerances.Precision.Rtol * Math.Max(Finite(level.Left), Finite(level.Right))) + (1e-2 * tolerances.Precision.Atol) + (4 * level.Rounding);

    private static double Finite(double slope) => double.IsFinite(slope) ? Math.Abs(slope) : 0;

    /// <summary>Whether the sides approach each other in proportion to the step.</summary>
    private bool IsSmooth(Level far, Level near) =>
        Math.Abs((2 * near.Jump) - far.Jump) <= Settled(near) && Math.Abs(near.Central - far.Central) <= Settled(near);

    private bool IsSmoothInside(List<Level> levels) => IsSmooth(levels[^2], levels[^1]) && IsSmooth(levels[^3], levels[^2]);

    private Kink? Near(List<Level> levels)
    {
        int level = levels.Count - 1;
        while (level > 0 && IsSmooth(levels[level - 1], levels[level]))
        {
            level--;
        }

        Level last = levels[^1];
        double noise = (4 * Math.Abs(last.Central - levels[^2].Central)) + last.Rounding;
        return level == 0 ? null : new Kink(Slope.At(last.Central, noise), last.Left, last.Right, levels[level - 1].Step);
    }

    private Kink? At(List<Level> levels, bool isCentralExact)
    {
        double noise = Settled(levels[^1]);
        double? left = Limit(levels, static level => level.Left, mayBeInfinite: !isCentralExact);
        double? right = Limit(levels, static level => level.Right, mayBeInfinite: !isCentralExact);
        if (left is not { } l || right is not { } r || (double.IsNaN(l) && double.IsNaN(r)) || Math.Abs(r - l) <= 2 * noise)
        {
            return null;
        }

        Slope slope = double.IsFinite(l) == double.IsFinite(r) && !double.IsNaN(l) && !double.IsNaN(r) ? new Slope(Math.Min(l, r), Math.Max(l, r), noise)
            : Slope.At(double.IsFinite(l) || double.IsNaN(r) ? l : r, noise);
        return new Kink(slope, l, r, 0);
    }

    /// <summary>What one side settles on, an infinity, not a number if there is no such side; or null if it does not settle.</summary>
    private double? Limit(List<Level> levels, Func<Level, double> side, bool mayBeInfinite)
    {
        double[] slopes = [.. levels.Select(side)];
        if (slopes.All(static slope => !double.IsFinite(slope)))
        {
            return double.NaN;
        }

        bool isSettled = Enumerable.Range(slopes.Length - 2, 2).All(i => Math.Abs(slopes[i] - slopes[i - 1]) <= Settled(levels[i]));
        if (isSettled)
        {
            return (2 * slopes[^1]) - slopes[^2];
        }

        bool grows = slopes.Length > GrowingLevels && Enumerable.Range(slopes.Length - GrowingLevels, GrowingLevels).All(i =>
            slopes[i] / slopes[i - 1] > Growth && Math.Abs(slopes[i] - slopes[i - 1]) > Settled(levels[i]));
        return mayBeInfinite && grows ? (slopes[^1] > 0 ? double.PositiveInfinity : double.NegativeInfinity) : null;
    }

    /// <summary>The differences with one step.</summary>
    private readonly record struct Level(double Step, double RealStep, double Left, double Right, double Central, double Rounding)
    {
        public double Jump => Right - Left;
    }
}
