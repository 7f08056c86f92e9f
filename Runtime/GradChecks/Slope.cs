namespace StaticAd.GradChecks;

/// <summary>A numeric derivative: a number, or at a kink all numbers between that from the left and that from the right.</summary>
/// <param name="Low">The smallest that it may be.</param>
/// <param name="High">The largest.</param>
/// <param name="Noise">How far off these may be themselves.</param>
internal readonly record struct Slope(double Low, double High, double Noise)
{
    public static Slope At(double value, double noise) => new(value, value, noise);

    public bool IsFinite => double.IsFinite(Low) && double.IsFinite(High);

    public double Magnitude => IsFinite ? Math.Max(Math.Abs(Low), Math.Abs(High)) : 0;
}

/// <summary>What an analytic derivative is compared with.</summary>
/// <param name="Low">The smallest that it may be, before the tolerance.</param>
/// <param name="High">The largest.</param>
/// <param name="Tolerance">The tolerance.</param>
internal readonly record struct Expectation(double Low, double High, double Tolerance)
{
    /// <summary>What is nearest of all that is expected.</summary>
    public double Nearest(double analytic) => analytic > High ? High : analytic > Low ? analytic : Low;
}
