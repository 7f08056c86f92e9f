using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StaticAd.Generator.Frontend;

/// <summary>Members of interfaces that are called on a type parameter: of the structure that it stands for, the member that runs.</summary>
internal static class ConstrainedMembers
{
    public static IMethodSymbol Of(IInvocationOperation call) =>
        Find(call.TargetMethod, call.Instance?.Type ?? call.ConstrainedToType) as IMethodSymbol ?? call.TargetMethod;

    public static IPropertySymbol Of(IPropertyReferenceOperation reference) =>
        Find(reference.Property, reference.Instance?.Type ?? reference.ConstrainedToType) as IPropertySymbol ?? reference.Property;

    private static ISymbol? Find(ISymbol member, ITypeSymbol? constrained)
    {
        if (member is not { ContainingType.TypeKind: TypeKind.Interface } or IMethodSymbol { IsGenericMethod: true }
            || constrained is not ITypeParameterSymbol || TypeArguments.Resolve(constrained) is not INamedTypeSymbol { TypeKind: TypeKind.Struct } type)
        {
            return null;
        }

        return type.AllInterfaces
            .Where(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, member.ContainingType.OriginalDefinition))
            .SelectMany(implemented => implemented.GetMembers(member.Name))
            .Where(declared => SymbolEqualityComparer.Default.Equals(declared.OriginalDefinition, member.OriginalDefinition))
            .Select(type.FindImplementationForInterfaceMember)
            .FirstOrDefault(implementation => implementation is { ContainingType.TypeKind: TypeKind.Struct });
    }
}
