using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// What the functions in a query do beside computing. How often the library calls them differs from query to query: <c>Skip</c> may pass
/// over elements or compute them, <c>Zip</c> takes one more of its first sequence, <c>Count</c> computes them all.
/// </summary>
internal static class QueryEffects
{
    /// <summary>Whether a function that makes elements assigns anything but variables of its own.</summary>
    public static bool Assigns(Closure function) =>
        function.Symbol.DeclaringSyntaxReferences is not [var declaration] || Assigns(function.Body, declaration.Span, []);

    /// <summary>Whether a function in a query hands memory to methods, which might write it.</summary>
    public static bool HandsMemoryOn(IOperation query) => query.DescendantsAndSelf().Any(static operation =>
        operation is IInvocationOperation call && !MethodFacts.IsQuery(call.TargetMethod)
            && call.Arguments.Any(static argument => TypeMap.Buffer(argument.Parameter!.Type) is { Kind: not Ir.BufferKind.ReadOnlySpan }));

    private static bool Assigns(IOperation body, TextSpan own, HashSet<ISymbol> seen) => body.DescendantsAndSelf().Any(operation => operation switch
    {
        IAssignmentOperation assignment => !IsWithin(assignment.Target, own),
        IIncrementOrDecrementOperation step => !IsWithin(step.Target, own),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => !IsWithin(argument.Value, own),
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } => Assigns(called, operation, seen),
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } => true,
        _ => false,
    });

    private static bool Assigns(IMethodSymbol called, IOperation use, HashSet<ISymbol> seen) => seen.Add(called.OriginalDefinition)
        && (called.DeclaringSyntaxReferences is not [var declaration] || use.SemanticModel?.GetOperation(declaration.GetSyntax()) is not { } body
            || Assigns(body, declaration.Span, seen));

    private static bool IsWithin(IOperation target, TextSpan own) => target switch
    {
        IDiscardOperation => true,
        ILocalReferenceOperation { Local: var local } => local.DeclaringSyntaxReferences.All(reference => own.Contains(reference.Span)),
        IParameterReferenceOperation { Parameter: var parameter } => parameter.DeclaringSyntaxReferences.All(reference => own.Contains(reference.Span)),
        IDeclarationExpressionOperation declaration => IsWithin(declaration.Expression, own),
        ITupleOperation tuple => tuple.Elements.All(element => IsWithin(element, own)),
        _ => false,
    };
}
