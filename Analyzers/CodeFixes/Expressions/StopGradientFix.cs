using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.CodeFixes;

/// <summary>Says with <c>Ad.StopGradient</c> that a value is to count as a constant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StopGradientFix))]
[Shared]
public sealed class StopGradientFix() : MendProvider(
    Descriptors.ActiveInPassive.Id, Descriptors.TruncatingCast.Id, Descriptors.ZeroDerivative.Id, Descriptors.EqualityBranch.Id)
{
    private protected override IEnumerable<Mend> Mends(Fault fault)
    {
        ExpressionSyntax[] values = [.. Values(fault).Where(value => IsStoppable(value, fault))];
        if (values.Length > 0)
        {
            yield return new Mend("Stop the gradient here", nameof(StopGradientFix), values[0], editor =>
            {
                foreach (ExpressionSyntax value in values)
                {
                    editor.ReplaceNode(value, (current, _) => Wrapping.StopGradient((ExpressionSyntax)current));
                }
            });
        }
    }

    private static IEnumerable<ExpressionSyntax> Values(Fault fault) =>
        fault.Id == Descriptors.TruncatingCast.Id ? fault.Node.DescendantNodesAndSelf().OfType<CastExpressionSyntax>().Take(1).Select(cast => cast.Expression)
        : fault.Id == Descriptors.ZeroDerivative.Id ? fault.Node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Take(1).SelectMany(call => call.ArgumentList.Arguments.Take(1)).Select(argument => argument.Expression)
        : fault.Id == Descriptors.EqualityBranch.Id ? Compared(fault.Node)
        : Stored(fault.Node);

    /// <summary>What becomes passive where it is stored or converted.</summary>
    private static IEnumerable<ExpressionSyntax> Stored(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax store => [store.Right],
        ArgumentSyntax argument => [argument.Expression],
        EqualsValueClauseSyntax start => [start.Value],
        ExpressionSyntax value => [value],
        _ => [],
    };

    private static IEnumerable<ExpressionSyntax> Compared(SyntaxNode test)
    {
        if (test is BinaryExpressionSyntax comparison)
        {
            return [comparison.Left, comparison.Right];
        }

        ExpressionSyntax? subject = test.AncestorsAndSelf().Select(around => around switch
        {
            IsPatternExpressionSyntax match => match.Expression,
            SwitchExpressionSyntax choice => choice.GoverningExpression,
            SwitchStatementSyntax statement => statement.Expression,
            _ => null,
        }).FirstOrDefault(found => found is not null);
        return subject is null ? [] : [subject];
    }

    private static bool IsStoppable(ExpressionSyntax value, Fault fault) =>
        Wrapping.IsNumber(fault.Model.GetTypeInfo(value, fault.Cancellation).Type) && !fault.Model.GetConstantValue(value, fault.Cancellation).HasValue;
}
