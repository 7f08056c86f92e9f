using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>Which of the leaves of a structure or tuple are those of a member.</summary>
internal static class StructParts
{
    /// <summary>The field of a structure or tuple that a field or property stands for; null for any other member.</summary>
    public static StructField? Of(ITypeSymbol? type, ISymbol member) => Structs.Fields(type)?.FirstOrDefault(field =>
        Structs.Underlying(type) is not null ? member.Name == "HasValue" && field.Start == 0
        : member is IFieldSymbol symbol && field.Symbol is IFieldSymbol { ContainingType.IsTupleType: true } component
            ? SymbolEqualityComparer.Default.Equals(Positional(component), Positional(symbol))
            : field.Symbol.Name == member.Name || (member is IPropertySymbol property && field.Member.Name == property.Name && IsAutomatic(property)));

    private static IFieldSymbol Positional(IFieldSymbol field) => field.CorrespondingTupleField ?? field;

    public static bool IsAutomatic(IPropertySymbol property) => new[] { property.GetMethod, property.SetMethod }
        .OfType<IMethodSymbol>()
        .All(StructShapes.IsAutomatic);

    /// <summary>The member's leaves; all that there are where the structure has been reported and has not all of them.</summary>
    public static T[] Part<T>(T[] whole, StructField field) =>
        whole.Length < field.Start + field.Leaves.Count ? whole : [.. whole.Skip(field.Start).Take(field.Leaves.Count)];
}
