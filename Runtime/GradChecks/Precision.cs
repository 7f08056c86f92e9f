namespace StaticAd.GradChecks;

/// <summary>The numbers that depend on the precision in which the check runs.</summary>
internal sealed record Precision(
    double Step, int LargestStepPower, double Atol, double Rtol, double UnitRoundoff, double Agreement, double AgreementFloor)
{
    /// <param name="options">The caller's tolerances.</param>
    /// <param name="values">The active values: the least precise decides.</param>
    public static Precision Of(GradCheckOptions options, params VectorLayout[] values) =>
        values.Any(static layout => layout.Has(typeof(Half)))
            ? new Precision(options.HalfEps, 0, options.HalfAtol, options.HalfRtol, 4.9e-4, 4e-3, 2e-3)
        : values.Any(static layout => layout.Has(typeof(float)))
            ? new Precision(options.FloatEps, 1, options.FloatAtol, options.FloatRtol, 1.2e-7, 1e-4, 1e-5)
        : new Precision(options.Eps, 3, options.Atol, options.Rtol, 2.3e-16, 1e-10, 1e-12);

    /// <summary>
    /// Tolerance between two derivatives that are both exact but for rounding, at values of size <paramref name="magnitude"/>.
    /// </summary>
    public double OfAgreement(double scale, double magnitude) => Agreement * scale + AgreementFloor * Math.Max(1, magnitude);
}
