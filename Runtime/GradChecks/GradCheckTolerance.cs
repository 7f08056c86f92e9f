namespace StaticAd;

/// <summary>What <see cref="GradCheckOptions"/> says otherwise for one input or output.</summary>
/// <param name="Name">
/// The parameter's name; <c>this</c> for the receiver, <c>result</c> for the return value, <c>result.Name</c> for an item of a tuple.
/// Functions given as delegates have the input <c>x</c> and the output <c>y</c>.
/// </param>
public sealed record GradCheckTolerance(string Name)
{
    /// <summary>Step of the differences by this input, in place of <see cref="GradCheckOptions.Eps"/>; without effect for an output.</summary>
    public double? Eps { get; init; }

    /// <summary>Absolute tolerance, in place of <see cref="GradCheckOptions.Atol"/>.</summary>
    public double? Atol { get; init; }

    /// <summary>Relative tolerance, in place of <see cref="GradCheckOptions.Rtol"/>.</summary>
    public double? Rtol { get; init; }
}
