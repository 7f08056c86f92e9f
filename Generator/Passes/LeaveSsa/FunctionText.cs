using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>How C# calls an elementary function.</summary>
internal static class FunctionText
{
    private static readonly HashSet<string> Special =
        ["Erf", "Erfc", "NormalCdf", "LogGamma", "Digamma", "Sigmoid", "Softplus", "LogSumExp"];

    public static string Of(string function, ScalarType type) =>
        (Special.Contains(function) ? "Special." : type.Kind == ScalarKind.Float ? "MathF." : "Math.") + function;
}
