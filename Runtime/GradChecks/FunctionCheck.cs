using System.Numerics;

namespace StaticAd.GradChecks;

/// <summary>Checks derivatives that are given as delegates, at one point: the input is called x, the output y.</summary>
internal sealed class FunctionCheck
{
    private readonly Func<double[], double[]> _function;
    private readonly double[] _point;
    private readonly double[] _value;
    private readonly bool _isBuffer;
    private readonly VectorLayout _inputs;
    private readonly VectorLayout _outputs;

    public FunctionCheck(Func<double[], double[]> function, double[] point, bool isBuffer, string output = "y")
    {
        _function = function;
        _point = point;
        _isBuffer = isBuffer;
        _value = function((double[])point.Clone());
        _inputs = new VectorLayout([new Segment("x", typeof(double), isBuffer, point.Length)]);
        _outputs = new VectorLayout([new Segment(output, typeof(double), _value.Length > 1, _value.Length)]);
    }

    /// <summary>The same function over complex numbers, from which the derivatives are taken then.</summary>
    public Func<Complex[], Complex[]>? Complex { get; init; }

    public Func<double[], double[]>? Vjp { get; init; }

    public Func<double[], double[]>? Jvp { get; init; }

    public string Name { get; init; } = "the derivative";

    /// <summary>Whether the Jacobian is symmetric, so that its products from either side are the same.</summary>
    public bool IsSymmetric { get; init; }

    /// <summary>Makes the report; if a fast check fails, all checks are made again in full.</summary>
    public static GradCheckReport Run(GradCheckOptions? options, params FunctionCheck[] checks)
    {
        options ??= new GradCheckOptions();
        GradCheckReport report = RunAs(options, checks, note: null);
        return report.Passed || !options.Fast ? report
            : RunAs(options with { Fast = false }, checks, "The fast check failed; this is the full one.");
    }

    private static GradCheckReport RunAs(GradCheckOptions options, FunctionCheck[] checks, string? note)
    {
        var findings = new Findings("a hand-written derivative", PointText.Of("x", checks[0]._isBuffer ? checks[0]._point : checks[0]._point[0]), options);
        if (note != null)
        {
            findings.Remark(note);
        }

        foreach (FunctionCheck check in checks)
        {
            check.RunInto(findings, options);
        }

        return findings.ToReport();
    }

    private void RunInto(Findings findings, GradCheckOptions options)
    {
        KnownNames.Require(options, _inputs, _outputs);
        var random = new Random(options.Seed);
        Probes probes = Probes.Of(options.Fast, _inputs, _outputs, _point, random);
        DerivativeChecks checks = Checks(findings, options, probes, random);
        checks.CheckRepeated("the function", () => _function((double[])_point.Clone()), options.NondetTol, _outputs);
        try
        {
            Compare(checks, options, random);
        }
        catch (Exception e)
        {
            findings.Fail($"{Name} throws {e.GetType().Name}: {e.Message}");
        }
    }

    private void Compare(DerivativeChecks checks, GradCheckOptions options, Random random)
    {
        if (Vjp is { } vjp)
        {
            double[] cotangent = _outputs.Random(random);
            checks.CheckVjp(Name, vjp);
            checks.CheckRepeated(Name, () => vjp((double[])cotangent.Clone()), options.NondetTol, _inputs);
        }

        if (Jvp is { } jvp)
        {
            double[] tangent = _inputs.Random(random);
            checks.CheckJvp(Name, jvp);
            checks.CheckRepeated(Name, () => jvp((double[])tangent.Clone()), options.NondetTol, _outputs);
            if (IsSymmetric)
            {
                checks.CheckAdjointIdentity($"symmetry of {Name}", jvp, jvp);
            }
        }
    }

    private DerivativeChecks Checks(Findings findings, GradCheckOptions options, Probes probes, Random random)
    {
        Precision precision = Precision.Of(options, _inputs, _outputs);
        Tolerances tolerances = Tolerances.Of(options, precision, _inputs, _outputs);
        var differences = new CentralDifferences(
            _function, _inputs, _point, _value, tolerances,
            (direction, output, kink) => findings.Report(direction, _outputs.Place(output), kink));
        var central = new NumericJacobian(probes.Inputs, differences.Along, _value, tolerances);
        if (Complex is not { } version)
        {
            return new DerivativeChecks(findings, central, _inputs, _outputs, probes, "central differences", random);
        }

        var complex = new NumericJacobian(
            probes.Inputs, direction => ComplexDifferences.Along(version, _point, direction), _value, tolerances.Exact(options));
        ComplexDifferences.CheckVersion(findings, version, _point, central, complex, _outputs);
        return new DerivativeChecks(findings, complex, _inputs, _outputs, probes, "the complex step", random);
    }
}
