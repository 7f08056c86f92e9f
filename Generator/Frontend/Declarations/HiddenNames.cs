using Microsoft.CodeAnalysis;
using StaticAd.Generator.Emit;

namespace StaticAd.Generator.Frontend;

/// <summary>Finds out which type names of the runtime and the framework the user's own declarations hide.</summary>
internal static class HiddenNames
{
    /// <summary>In the order in which the emitter lists the names.</summary>
    public static IEnumerable<string> At(INamedTypeSymbol type) => TypeText.UsedNames.Where(name => Hides(type, name));

    /// <summary>
    /// Members of the enclosing types and of their bases come first, then types and namespaces of the innermost namespace;
    /// what is declared further out comes after the generated file's usings, which stand inside the namespace.
    /// </summary>
    private static bool Hides(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? enclosing = type; enclosing is not null; enclosing = enclosing.ContainingType)
        {
            for (INamedTypeSymbol? declaring = enclosing; declaring is not null; declaring = declaring.BaseType)
            {
                if (declaring.Name == name || declaring.GetMembers(name).Any())
                {
                    return true;
                }
            }
        }

        return type.ContainingNamespace is { } space && !IsHome(space) && space.GetMembers(name).Any();
    }

    /// <summary>In these namespaces the names mean what the emitter means.</summary>
    private static bool IsHome(INamespaceSymbol space) => space.ToDisplayString() is "System" or "StaticAd" or "StaticAd.CompilerServices";
}
