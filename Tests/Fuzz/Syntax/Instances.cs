using System.Text.RegularExpressions;

namespace StaticAd.Tests.Fuzz.Syntax;

/// <summary>Text that is generic over a type <c>T</c> of numbers, as somebody writes it who knows which type that is.</summary>
internal static partial class Instances
{
    public const string Constraint = "where T : unmanaged, IFloatingPointIeee754<T>";

    public static string Bind(string text, string type)
    {
        text = text.Replace("        " + Constraint + "\n", "", StringComparison.Ordinal);
        text = TypeArguments().Replace(text, "$1").Replace("T.CreateChecked(", "(T)(", StringComparison.Ordinal);
        text = Functions().Replace(text, Library(type) + ".");
        return Parameter().Replace(text, type);
    }

    // Where the two have not the same functions, both do.
    private static string Library(string type) => type switch
    {
        "double" => "Math",
        "float" => "MathF",
        _ => type,
    };

    [GeneratedRegex(@"\b(F|Helper\d+)<T>")]
    private static partial Regex TypeArguments();

    [GeneratedRegex(@"\bT\.")]
    private static partial Regex Functions();

    [GeneratedRegex(@"\bT\b")]
    private static partial Regex Parameter();
}
