using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.CodeFixes;

/// <summary>Says with <c>Ad.StopGradient</c> that a value is to count as a constant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StopGradientFix))]
[Shared]
public sealed class StopGradientFix() : MendProvider(Descriptors.ActiveInPassive.Id)
{
    private protected override IEnumerable<Mend> Mends(Fault fault)
    {
        ExpressionSyntax[] values = [.. Values(fault.Node).Where(value => IsStoppable(value, fault))];
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

    /// <summary>What becomes passive in a store, a cast, a call, or a comparison.</summary>
    private static IEnumerable<ExpressionSyntax> Values(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax store => [store.Right],
        CastExpressionSyntax cast => [cast.Expression],
        InvocationExpressionSyntax call => call.ArgumentList.Arguments.Select(argument => argument.Expression),
        BinaryExpressionSyntax comparison => [comparison.Left, comparison.Right],
        ArgumentSyntax argument => [argument.Expression],
        EqualsValueClauseSyntax start => [start.Value],
        ExpressionSyntax value => [value],
        _ => [],
    };

    private static bool IsStoppable(ExpressionSyntax value, Fault fault) =>
        Wrapping.IsNumber(fault.Model.GetTypeInfo(value, fault.Cancellation).Type) && !fault.Model.GetConstantValue(value, fault.Cancellation).HasValue;
}
