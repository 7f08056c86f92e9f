using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Recursive methods with structures: as they cannot stand in their own bodies, they are called like any recursive method, with the
/// leaves of the structures.
/// </summary>
internal sealed partial class BodyTranslator
{
    private bool IsLevel(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary && !IsGeneric(method) && !method.ReturnsByRef && !method.ReturnsByRefReadonly
        && !method.ContainingType.IsExtension && !HasRule(method) && !GeneratedNames.IsGenerated(method)
        && MethodBody.Source(method, _translation) is { } source && _translation.Compilation.ContainsSyntaxTree(source.SyntaxTree)
        && HasStructures(method) && HasLeaves(method)
        && _translation.Callees.Cycles.Contains(method, _translation);

    private static bool HasStructures(IMethodSymbol method) =>
        !method.IsStatic || Structs.Is(method.ReturnType) || method.Parameters.Any(parameter => Structs.Is(parameter.Type));

    /// <summary>Whether all that it takes and returns is numbers, structures of such, and buffers of numbers.</summary>
    private static bool HasLeaves(IMethodSymbol method) =>
        (method.IsStatic || Structs.Is(method.ContainingType))
        && (method.ReturnsVoid || TypeMap.Scalar(method.ReturnType) is not null || Structs.Is(method.ReturnType))
        && method.Parameters.All(parameter => TypeMap.Find(parameter.Type) is not null || Structs.Is(parameter.Type));
}
