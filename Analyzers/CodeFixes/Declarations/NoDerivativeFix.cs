using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Frontend;

namespace StaticAd.CodeFixes;

/// <summary>Marks a parameter without influence <c>[NoDerivative]</c>, and removes the mark where something active is stored.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoDerivativeFix))]
[Shared]
public sealed class NoDerivativeFix() : MendProvider(Descriptors.NoInfluence.Id, Descriptors.ActiveInPassive.Id)
{
    private protected override IEnumerable<Mend> Mends(Fault fault)
    {
        if (fault.Id == Descriptors.NoInfluence.Id && fault.Node.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter)
        {
            yield return Mend.Replacing($"Mark '{parameter.Identifier.ValueText}' [NoDerivative]", nameof(NoDerivativeFix), parameter, Marked);
        }
        else if (fault.Node is AssignmentExpressionSyntax { Left: var target } && Mark(target, fault) is var (symbol, mark))
        {
            yield return new Mend($"Remove [NoDerivative] from '{symbol.Name}'", nameof(NoDerivativeFix) + ".Remove", mark, editor => editor.RemoveNode(mark));
        }
    }

    private static ParameterSyntax Marked(ParameterSyntax parameter)
    {
        NameSyntax name = SyntaxFactory.ParseName("global::StaticAd.NoDerivative").WithAdditionalAnnotations(Simplifier.Annotation);
        AttributeListSyntax mark = SyntaxFactory.AttributeList([SyntaxFactory.Attribute(name)])
            .WithLeadingTrivia(parameter.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.Space);
        ParameterSyntax bare = parameter.WithoutLeadingTrivia();
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, mark));
    }

    /// <summary>The attribute of what is written, or of what it is a part of.</summary>
    private static (ISymbol Symbol, SyntaxNode Mark)? Mark(ExpressionSyntax target, Fault fault)
    {
        foreach (ExpressionSyntax part in target.DescendantNodesAndSelf().OfType<ExpressionSyntax>())
        {
            if (fault.Model.GetSymbolInfo(part, fault.Cancellation).Symbol is (IParameterSymbol or IFieldSymbol or IPropertySymbol) and { } symbol
                && Attributes.Find(symbol, Attributes.NoDerivative)?.ApplicationSyntaxReference?.GetSyntax(fault.Cancellation) is { Parent: AttributeListSyntax list } mark)
            {
                return (symbol, list.Attributes.Count == 1 ? list : mark);
            }
        }

        return null;
    }
}
