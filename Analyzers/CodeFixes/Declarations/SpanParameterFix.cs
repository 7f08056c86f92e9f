using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.CodeFixes;

/// <summary>Makes a parameter that is written, or marked as working memory, a <c>Span</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SpanParameterFix))]
[Shared]
public sealed class SpanParameterFix() : MendProvider(Descriptors.WriteToInput.Id, Descriptors.MisplacedScratch.Id)
{
    private protected override IEnumerable<Mend> Mends(Fault fault)
    {
        if (Parameter(fault) is { Modifiers.Count: 0, Type: { } type } parameter
            && fault.Model.GetDeclaredSymbol(parameter, fault.Cancellation) is IParameterSymbol symbol
            && Element(symbol.Type) is { } element)
        {
            string span = $"global::System.Span<{element.ToMinimalDisplayString(fault.Model, type.SpanStart)}>";
            yield return Mend.Replacing(
                $"Make '{symbol.Name}' a 'Span<{element.ToMinimalDisplayString(fault.Model, type.SpanStart)}>'",
                nameof(SpanParameterFix),
                parameter,
                current => current.WithType(SyntaxFactory.ParseTypeName(span).WithTriviaFrom(current.Type!).WithAdditionalAnnotations(Simplifier.Annotation)));
        }
    }

    /// <summary>The parameter itself, or that whose elements are written.</summary>
    private static ParameterSyntax? Parameter(Fault fault) =>
        fault.Node.FirstAncestorOrSelf<ParameterSyntax>() ?? fault.Node
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Select(name => fault.Model.GetSymbolInfo(name, fault.Cancellation).Symbol)
            .OfType<IParameterSymbol>()
            .Where(parameter => Element(parameter.Type) is not null)
            .Select(parameter => parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(fault.Cancellation))
            .FirstOrDefault() as ParameterSyntax;

    private static ITypeSymbol? Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType: not IArrayTypeSymbol } array => array.ElementType,
        INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments: [var element], ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => element,
        _ => null,
    };
}
