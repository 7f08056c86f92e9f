using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Generator.Frontend;

/// <summary>How a field is read from where it is hidden: by a property that does nothing but hand it out.</summary>
internal static class StructReaders
{
    /// <summary>The property; null where there is none, or where the field is not hidden.</summary>
    public static IPropertySymbol? Find(ISymbol member, Compilation? compilation, INamedTypeSymbol home) =>
        member is not IFieldSymbol field || compilation is null || compilation.IsSymbolAccessibleWithin(field, home)
            ? null
            : field.ContainingType.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property =>
                property is { IsStatic: false, GetMethod: { } get, ReturnsByRef: false, ReturnsByRefReadonly: false, Parameters.IsEmpty: true }
                && SymbolEqualityComparer.Default.Equals(property.Type, field.Type)
                && compilation.IsSymbolAccessibleWithin(property, home) && compilation.IsSymbolAccessibleWithin(get, home)
                && get.DeclaringSyntaxReferences.Length == 1
                && Returned(get.DeclaringSyntaxReferences[0].GetSyntax()) == field.Name);

    /// <summary>The one name that a getter returns; null if it does anything else.</summary>
    private static string? Returned(SyntaxNode getter)
    {
        ExpressionSyntax? expression = getter switch
        {
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            AccessorDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
            AccessorDeclarationSyntax { Body.Statements: [ReturnStatementSyntax { Expression: { } returned }] } => returned,
            _ => null,
        };
        return expression switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText,
            _ => null,
        };
    }
}
