using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Frontend;

namespace StaticAd.CodeFixes;

/// <summary>Gives a rule the signature that it must have.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RuleSignatureFix))]
[Shared]
public sealed class RuleSignatureFix() : MendProvider(Descriptors.RuleSignature.Id)
{
    private protected override IEnumerable<Mend> Mends(Fault fault)
    {
        if (fault.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } rule
            && fault.Model.GetDeclaredSymbol(rule, fault.Cancellation) is { IsGenericMethod: false } symbol
            && Rule.DeclaredBy(symbol, fault.Model.Compilation).Select(declared => declared.Expected).FirstOrDefault(expected => expected is not null) is { } expected)
        {
            yield return Mend.Replacing(
                "Give the rule the signature that it must have", nameof(RuleSignatureFix), rule, current => WithSignature(current, expected));
        }
    }

    private static MethodDeclarationSyntax WithSignature(MethodDeclarationSyntax rule, ContractSignature expected)
    {
        MethodDeclarationSyntax fitting = rule
            .WithReturnType(RuleStub.Returns(expected).WithTriviaFrom(rule.ReturnType))
            .WithParameterList(RuleStub.Parameters(expected).WithTriviaFrom(rule.ParameterList).WithAdditionalAnnotations(Formatter.Annotation));
        return rule.Modifiers.Any(SyntaxKind.StaticKeyword)
            ? fitting
            : fitting.AddModifiers(SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(SyntaxFactory.Space));
    }
}
