using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>Recognises the library's methods that throw if an argument is not as it should be, and do nothing else.</summary>
internal static class GuardCall
{
    public static bool Is(IMethodSymbol method)
    {
        string type = method.ContainingType?.Name ?? "";
        return method.ContainingNamespace?.ToDisplayString() switch
        {
            "System" => (type, method.Name) switch
            {
                ("ArgumentOutOfRangeException", _) => method.Name.StartsWith("ThrowIf", StringComparison.Ordinal),
                ("ArgumentNullException", "ThrowIfNull") or ("ArgumentException", "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace") => true,
                _ => false,
            },
            "System.Diagnostics" => (type, method.Name) is ("Debug", "Assert"),
            _ => false,
        };
    }
}
