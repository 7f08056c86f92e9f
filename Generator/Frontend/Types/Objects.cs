using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Parameters that are objects of a class of the method's own assembly. They have no derivative: what their fields hold is constant
/// while the method runs.
/// </summary>
internal static class Objects
{
    public static bool Is(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None && IsClass(parameter.Type) && IsOfAssembly(parameter.Type, parameter.ContainingAssembly);

    /// <summary>A variable that may stand for such an object.</summary>
    public static bool Is(ILocalSymbol local) =>
        local.RefKind == RefKind.None && IsClass(local.Type) && IsOfAssembly(local.Type, local.ContainingAssembly);

    private static bool IsClass(ITypeSymbol type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None };

    private static bool IsOfAssembly(ITypeSymbol type, IAssemblySymbol? assembly) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly);
}
