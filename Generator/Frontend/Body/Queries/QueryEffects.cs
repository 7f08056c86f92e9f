using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// What the functions in a query do beside computing. How often the library calls them differs from query to query: <c>Skip</c> may pass
/// over elements or compute them, <c>Zip</c> takes one more of its first sequence, <c>Count</c> computes them all.
/// </summary>
internal sealed class QueryEffects(BodyState state, Functions functions)
{
    /// <summary>Whether a function assigns variables that are there outside of it.</summary>
    public bool Assigns(IOperation selector) => functions.Assigned([selector]).Any(variable => variable.Index < state.Environment.Count);

    /// <summary>Whether a function may write memory: numbers alone that are handed to a method, which can't write variables of others, lead to none.</summary>
    public bool MayWriteMemory(IOperation selector) => functions.Reached([selector]).Any(static reached => LoopScan.MayWriteMemory(reached.Part, MayWrite));

    private static bool MayWrite(IInvocationOperation call) => !MethodFacts.IsQuery(call.TargetMethod)
        && (call.TargetMethod.Parameters.Any(static parameter => IsMemory(parameter.Type)) || (call.Instance is { } instance && !Functions.IsDelegate(instance.Type) && IsMemory(instance.Type!)));

    private static bool IsMemory(ITypeSymbol type) => TypeMap.Buffer(type) is { } buffer
        ? buffer.Kind != BufferKind.ReadOnlySpan
        : Structs.Leaves(type) is not { } leaves || leaves.Any(static leaf => leaf.Type is not (ScalarType or OpaqueType));
}
