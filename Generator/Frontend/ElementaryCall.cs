using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>Recognises calls of elementary functions.</summary>
internal static class ElementaryCall
{
    /// <summary>The function's id and whether it has a derivative; null for any other method.</summary>
    public static (string Id, bool HasDerivative)? Find(IMethodSymbol method)
    {
        if (!method.IsStatic || method.IsGenericMethod || method.ContainingType is not { } type || TypeMap.Scalar(method.ReturnType) is null)
        {
            return null;
        }

        string name = type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;
        return ElementaryStandIn.Find(name, method.Name, method.Parameters.Length) is { } id ? (id, true) : null;
    }

    /// <summary><c>Math.SinCos</c> is its two functions.</summary>
    public static bool IsSinCos(IMethodSymbol method) =>
        method is { Name: "SinCos", Parameters.Length: 1, ContainingType: { Name: "Math" or "MathF" or "Double" or "Single" } type }
        && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Whether a call of the method writes no memory.</summary>
    public static bool IsPure(IMethodSymbol method) =>
        Find(method) is not null || IsSinCos(method) || BufferCall.Find(method) is BufferCall.Kind.Slice or BufferCall.Kind.AsSpan;
}

internal static class ElementaryStandIn
{
    private static readonly HashSet<string> Names =
        ["Abs", "Sqrt", "Exp", "Log", "Sin", "Cos", "Tan", "Tanh", "Pow", "Max", "Min", "Sign", "LogGamma", "StopGradient", "Floor", "Atan2", "Clamp", "Erf", "Round", "IsNaN"];

    public static string? Find(string type, string name, int arity) =>
        type is "System.Math" or "System.MathF" or "StaticAd.Special" or "StaticAd.Ad" or "System.Double" && Names.Contains(name) ? name : null;
}
