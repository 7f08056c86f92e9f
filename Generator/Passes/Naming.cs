namespace StaticAd.Generator.Passes;

/// <summary>Names of what belongs to a variable: its gradient, cotangent, tangent, tape.</summary>
internal static class Naming
{
    /// <summary><c>x</c> → <c>dx</c>, <c>alphas</c> → <c>dAlphas</c>.</summary>
    public static string Gradient(string name) => name.Length == 1 ? "d" + name : "d" + Pascal(name);

    public static string Cotangent(string name) => name + "Bar";

    public static string Tangent(string name) => name + "Dot";

    public static string Product(string name) => name + "Hvp";

    public static string Tape(string name) => name + "Tape";

    /// <summary><c>x[i]</c> → <c>xi</c>, <c>dStage[i]</c> → <c>dStageI</c>.</summary>
    public static string Element(string? buffer, string? index) => (buffer, index) switch
    {
        (null, _) => "element",
        (_, null) => buffer + "Value",
        ({ Length: 1 }, { Length: 1 }) => buffer + index,
        _ => buffer + Pascal(index!),
    };

    /// <summary><c>v.Position.X</c> → <c>vPositionX</c>.</summary>
    public static string Leaf(string whole, string path) => whole + string.Concat(path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Select(Pascal)).Replace("@", "");

    public static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
