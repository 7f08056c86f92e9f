using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.Generator.Frontend;

/// <summary>The diagnostic for a parameter or result whose type is not supported.</summary>
internal static class SignatureFault
{
    public static DiagnosticInfo Of(ISymbol symbol, ITypeSymbol type)
    {
        string what = symbol is INamedTypeSymbol ? "The receiver"
            : symbol is IParameterSymbol ? $"Parameter '{symbol.Name}'" : $"The result of '{symbol.Name}'";
        string passing = symbol is IParameterSymbol { RefKind: not RefKind.None } && (TypeMap.Buffer(type) is not null || Structs.Buffer(type) is not null)
            ? ", the latter two by value"
            : "";
        if (IsCollection(type))
        {
            passing += ". Of a collection, pass the numbers: as an array, a span or a 'List'";
        }

        if (symbol is IParameterSymbol && Functions.IsDelegate(type))
        {
            passing += ". Mark a method that calls this one with a lambda or a method: there the delegate is known";
        }

        if (type is { Name: "Random", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
        {
            passing += ". Draw the random numbers before, and pass them";
        }

        bool isOptional = Structs.HoldsOptionalNumbers(type);
        if (isOptional)
        {
            passing += ". A number that may be missing has no derivative: take the number and a 'bool', or mark it [NoDerivative]";
        }

        if (symbol is IMethodSymbol && type is IArrayTypeSymbol { ElementType: var element } && TypeMap.Scalar(element) is not null)
        {
            passing += $". To give back an array, take a 'Span<{CSharpNames.Short(element)}>' parameter and write the elements there";
        }

        bool isView = MatrixView.Of(type) is not null;
        if (isView)
        {
            passing += symbol is IMethodSymbol ? ". To give back matrices, take a 'Span' parameter and copy them there: 'CopyTo'" : ". Matrices are passed by value";
        }

        string text = CSharpNames.Short(Declared(symbol) ?? type);
        SyntaxNode? syntax = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        SourceSpan at = syntax switch
        {
            ParameterSyntax { Type: { } declared } => SourceSpan.Of(declared),
            MethodDeclarationSyntax method => SourceSpan.Of(method.ReturnType),
            _ => SourceSpan.Of(symbol.Locations.FirstOrDefault() ?? Location.None),
        };
        bool isPlaced = Structs.Is(type) ? symbol is IParameterSymbol or INamedTypeSymbol || !type.IsTupleType : symbol is IParameterSymbol { RefKind: RefKind.None };
        if (isPlaced && !isOptional && !isView && Structs.IsMany(type))
        {
            return new DiagnosticInfo(
                Descriptors.StructCannotBeMade.Id, [what, text, CSharpNames.Short(symbol as INamedTypeSymbol ?? symbol.ContainingType)], at, []);
        }

        return new DiagnosticInfo(
            Descriptors.UnsupportedSignatureType.Id, [what, text, passing], at, []);
    }

    private static bool IsCollection(ITypeSymbol type) =>
        type is INamedTypeSymbol { ContainingNamespace: { } space } && space.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal);

    /// <summary>The type as it is written, which for an instance of a generic method is that of the method.</summary>
    private static ITypeSymbol? Declared(ISymbol symbol) => symbol.OriginalDefinition switch
    {
        IParameterSymbol parameter => parameter.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };
}
