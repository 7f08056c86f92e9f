using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>What the translation of one marked method and of all that it calls shares.</summary>
/// <param name="Derivatives">What declares the generated methods that are called; null while no call of one has been met.</param>
/// <param name="Home">The type in which the derivative will stand: generated code can name what is accessible there.</param>
internal sealed record Translation(
    Compilation Compilation,
    INamedTypeSymbol Home,
    CalleeTable Callees,
    RuleIndex Rules,
    CancellationToken Cancellation,
    DerivativeDeclarations? Derivatives = null)
{
    private static readonly HashSet<string> ShortNames = ["Math", "MathF", "Double", "Single"];

    /// <summary>The marked method.</summary>
    public IMethodSymbol Root => Callees.Root;

    /// <summary>Whether a call of a generated method was met: the method has to be translated where these are declared.</summary>
    public bool NeedsDerivatives { get; set; }

    /// <summary>How generated code names a static field: short for what every file knows, else fully qualified.</summary>
    public string TextOf(IFieldSymbol field)
    {
        INamedTypeSymbol type = field.ContainingType;
        bool isWellKnown = ShortNames.Contains(type.Name) && type.ContainingNamespace.ToDisplayString() == "System";
        string prefix = !isWellKnown
            ? CSharpNames.FullName(type)
            : type.SpecialType == SpecialType.None ? type.Name : type.ToDisplayString();
        return prefix + "." + CSharpNames.Identifier(field.Name);
    }
}
