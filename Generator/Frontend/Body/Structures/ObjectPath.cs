using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>How generated code reads an object, and of which type that expression is there: <c>curve.Quotes</c>.</summary>
internal sealed record ObjectPath(string Text, ITypeSymbol Type)
{
    public bool IsThis => Text == "this";

    /// <summary>A field or property of the object, as the code around it means it: a derived class may hide it by another one.</summary>
    public string Member(ISymbol member)
    {
        string whole = IsHidden(member) ? $"(({CSharpNames.FullName(member.ContainingType)}){Text})" : Text;
        return $"{whole}.{CSharpNames.Identifier(member.Name)}";
    }

    private bool IsHidden(ISymbol member)
    {
        ITypeSymbol? type = Type;
        while (type is not null && type.GetMembers(member.Name).IsEmpty)
        {
            type = type.BaseType;
        }

        return !SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, member.ContainingType.OriginalDefinition);
    }
}
