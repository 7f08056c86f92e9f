namespace StaticAd;

/// <summary>What <see cref="GradCheck"/> compares, how closely, and with which random directions.</summary>
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

    /// <summary>Absolute tolerance of the complex step, multiplied by the largest of the values where that is more than one.</summary>
    public double ComplexAtol { get; init; } = 1e-12;

    /// <summary>Relative tolerance of the complex step, relative to the largest derivative of the output.</summary>
    public double ComplexRtol { get; init; } = 1e-10;

    /// <summary>What holds otherwise for single inputs. Where an output has a tolerance of its own too, the wider one holds.</summary>
    /// <example><code>new GradCheckOptions { Inputs = [new("rate") { Eps = 1e-4, Rtol = 1e-2 }] }</code></example>
    public IReadOnlyList<GradCheckTolerance> Inputs { get; init; } = [];

    /// <summary>What holds otherwise for single outputs.</summary>
    public IReadOnlyList<GradCheckTolerance> Outputs { get; init; } = [];

    /// <summary>Which derivative methods are looked at; all of them unless said otherwise.</summary>
    public GradCheckModes Modes { get; init; } = GradCheckModes.All;

    /// <summary>
    /// Compares random projections <c>v̄ᵀ·J·u</c> in place of whole Jacobians: two directions for each input and each output, however
    /// long it is. What fails is checked again in full, and the full check decides and names the element.
    /// </summary>
    public bool Fast { get; init; }

    /// <summary>
    /// Takes the derivatives of a method for which a version over <see cref="System.Numerics.Complex"/> exists from one step in imaginary
    /// direction, which has no error but rounding: an overload with <c>Complex</c> in place of the numbers, or the method itself if it is
    /// generic and its constraints allow it. Of several inputs and outputs all must be <c>Complex</c> there.
    /// </summary>
    public bool ComplexStep { get; init; }

    /// <summary>
    /// The most by which two calls with the same arguments may differ; at 0 they must agree to the last bit. It is the tolerance
    /// too with which the values of derivative methods are compared with the function's own.
    /// </summary>
    public double NondetTol { get; init; }

    /// <summary>Keeps both Jacobians, and shows them in the report. A fast check that passes has none.</summary>
    public bool ShowJacobians { get; init; }

    /// <summary>Seed of the random cotangents and tangents; the same seed gives the same check.</summary>
    public int Seed { get; init; }
}
