using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.CodeFixes;

/// <summary>Makes a static field that nothing writes <c>readonly</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadOnlyFieldFix))]
[Shared]
public sealed class ReadOnlyFieldFix() : MendProvider(Descriptors.MutableState.Id)
{
    private protected override IEnumerable<Mend> Mends(Fault fault)
    {
        if (fault.Node is ExpressionSyntax use
            && fault.Model.GetSymbolInfo(use, fault.Cancellation).Symbol is IFieldSymbol { IsReadOnly: false, IsConst: false } field
            && field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(fault.Cancellation).FirstAncestorOrSelf<FieldDeclarationSyntax>() is { Declaration.Variables.Count: 1 } declaration
            && !IsWritten(field, fault))
        {
            yield return Mend.Replacing(
                $"Make '{field.Name}' readonly", nameof(ReadOnlyFieldFix), declaration,
                current => current.AddModifiers(SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space)));
        }
    }

    private static bool IsWritten(IFieldSymbol field, Fault fault)
    {
        Compilation compilation = fault.Model.Compilation;
        IEnumerable<SyntaxNode> written =
            from tree in compilation.SyntaxTrees
            from node in tree.GetRoot(fault.Cancellation).DescendantNodes()
            let target = Target(node)
            where target is not null && Names(target, field.Name)
            select target;
        return written.Any(target => SymbolEqualityComparer.Default.Equals(
            compilation.GetSemanticModel(target.SyntaxTree).GetSymbolInfo(target, fault.Cancellation).Symbol, field));
    }

    private static SyntaxNode? Target(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax store => store.Left,
        PostfixUnaryExpressionSyntax step => step.Operand,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression } step => step.Operand,
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument => argument.Expression,
        RefExpressionSyntax reference => reference.Expression,
        _ => null,
    };

    private static bool Names(SyntaxNode target, string name) =>
        target is IdentifierNameSyntax own ? own.Identifier.ValueText == name
        : target is MemberAccessExpressionSyntax member && member.Name.Identifier.ValueText == name;
}
