namespace StaticAd.Tests.Fuzz.Syntax;

/// <summary>A parameter of a method.</summary>
/// <param name="Type">Its type as C# has it, <c>Span&lt;double&gt;</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Modifier"><c>ref </c>, <c>out </c>, <c>in </c> or nothing.</param>
/// <param name="IsPassive">Whether it is marked <c>[NoDerivative]</c>.</param>
/// <param name="Argument">Of the marked method, what it is called with; an <c>out</c> one has nothing.</param>
/// <param name="Length">Of the marked method, how many elements the argument has.</param>
internal sealed record Parameter(
    string Type, string Name, string Modifier = "", bool IsPassive = false, string Argument = "", int Length = 0)
{
    public string Element => Type.TrimEnd('[', ']').Replace("ReadOnlySpan<", "").Replace("Span<", "").TrimEnd('>');

    public bool IsBuffer => Type != Element;

    public override string ToString() => $"{(IsPassive ? "[NoDerivative] " : "")}{Modifier}{Type} {Name}";
}

/// <summary>A static method of a program.</summary>
/// <param name="Mark">Its attribute, or nothing.</param>
internal sealed record FuzzMethod(string ReturnType, string Name, IReadOnlyList<Parameter> Parameters, Block Body, string Mark = "");

/// <summary>A program: structures as text, helpers, and the marked method last.</summary>
internal sealed record FuzzProgram(IReadOnlyList<string> Types, IReadOnlyList<FuzzMethod> Methods)
{
    public FuzzMethod Main => Methods[^1];

    /// <summary>Of a program whose methods are generic over their numbers, for which type it is checked.</summary>
    public string? Instance { get; init; }

    /// <summary>Whether the marked method of such a program is written for that type, and only its helpers are generic.</summary>
    public bool IsPlain { get; init; }

    public int Size => Types.Count + Methods.Sum(method => 1 + method.Body.Size + method.Parameters.Count);
}
