using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticAd.Generator.Frontend;

/// <summary>How symbols are written in C#.</summary>
internal static class CSharpNames
{
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Readable = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly SymbolDisplayFormat Signature = Readable
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeContainingType)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut);

    /// <summary><c>global::N.T</c>, keywords for primitives.</summary>
    public static string FullName(ITypeSymbol type) => type.ToDisplayString(Qualified);

    /// <summary><c>global::N.T.M</c>, with the type arguments that it is called with.</summary>
    public static string FullName(IMethodSymbol method) => FullName(method.ContainingType) + "." + Identifier(method.Name) + TypeArguments(method);

    /// <summary>Its identity among all methods, also those of one generic type or method for different arguments.</summary>
    public static string Key(IMethodSymbol method) => method.ContainingType.IsGenericType || IsClosed(method)
        ? method.GetDocumentationCommentId() + " of " + FullName(method.ContainingType) + TypeArguments(method)
        : method.GetDocumentationCommentId()!;

    private static string TypeArguments(IMethodSymbol method) => IsClosed(method) ? $"<{string.Join(", ", method.TypeArguments.Select(FullName))}>" : "";

    private static bool IsClosed(IMethodSymbol method) => method.IsGenericMethod && !SymbolEqualityComparer.Default.Equals(method, method.OriginalDefinition);

    /// <summary>Short, for messages: <c>Model.F</c>.</summary>
    public static string Short(ISymbol symbol) =>
        symbol is ITypeSymbol type ? type.ToDisplayString(Readable) : symbol.ContainingType.ToDisplayString(Readable) + "." + symbol.Name;

    /// <summary>
    /// With namespace and parameter types, unique among overloads: <c>N.Model.F(double, int)</c>. An instance of a generic method is like
    /// an overload.
    /// </summary>
    public static string Display(IMethodSymbol method)
    {
        INamespaceSymbol space = method.ContainingNamespace;
        string text = method.ToDisplayString(Signature);
        text = IsClosed(method) ? Short(method) + text.Substring(text.IndexOf('(')) : text;
        return space.IsGlobalNamespace ? text : space.ToDisplayString() + "." + text;
    }

    /// <summary>Whether a method, and all that it stands in, has a name: not if it is being written.</summary>
    public static bool AreComplete(IMethodSymbol method)
    {
        for (ISymbol symbol = method.ContainingSymbol; symbol is not INamespaceSymbol { IsGlobalNamespace: true }; symbol = symbol.ContainingSymbol)
        {
            if (!SyntaxFacts.IsValidIdentifier(symbol.Name))
            {
                return false;
            }
        }

        return method.Name.Length > 0;
    }

    /// <summary>Escaped where it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    public static string Accessibility(Accessibility accessibility) => SyntaxFacts.GetText(accessibility);

    /// <summary>The type as a parameter declares it: short names for the spans unless the user has types of that name.</summary>
    public static string ParameterType(ITypeSymbol type, INamedTypeSymbol within) =>
        TypeMap.IsSpan(type) ? TypeName(type, within) : FullName(type);

    /// <summary>Short for a type of namespace System, unless the user has one of that name.</summary>
    public static string TypeName(ITypeSymbol type, INamedTypeSymbol within)
    {
        string text = FullName(type);
        bool isOfSystem = type is { ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
        return isOfSystem && text.StartsWith("global::System.", StringComparison.Ordinal) && !Shadows(within, type.Name)
            ? text.Substring("global::System.".Length)
            : text;
    }

    private static bool Shadows(INamedTypeSymbol within, string name)
    {
        for (INamespaceOrTypeSymbol? scope = within; scope is not null; scope = (INamespaceOrTypeSymbol?)scope.ContainingType ?? scope.ContainingNamespace)
        {
            if (scope.GetTypeMembers(name).Any(type => type.ContainingNamespace?.ToDisplayString() != "System"))
            {
                return true;
            }
        }

        return false;
    }
}
