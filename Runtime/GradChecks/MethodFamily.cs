namespace StaticAd.GradChecks;

/// <summary>Derivative methods that belong together: at most one of each kind.</summary>
internal sealed record MethodFamily
{
    public DerivativeMember? Vjp { get; init; }

    public DerivativeMember? Jvp { get; init; }

    public DerivativeMember? Forward { get; init; }

    public DerivativeMember? Backward { get; init; }

    public DerivativeMember? ValueAndGradient { get; init; }

    public DerivativeMember? Gradient { get; init; }

    public DerivativeMember? Jacobian { get; init; }

    public DerivativeMember? Hvp { get; init; }

    public DerivativeMember? Hessian { get; init; }

    public DerivativeMember? Batch { get; init; }

    public DerivativeMember? ValueAndGradientBatch { get; init; }

    /// <summary>Whether anything but a batched value is there to be checked.</summary>
    public bool HasDerivative =>
        (Vjp ?? Jvp ?? Backward ?? ValueAndGradient ?? Gradient ?? Jacobian ?? Hvp ?? Hessian ?? ValueAndGradientBatch) != null;

    /// <summary>The members that some modes look at.</summary>
    public MethodFamily Of(GradCheckModes modes)
    {
        DerivativeMember? If(GradCheckModes mode, DerivativeMember? member) => modes.HasFlag(mode) ? member : null;
        return new MethodFamily
        {
            Vjp = If(GradCheckModes.Vjp, Vjp),
            Jvp = If(GradCheckModes.Jvp, Jvp),
            Forward = If(GradCheckModes.Sweeps, Forward),
            Backward = If(GradCheckModes.Sweeps, Backward),
            ValueAndGradient = If(GradCheckModes.Gradient, ValueAndGradient),
            Gradient = If(GradCheckModes.Gradient, Gradient),
            Jacobian = If(GradCheckModes.Jacobian, Jacobian),
            Hvp = If(GradCheckModes.SecondOrder, Hvp),
            Hessian = If(GradCheckModes.SecondOrder, Hessian),
            Batch = If(GradCheckModes.Batch, Batch),
            ValueAndGradientBatch = If(GradCheckModes.Batch, ValueAndGradientBatch),
        };
    }
}
