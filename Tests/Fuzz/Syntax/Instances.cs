using System.Text.RegularExpressions;

namespace StaticAd.Tests.Fuzz.Syntax;

/// <summary>Text that is generic over a type <c>T</c> of numbers, as somebody writes it who knows which type that is.</summary>
internal static partial class Instances
{
    public const string Constraint = "where T : unmanaged, IFloatingPointIeee754<T>";

    /// <summary>The text for one type.</summary>
    public static string Bind(string text, string type)
        => Parameter().Replace(text.Replace("T.CreateChecked(", "(T)(", StringComparison.Ordinal), type);

    /// <summary>The whole program without anything generic, with functions where <see cref="Math"/> and <see cref="MathF"/> have them.</summary>
    public static string Reduce(string text, string type)
    {
        text = text.Replace("        " + Constraint + "\n", "", StringComparison.Ordinal);
        text = Functions().Replace(TypeArguments().Replace(Bind(text, type), "$1"), function => function.Value == "double." ? "Math." : "MathF.");
        return text;
    }

    [GeneratedRegex(@"\b(F|Helper\d+)<\w+>")]
    private static partial Regex TypeArguments();

    [GeneratedRegex(@"\b(double|float)\.")]
    private static partial Regex Functions();

    [GeneratedRegex(@"\bT\b")]
    private static partial Regex Parameter();
}
