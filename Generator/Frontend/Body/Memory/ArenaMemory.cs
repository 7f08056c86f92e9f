using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StaticAd.Generator.Frontend;

/// <summary>The thread's arena, from which a method may take working memory of its own: in its derivatives that is memory like any other.</summary>
internal static class ArenaMemory
{
    /// <summary>Whether a <c>using</c> opens a scope of the arena, and does nothing else.</summary>
    public static bool Opens(IOperation resources) => resources is IVariableDeclarationGroupOperation group
        && group.Declarations.SelectMany(declaration => declaration.Declarators).All(declarator =>
            (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value is IInvocationOperation { TargetMethod: { Name: "Enter", ContainingType: var type } }
            && type.ToDisplayString() == "StaticAd.Arena");

    /// <summary>How many elements are taken from the arena; null for any other expression.</summary>
    public static IOperation? SizeOf(IOperation operation) => operation is IInvocationOperation
    {
        TargetMethod: { Name: "Allocate" or "AllocateZeroed", ContainingType: { Name: "ArenaScope", ContainingNamespace: { Name: "CompilerServices", ContainingNamespace: { Name: "StaticAd", ContainingNamespace.IsGlobalNamespace: true } } } },
        Arguments: [{ Value: var count }],
    }
        ? count is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : count
        : null;
}
