using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.CodeFixes;

/// <summary>Divides as numbers what would be divided as integers: <c>(double)a / b</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IntegerDivisionFix))]
[Shared]
public sealed class IntegerDivisionFix() : MendProvider(Descriptors.IntegerDivision.Id)
{
    private protected override IEnumerable<Mend> Mends(Fault fault)
    {
        if (fault.Node.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().FirstOrDefault(node => node.IsKind(SyntaxKind.DivideExpression)) is { } division
            && fault.Model.GetTypeInfo(Outermost(division), fault.Cancellation).ConvertedType is { } type
            && Wrapping.IsNumber(type))
        {
            string name = type.ToMinimalDisplayString(fault.Model, division.SpanStart);
            yield return Mend.Replacing(
                $"Divide as '{name}'", nameof(IntegerDivisionFix), division, current => current.WithLeft(Wrapping.Cast(name, current.Left)));
        }
    }

    /// <summary>The division in the parentheses around it: they are what is converted.</summary>
    private static ExpressionSyntax Outermost(ExpressionSyntax division) =>
        division.Parent is ParenthesizedExpressionSyntax around ? Outermost(around) : division;
}
