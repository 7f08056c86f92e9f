using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Frontend;

namespace StaticAd.CodeFixes;

/// <summary>Makes <c>internal</c> what generated code has to name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AccessFix))]
[Shared]
public sealed class AccessFix() : MendProvider(Descriptors.Inaccessible.Id)
{
    private protected override IEnumerable<Mend> Mends(Fault fault)
    {
        ISymbol? hidden = Named(fault).FirstOrDefault(symbol => symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal);
        if (hidden is not null && Declaration(hidden, fault.Cancellation) is { } declaration)
        {
            yield return new Mend($"Make '{hidden.Name}' internal", nameof(AccessFix), declaration, editor =>
                editor.SetAccessibility(declaration, hidden.DeclaredAccessibility == Accessibility.Protected ? Accessibility.ProtectedOrInternal : Accessibility.Internal));
        }
    }

    /// <summary>What the expression means, its type, and the rules of what it calls; each with the types around it.</summary>
    private static IEnumerable<ISymbol> Named(Fault fault)
    {
        ISymbol? symbol = fault.Model.GetSymbolInfo(fault.Node, fault.Cancellation).Symbol;
        ITypeSymbol? type = fault.Model.GetTypeInfo(fault.Node, fault.Cancellation).Type;
        IEnumerable<ISymbol?> rules = symbol is IMethodSymbol called
            ? RuleIndex.Of(fault.Model.Compilation, fault.Cancellation).Find(called)?.Methods ?? []
            : [];
        return new[] { symbol, (type as IArrayTypeSymbol)?.ElementType ?? type }.Concat(rules).OfType<ISymbol>().SelectMany(WithTypesAround);
    }

    private static IEnumerable<ISymbol> WithTypesAround(ISymbol symbol)
    {
        for (ISymbol? around = symbol; around is not null; around = around.ContainingType)
        {
            if (around is not IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.LocalFunction })
            {
                yield return around;
            }
        }
    }

    private static SyntaxNode? Declaration(ISymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } declaration
            ? declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>()
            : null;
}
