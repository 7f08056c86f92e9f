using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StaticAd.GradChecks;

/// <summary>Checks all marked methods of an assembly, and all methods that its rules are for.</summary>
[RequiresDynamicCode("Emits code.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal sealed class AssemblyCheck(Assembly assembly, GradCheckAssemblyOptions options)
{
    private const int StackBytes = 1 << 24;

    private readonly List<GradCheckReport> _reports = [];
    private readonly List<string> _failures = [];
    private readonly List<string> _notChecked = [];

    public GradCheckAssemblyReport Run()
    {
        foreach (MethodInfo method in Methods().Where(method => options.Where?.Invoke(method) ?? true))
        {
            Check(method);
        }

        return new GradCheckAssemblyReport
        {
            Subject = assembly.GetName().Name ?? "an assembly", Reports = _reports, Failures = _failures, NotChecked = _notChecked,
        };
    }

    /// <summary>In the order in which the types declare them; a generic method once for each type of numbers that it takes.</summary>
    private IEnumerable<MethodInfo> Methods()
    {
        IEnumerable<MethodInfo> all = DerivativeRules.LoadableTypes(assembly).SelectMany(static type => type.GetMethods(OverloadFinder.Members));
        IEnumerable<MethodInfo> marked = all.Where(static method => method.IsDefined(typeof(DifferentiableAttribute)))
            .SelectMany(static method => method.IsGenericMethodDefinition ? OverloadFinder.Instances(method) : [method]);
        return marked.Concat(DerivativeRules.In(assembly).Select(TargetOf).OfType<MethodInfo>()).Distinct();
    }

    private MethodInfo? TargetOf(MethodInfo rule)
    {
        MethodInfo? target = RuleTargets.Of(rule);
        if (target == null)
        {
            DerivativeOfAttribute attribute = rule.GetCustomAttribute<DerivativeOfAttribute>()!;
            _failures.Add($"{MethodCheck.NameOf(rule)} has the signature of a {attribute.Mode} rule of no {attribute.Type.Name}.{attribute.Method}.");
        }

        return target;
    }

    private void Check(MethodInfo method)
    {
        string name = MethodCheck.NameOf(method) + (method.IsGenericMethod ? $"<{method.GetGenericArguments()[0].Name}>" : "");
        if (method.ContainsGenericParameters)
        {
            _notChecked.Add($"{name}, because it stands in a generic type.");
            return;
        }

        List<GradCheckReport> reports = [];
        string? reason = null;
        var thread = new Thread(() => reason = Reason(() => reports.AddRange(At(method))), StackBytes) { IsBackground = true };
        thread.Start();
        if (!thread.Join(options.Timeout))
        {
            _notChecked.Add($"{name}, because it did not come to an end within {options.Timeout}.");
            return;
        }

        _reports.AddRange(reports);
        if (reason != null)
        {
            _notChecked.Add($"{name}, because {reason}");
        }
    }

    private IEnumerable<GradCheckReport> At(MethodInfo method)
    {
        (GradCheckArguments Given, object?[] Bound)[] given = [.. options.Arguments
            .Where(arguments => arguments.Type == method.DeclaringType && arguments.Method == method.Name)
            .Select(static arguments => (arguments, OverloadFinder.Find(arguments.Type, arguments.Method, arguments.Arguments)))
            .Where(found => found.Item2.Method == method)
            .Select(static found => (found.arguments, found.Item2.Arguments))];
        if (given.Length > 0)
        {
            return given.Select(at => MethodCheck.Run(method, at.Bound, at.Given.Options ?? options.Check, assembly));
        }

        (IReadOnlyList<object?[]> points, string? reason) = ArgumentSearch.Find(method, options.Points, options.Check.Seed);
        return reason != null ? throw new ArgumentException(reason) : points.Select(point => MethodCheck.Run(method, point, options.Check, assembly));
    }

    /// <summary>Why there is nothing to check, if that is so.</summary>
    private static string? Reason(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (Exception e)
        {
            return e is ArgumentException ? e.Message : $"{e.GetType().Name}: {e.Message}";
        }
    }
}
