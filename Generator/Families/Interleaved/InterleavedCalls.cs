using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Families;

/// <summary>Which rules have a counterpart for interleaved matrices in the runtime, and how generated code calls it.</summary>
internal static class InterleavedCalls
{
    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        ["Multiply"] = "ProductRules",
        ["Inverse"] = "InverseRules",
        ["Transpose"] = "TransposeRules",
        ["Trace"] = "TransposeRules",
        ["Scale"] = "ReductionRules",
        ["Add"] = "ElementRules",
        ["Subtract"] = "ElementRules",
        ["Hadamard"] = "ElementRules",
        ["Solve"] = "SolveRules",
        ["Cholesky"] = "CholeskyRules",
        ["Norms"] = "ReductionRules",
    };

    /// <summary>The counterpart of a rule; null if there is none.</summary>
    /// <param name="rule">How a rule is called, with its namespace and type argument.</param>
    public static string? Of(string rule) =>
        Split(rule) is { } name && name.Operation is { } operation && Classes.TryGetValue(operation, out string owner) && owner == name.Class
            ? $"InterleavedRules.{name.Method}"
            : null;

    /// <summary>Whether a call is one sweep of a certain operation.</summary>
    public static bool Is(string rule, string owner, string method) =>
        Split(rule) is { } name && name.Class == owner && name.Method.Split('<')[0] == method;

    private static (string Class, string Method, string? Operation)? Split(string rule)
    {
        const string prefix = "global::StaticAd.CompilerServices.";
        if (!rule.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        string[] parts = rule.Substring(prefix.Length).Split('.');
        string[] sweeps = ["Forward", "Backward"];
        string name = parts.Length == 2 ? parts[1].Split('<')[0] : "";
        string? sweep = sweeps.FirstOrDefault(sweep => name.EndsWith(sweep, StringComparison.Ordinal));
        return parts.Length == 2 ? (parts[0], parts[1], sweep is null ? null : name.Substring(0, name.Length - sweep.Length)) : null;
    }
}
