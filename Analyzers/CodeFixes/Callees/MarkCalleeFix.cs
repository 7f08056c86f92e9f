using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Frontend;

namespace StaticAd.CodeFixes;

/// <summary>Marks a called method of another project, so that its derivative is generated there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkCalleeFix))]
[Shared]
public sealed class MarkCalleeFix() : MendProvider(Descriptors.CallWithoutDerivative.Id)
{
    private protected override IEnumerable<Mend> Mends(Fault fault)
    {
        if (CalledMethod.At(fault) is { IsStatic: true, IsGenericMethod: false } called
            && !Attributes.Has(called, Attributes.Differentiable)
            && called.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(fault.Cancellation) is MethodDeclarationSyntax declaration
            && fault.Document.Project.Solution.GetDocument(declaration.SyntaxTree) is not null)
        {
            yield return new Mend(
                $"Mark '{called.Name}' as [Differentiable]", nameof(MarkCalleeFix), declaration, editor => Mark(editor, declaration));
        }
    }

    private static void Mark(SyntaxEditor editor, MethodDeclarationSyntax declaration)
    {
        editor.ReplaceNode(declaration, (current, _) => Marked((MethodDeclarationSyntax)current));
        PartialType.Make(editor, declaration.Ancestors().OfType<TypeDeclarationSyntax>().Where(PartialType.IsNot));
    }

    private static MethodDeclarationSyntax Marked(MethodDeclarationSyntax method)
    {
        SyntaxTriviaList before = method.GetLeadingTrivia();
        SyntaxTrivia indent = before.LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        MethodDeclarationSyntax bare = method.WithLeadingTrivia(indent);
        NameSyntax name = SyntaxFactory.ParseName("global::StaticAd.Differentiable").WithAdditionalAnnotations(Simplifier.Annotation);
        AttributeListSyntax mark = SyntaxFactory.AttributeList([SyntaxFactory.Attribute(name)])
            .WithLeadingTrivia(before)
            .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed);
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, mark));
    }
}
