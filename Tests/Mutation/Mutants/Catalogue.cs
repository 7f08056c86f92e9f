using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Tests.Mutation.Mutants;

/// <summary>All mutations of a source file.</summary>
internal static class Catalogue
{
    public static IEnumerable<Mutation> In(SyntaxTree tree) => tree.GetRoot().DescendantNodes().SelectMany(At).Where(mutation => IsComputed(mutation.Place));

    /// <summary>Whether it takes effect when its type is initialized.</summary>
    public static bool IsStatic(SyntaxNode place)
    {
        foreach (SyntaxNode ancestor in place.Ancestors())
        {
            switch (ancestor)
            {
                case AnonymousFunctionExpressionSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax:
                    return false;
                case MemberDeclarationSyntax member:
                    return member.Modifiers.Any(SyntaxKind.StaticKeyword);
            }
        }

        return false;
    }

    private static IEnumerable<Mutation> At(SyntaxNode node) => node switch
    {
        StatementSyntax statement => StatementMutations.Of(statement),
        ExpressionSyntax expression => ExpressionMutations.Of(expression).Concat(CallMutations.Of(expression)).Select(Whole),
        _ => [],
    };

    /// <summary>An expression that is a statement can only be exchanged as one.</summary>
    private static Mutation Whole(Mutation mutation) =>
        mutation.Place.Parent is ExpressionStatementSyntax statement ? mutation with { Place = statement, After = mutation.After + ";" } : mutation;

    // What must be constant, is only said to people, or is part of a longer name or access cannot depend on which mutant is active.
    private static bool IsComputed(SyntaxNode node) =>
        !IsBound(node) && !node.Ancestors().Any(ancestor => ancestor
            is AttributeSyntax or EnumMemberDeclarationSyntax or PatternSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or SwitchLabelSyntax or ParameterSyntax
            || (ancestor is FieldDeclarationSyntax or LocalDeclarationStatementSyntax && ancestor.ChildTokens().Any(token => token.IsKind(SyntaxKind.ConstKeyword))));

    private static bool IsBound(SyntaxNode node) =>
        node.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(part => part is MemberBindingExpressionSyntax or ElementBindingExpressionSyntax
            && !part.Ancestors().TakeWhile(ancestor => ancestor != node.Parent).OfType<ConditionalAccessExpressionSyntax>().Any());
}
