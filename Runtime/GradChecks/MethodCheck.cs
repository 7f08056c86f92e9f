using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StaticAd.GradChecks;

/// <summary>Checks everything that states a derivative of one method, at one point.</summary>
[RequiresDynamicCode("Emits code.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal sealed class MethodCheck
{
    private const string Central = "central differences";

    /// <summary>Beyond so many entries a full check takes minutes and gigabytes: who wants it has to ask for it.</summary>
    private const long MostEntries = 1 << 24;

    private readonly FunctionSignature _signature;
    private readonly PrimalFunction _function;
    private readonly GradCheckOptions _options;
    private readonly Findings _findings;
    private readonly IReadOnlyList<MethodFamily> _families;
    private readonly string _name;

    private MethodCheck(FunctionSignature signature, object?[] arguments, GradCheckOptions options, Assembly? rulesOf)
    {
        _signature = signature;
        _options = options;
        _name = NameOf(signature.Method);
        _findings = new Findings(_name, PointText.Of(signature.Parameters, arguments), options);
        _function = new PrimalFunction(signature, arguments, options.NondetTol);
        _families = new FamilyFinder(signature, _findings, rulesOf).FindAll();
    }

    /// <summary>How reports call a method.</summary>
    public static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    /// <summary>The report; of a fast check that fails, that of the full one where it can be afforded.</summary>
    /// <param name="method">The method.</param>
    /// <param name="arguments">What to call it with.</param>
    /// <param name="options">How to check.</param>
    /// <param name="rulesOf">The assembly whose rules are checked; those of all loaded ones if null.</param>
    /// <exception cref="ArgumentException">There is nothing to check.</exception>
    public static GradCheckReport Run(MethodInfo method, object?[] arguments, GradCheckOptions options, Assembly? rulesOf = null)
    {
        var signature = new FunctionSignature(method, arguments);
        if (signature.Inputs.Segments.Count == 0 || signature.Outputs.Segments.Count == 0)
        {
            throw new ArgumentException($"{NameOf(method)} has no active input or no active output, so it has no derivative.");
        }

        var check = new MethodCheck(signature, arguments, options, rulesOf);
        GradCheckReport report = check.Run();
        if (report.Passed || !options.Fast)
        {
            return report;
        }

        long entries = (long)signature.Inputs.Length * Math.Max(signature.Inputs.Length, signature.Outputs.Length);
        if (entries > MostEntries)
        {
            check._findings.Remark($"The full check, which names the element, compares {entries} entries; it is made without Fast.");
            return check._findings.ToReport(report.Branches);
        }

        var full = new MethodCheck(signature, arguments, options with { Fast = false }, rulesOf);
        full._findings.Remark("The fast check failed; this is the full one.");
        return full.Run();
    }

    private GradCheckReport Run()
    {
        if (!_families.Any(static family => family.HasDerivative) && !_findings.HasFailed)
        {
            throw new ArgumentException($"For {_name} there is no derivative method to check.");
        }

        if (_function.DifferenceOf(_function.Invoke(_function.Arguments)) is { } difference)
        {
            _findings.Fail($"{_name[(_name.IndexOf('.') + 1)..]} is not a function of its arguments; called again, {difference}.");
        }

        var precision = Precision.Of(_options, _signature.Inputs, _signature.Outputs);
        var random = new Random(_options.Seed);
        Probes probes = Probes.Of(_options.Fast, _signature.Inputs, _signature.Outputs, _function.Point, random);
        DerivativeChecks checks = Checks(precision, probes, random);
        foreach (MethodFamily family in _families)
        {
            new FamilyCheck(new CheckedPoint(_function, precision, probes, random), family, checks, _findings, _options).Run();
        }

        if (_options.Modes != GradCheckModes.All)
        {
            _findings.Remark($"Only {_options.Modes} was asked for.");
        }

        MethodInfo method = _signature.Method;
        if (method.IsDefined(typeof(DifferentiableAttribute)) && !BranchRecord.IsDebugBuild(method))
        {
            _findings.Remark("Branches are recorded in Debug builds only.");
        }

        return _findings.ToReport(BranchRecord.At(method, _function.Arguments));
    }

    private DerivativeChecks Checks(Precision precision, Probes probes, Random random)
    {
        Tolerances tolerances = Tolerances.Of(_options, precision, _signature.Inputs, _signature.Outputs);
        double[] value = _function.OutputsOf(_function.Outcome);
        var differences = new CentralDifferences(
            _function.Evaluate, _signature.Inputs, _function.Point, value, tolerances,
            (direction, output, kink) => _findings.Report(direction, _signature.Outputs.Place(output), kink));
        var central = new NumericJacobian(probes.Inputs, differences.Along, value, tolerances);
        return _options.ComplexStep
            ? ComplexChecks(central, tolerances, probes, random)
            : new DerivativeChecks(_findings, central, _signature.Inputs, _signature.Outputs, probes, Central, random);
    }

    /// <summary>Derivatives by a complex step, once the version over complex numbers has been found to be the same function.</summary>
    private DerivativeChecks ComplexChecks(NumericJacobian central, Tolerances tolerances, Probes probes, Random random)
    {
        ComplexFunction version = ComplexFunction.Of(_function);
        var complex = new NumericJacobian(
            probes.Inputs, direction => ComplexDifferences.Along(version.Evaluate, _function.Point, direction), central.Value, tolerances.Exact(_options));
        ComplexDifferences.CheckVersion(_findings, version.Evaluate, _function.Point, central, complex, _signature.Outputs);
        return new DerivativeChecks(_findings, complex, _signature.Inputs, _signature.Outputs, probes, "the complex step", random);
    }
}
