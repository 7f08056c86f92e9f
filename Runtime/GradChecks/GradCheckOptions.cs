namespace StaticAd;

/// <summary>How closely <see cref="GradCheck"/> compares, and with which random directions.</summary>
/// <remarks>
/// An analytic derivative <c>a</c> agrees with a numeric one <c>n</c> if <c>|a − n| ≤ atol + rtol·|n|</c>, PyTorch's rule. Where all
/// derivatives of an output are smaller than one, <c>atol</c> shrinks with the largest of them, down to the rounding error of
/// the differences, so that small derivatives are checked too. As soon as one active argument or result is
/// <see cref="float"/>, the values for <see cref="float"/> hold for the whole check; likewise those for <see cref="Half"/>, whose
/// three digits leave one of a difference, so that the check finds wrong formulas, not small errors.
/// </remarks>
public sealed record GradCheckOptions
{
    /// <summary>Step of the central differences; for an element <c>x</c> it is multiplied by <c>max(1, |x|)</c>.</summary>
    public double Eps { get; init; } = 1e-6;

    /// <summary>Absolute tolerance.</summary>
    public double Atol { get; init; } = 1e-5;

    /// <summary>Relative tolerance.</summary>
    public double Rtol { get; init; } = 1e-3;

    /// <summary>Step where <see cref="float"/> takes part.</summary>
    public double FloatEps { get; init; } = 4e-3;

    /// <summary>Absolute tolerance where <see cref="float"/> takes part.</summary>
    public double FloatAtol { get; init; } = 1e-3;

    /// <summary>Relative tolerance where <see cref="float"/> takes part.</summary>
    public double FloatRtol { get; init; } = 1e-2;

    /// <summary>Step where <see cref="Half"/> takes part.</summary>
    public double HalfEps { get; init; } = 0.0625;

    /// <summary>Absolute tolerance where <see cref="Half"/> takes part.</summary>
    public double HalfAtol { get; init; } = 5e-2;

    /// <summary>Relative tolerance where <see cref="Half"/> takes part.</summary>
    public double HalfRtol { get; init; } = 5e-2;

    /// <summary>Seed of the random cotangents and tangents; the same seed gives the same check.</summary>
    public int Seed { get; init; }
}
