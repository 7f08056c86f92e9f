using Microsoft.CodeAnalysis;
using StaticAd.Generator.Families;

namespace StaticAd.Generator.Frontend;

/// <summary>Finds members that stand in the way of a generated method.</summary>
internal static class NameClash
{
    public static IEnumerable<(string Generated, string With)> Find(IMethodSymbol method, string family, Signature signature, int order, Compilation compilation)
    {
        foreach (FamilyMember member in ContractSignature.MembersOf(signature, order))
        {
            string name = family + member;
            ContractSignature generated = ContractSignature.Of(member, method, signature);
            if (Existing(method, name, generated, compilation) is { } clash)
            {
                yield return (name, clash);
            }
        }
    }

    private static string? Existing(IMethodSymbol method, string name, ContractSignature generated, Compilation compilation)
    {
        INamedTypeSymbol type = method.ContainingType;
        if (type.Name == name)
        {
            return $"the name of its type '{CSharpNames.Short(type)}'";
        }

        ISymbol? member = type.GetMembers(name).FirstOrDefault(member => !GeneratedNames.IsGenerated(member)
            && (member is not IMethodSymbol other || HasTypesOf(generated, other, method)));
        if (member is not null)
        {
            return $"'{CSharpNames.Short(member)}'";
        }

        IMethodSymbol? marked = type.GetMembers().OfType<IMethodSymbol>()
            .Where(other => !SymbolEqualityComparer.Default.Equals(other, method.OriginalDefinition))
            .SelectMany(other => Instances.OrItself(other, compilation))
            .FirstOrDefault(other => Generates(other, name, generated));
        return marked is null ? null : $"the one for '{CSharpNames.Display(marked.OriginalDefinition)}'";
    }

    /// <summary>Whether a member of the user's own has the parameter types of a generated method, or of the generic one beside it.</summary>
    private static bool HasTypesOf(ContractSignature generated, IMethodSymbol other, IMethodSymbol method) =>
        !other.IsGenericMethod ? generated.HasTypesOf(ContractSignature.Own(other))
        : method.IsGenericMethod && other.Arity == 1 && generated.HasTypesOf(ContractSignature.Own(other.Construct([.. method.TypeArguments])));

    /// <summary>Whether another marked method has a generated method of the same name and parameter types.</summary>
    private static bool Generates(IMethodSymbol other, string name, ContractSignature generated) =>
        Attributes.Find(other, Attributes.Differentiable) is { } mark
        && name.StartsWith(Attributes.Family(other, mark), StringComparison.Ordinal)
        && Signature.Read(other) is { } signature
        && ContractSignature.MembersOf(signature, Attributes.Order(mark)).Any(member =>
            Attributes.Family(other, mark) + member == name
            && generated.HasTypesOf(ContractSignature.Of(member, other, signature).Parameters));
}
