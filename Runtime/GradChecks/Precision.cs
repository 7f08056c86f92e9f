namespace StaticAd.GradChecks;

/// <summary>The numbers that depend on whether the check runs in <see cref="double"/> or <see cref="float"/> precision.</summary>
internal sealed record Precision(
    double Step, int LargestStepPower, double Atol, double Rtol, double UnitRoundoff, double Agreement, double AgreementFloor)
{
    /// <param name="options">The caller's tolerances.</param>
    /// <param name="single">Whether any active value is a <see cref="float"/>.</param>
    public static Precision Of(GradCheckOptions options, bool single) => single
        ? new Precision(options.FloatEps, 1, options.FloatAtol, options.FloatRtol, 1.2e-7, 1e-4, 1e-5)
        : new Precision(options.Eps, 3, options.Atol, options.Rtol, 2.3e-16, 1e-10, 1e-12);

    /// <summary>
    /// PyTorch's tolerance, with an absolute part that shrinks with the scale of the derivatives down to the noise of the
    /// differences. Never larger than PyTorch's.
    /// </summary>
    public double OfDifference(double numeric, double scale, double noise) =>
        Math.Min(Atol, Atol * scale + noise) + Rtol * Math.Abs(numeric);

    /// <summary>
    /// Tolerance between two derivatives that are both exact but for rounding, at values of size <paramref name="magnitude"/>.
    /// </summary>
    public double OfAgreement(double scale, double magnitude) => Agreement * scale + AgreementFloor * Math.Max(1, magnitude);
}
