using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// What the functions in a query do beside computing. How often the library calls them differs from query to query: <c>Skip</c> may pass
/// over elements or compute them, <c>Zip</c> takes one more of its first sequence, <c>Count</c> computes them all.
/// </summary>
internal static class QueryEffects
{
    /// <summary>Whether a function assigns anything but variables of its own, itself or in local functions that it calls.</summary>
    public static bool Assigns(Function function) => function is Closure closure
        && (closure.Symbol.DeclaringSyntaxReferences.Length != 1 || Bodies(closure).Any(body => body.DescendantsAndSelf().Any(operation => Assigns(operation, body.Syntax.Parent!.Span))));

    /// <summary>Whether a function hands memory to methods, which might write it.</summary>
    public static bool HandsMemoryOn(Function function) => function is Closure closure
        ? Bodies(closure).SelectMany(body => body.DescendantsAndSelf().OfType<IInvocationOperation>()).Any(HandsMemoryOn)
        : function.Symbol.Parameters.Any(parameter => IsMemory(parameter.Type));

    private static bool HandsMemoryOn(IInvocationOperation call) => !MethodFacts.IsQuery(call.TargetMethod) && call.TargetMethod.MethodKind != MethodKind.LocalFunction
        && (call.TargetMethod.Parameters.Any(parameter => IsMemory(parameter.Type)) || (call.Instance is { } instance && IsMemory(instance.Type!)));

    private static bool IsMemory(ITypeSymbol type) => TypeMap.Buffer(type) is { } buffer
        ? buffer.Kind != BufferKind.ReadOnlySpan
        : Structs.Leaves(type) is not { } leaves || leaves.Any(leaf => leaf.Type is not (ScalarType or OpaqueType));

    /// <summary>The bodies of a function and of the local functions that it calls.</summary>
    private static List<IOperation> Bodies(Closure function)
    {
        List<IOperation> bodies = [function.Body];
        for (int i = 0; i < bodies.Count; i++)
        {
            foreach (IInvocationOperation call in bodies[i].DescendantsAndSelf().OfType<IInvocationOperation>().Where(call => call.TargetMethod.MethodKind == MethodKind.LocalFunction))
            {
                if (BodyOf(call) is { } body && bodies.All(known => known.Syntax != body.Syntax))
                {
                    bodies.Add(body);
                }
            }
        }

        return bodies;
    }

    private static IOperation? BodyOf(IInvocationOperation call) =>
        call.TargetMethod.DeclaringSyntaxReferences is [var declaration] && call.SemanticModel?.GetOperation(declaration.GetSyntax()) is ILocalFunctionOperation { Body: { } body } ? body : null;

    private static bool Assigns(IOperation operation, TextSpan own) => operation switch
    {
        IAssignmentOperation assignment => !IsWithin(assignment.Target, own),
        IIncrementOrDecrementOperation step => !IsWithin(step.Target, own),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => !IsWithin(argument.Value, own),
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } call => BodyOf(call) is null,
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } => true,
        _ => false,
    };

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
