using System.Globalization;
using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>One field of a structure, with the leaves that are its own.</summary>
/// <param name="Symbol">The field; for a number of <c>Complex</c> the property that reads it; for an element of an inline array the first.</param>
/// <param name="Element">Which element of an inline array it is.</param>
internal sealed record StructField(ISymbol Symbol, int Start, IReadOnlyList<Leaf> Leaves, int? Element = null)
{
    /// <summary>What C# code outside reads: the field, or the property that it stands behind.</summary>
    public ISymbol Member => (Symbol as IFieldSymbol)?.AssociatedSymbol ?? Symbol;

    /// <summary>How C# code reads it of the whole, whatever that holds.</summary>
    public string Access => Element is { } element ? MemberPath.Element(element) : Structs.Underlying(Member.ContainingType) is not null && Member.Name == "Value" ? "GetValueOrDefault()" : CSharpNames.Identifier(Member.Name);

    public ITypeSymbol Type => Symbol is IFieldSymbol held ? held.Type : ((IPropertySymbol)Symbol).Type;
}

/// <summary>An array or span of structures.</summary>
/// <param name="Elements">The leaves of one element.</param>
internal sealed record StructBuffer(ITypeSymbol Element, BufferKind Kind, IReadOnlyList<Leaf> Elements);

/// <summary>One value of a C# type: the type itself, or a number somewhere inside a structure.</summary>
/// <param name="Suffix">What a variable for it adds to the name of the whole.</param>
/// <param name="PassiveBy">The member whose <c>[NoDerivative]</c> makes it passive.</param>
/// <param name="IsOptional">Whether it is there only if the value of a nullable type is; otherwise it is zero.</param>
internal sealed record Leaf(string Suffix, IrType Type, string? PassiveBy = null, bool IsOptional = false)
{
    public bool IsActive => Type.IsDifferentiable && PassiveBy is null;

    /// <summary>Whether it is an active number that may be missing: then its derivative might be too.</summary>
    public bool IsOptionalNumber => IsOptional && IsActive;
}

/// <summary>
/// Structures have no values of their own in the IR: a variable of a structure type is one variable for each leaf. This is how a
/// C# type is taken apart.
/// </summary>
internal static class Structs
{
    private const int Deepest = 8;

    /// <summary>Whether values of the type are several values, or one that is reached through a member.</summary>
    public static bool Is(ITypeSymbol? type) => Fields(type) is not null;

    /// <summary>
    /// What an array or span of structures is made of: memory of its own for each leaf, since no two leaves overlap. Null for any
    /// other type.
    /// </summary>
    public static StructBuffer? Buffer(ITypeSymbol? type)
    {
        (ITypeSymbol Element, BufferKind Kind)? buffer = type switch
        {
            IArrayTypeSymbol { IsSZArray: true } array => (array.ElementType, BufferKind.Array),
            INamedTypeSymbol span when TypeMap.IsSpan(span) => (span.TypeArguments[0], span.Name == "Span" ? BufferKind.Span : BufferKind.ReadOnlySpan),
            _ => null,
        };
        return buffer is { } found && Fields(found.Element) is { } fields && !HoldsOpaques(fields)
            ? new StructBuffer(found.Element, found.Kind, [.. fields.SelectMany(field => field.Leaves)])
            : null;
    }

    private static bool HoldsOpaques(IEnumerable<StructField> fields) => fields.SelectMany(field => field.Leaves).Any(leaf => ImmutableTypes.Is(leaf.Type));

    /// <summary>Whether values of the type are several values of the IR.</summary>
    public static bool IsMany(ITypeSymbol? type) => Is(type) || Buffer(type) is not null || Grid.Of(type) is not null || Jagged.Of(type) is not null;

    /// <summary>The values that a C# value is made of, in order; null for a type that is not supported.</summary>
    public static IReadOnlyList<Leaf>? Leaves(ITypeSymbol? type) =>
        (TypeMap.Find(type) ?? ImmutableTypes.Of(type) ?? (IrType?)Lists.Of(type)) is { } single ? [new Leaf("", single)]
        : Fields(type) is { } fields ? [.. fields.SelectMany(field => field.Leaves)]
        : Buffer(type) is { } buffer ? [.. buffer.Elements.Select(leaf => leaf with { Type = new BufferType(leaf.Type, buffer.Kind) })]
        : Grid.Of(type)?.Leaves ?? Jagged.Of(type)?.Leaves;

    /// <summary>Whether there are active numbers in it that may be missing.</summary>
    public static bool HoldsOptionalNumbers(ITypeSymbol type) =>
        (Buffer(type)?.Elements ?? Fields(type)?.SelectMany(field => field.Leaves))?.Any(leaf => leaf.IsOptionalNumber) is true;

    /// <summary>The fields of a structure or tuple that is made of numbers; null for any other type.</summary>
    public static IReadOnlyList<StructField>? Fields(ITypeSymbol? type) => Fields(type, 0);

    private static IReadOnlyList<StructField>? Fields(ITypeSymbol? type, int depth)
    {
        if (MatrixView.Of(type) is { } view)
        {
            return view.Fields((INamedTypeSymbol)type!);
        }

        if ((type is null ? null : TypeArguments.Resolve(type)) is not INamedTypeSymbol { TypeKind: TypeKind.Struct, IsRefLikeType: false } named || depth > Deepest || TypeMap.Find(type) is not null)
        {
            return null;
        }

        if (Surrogates.Covers(named) && named.Name == "Complex")
        {
            return Complex(named);
        }

        if (Underlying(named) is { } underlying)
        {
            return Nullable(named, underlying, depth);
        }

        if (InlineArray.Of(named) is { } array)
        {
            return Elements(array, depth);
        }

        IEnumerable<IFieldSymbol>? symbols = named.IsTupleType ? named.TupleElements
            : IsPlain(named) ? named.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst)
            : null;
        if (symbols is null)
        {
            return null;
        }

        var fields = new List<StructField>();
        int start = 0;
        foreach (IFieldSymbol symbol in symbols)
        {
            if (symbol.RefKind != RefKind.None || symbol.IsFixedSizeBuffer || Leaves(symbol, named.IsTupleType, depth) is not { } leaves)
            {
                return null;
            }

            fields.Add(new StructField(symbol, start, leaves));
            start += leaves.Count;
        }

        return fields.Count == 0 ? null : fields;
    }

    /// <summary>The <c>T</c> of <c>T?</c>, if it is a value type; null for any other type.</summary>
    public static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? TypeArguments.Resolve(nullable.TypeArguments[0]) : null;

    /// <summary>Whether a type is <c>T?</c>, of a <c>T</c> that has leaves.</summary>
    public static bool IsNullable(ITypeSymbol? type) => Underlying(type) is not null && Is(type);

    /// <summary>Whether there is a value, and the value: zero where there is none.</summary>
    private static StructField[]? Nullable(INamedTypeSymbol type, ITypeSymbol underlying, int depth)
    {
        IReadOnlyList<Leaf>? value = TypeMap.Scalar(underlying) is { } scalar ? [new Leaf("", scalar)]
            : Fields(underlying, depth + 1)?.SelectMany(field => field.Leaves).ToArray();
        return value is null
            ? null
            :
            [
                new(type.GetMembers("HasValue").First(), 0, [new Leaf("HasValue", IrType.Bool)]),
                new(type.GetMembers("Value").First(), 1, [.. value.Select(leaf => leaf with { IsOptional = true })]),
            ];
    }

    /// <summary>As many fields as there are elements, each called by its number.</summary>
    private static StructField[]? Elements(InlineArray array, int depth)
    {
        if (Leaves(array.Field, isComponent: true, depth) is not { } leaves || leaves.Any(leaf => ImmutableTypes.Is(leaf.Type)) || array.Length * leaves.Count > InlineArray.Longest)
        {
            return null;
        }

        return
        [
            .. Enumerable.Range(0, array.Length).Select(i => new StructField(
                array.Field, i * leaves.Count, [.. leaves.Select(leaf => leaf with { Suffix = i.ToString(CultureInfo.InvariantCulture) + leaf.Suffix })], i)),
        ];
    }

    private static StructField[] Complex(INamedTypeSymbol type) =>
    [
        new(type.GetMembers("Real").First(), 0, [new Leaf("Real", IrType.Double)]),
        new(type.GetMembers("Imaginary").First(), 1, [new Leaf("Imaginary", IrType.Double)]),
    ];

    private static IReadOnlyList<Leaf>? Leaves(IFieldSymbol field, bool isComponent, int depth)
    {
        ISymbol member = field.AssociatedSymbol ?? field;
        string name = isComponent ? "" : member.Name;
        string suffix = name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name.Substring(1);
        string? passiveBy = Attributes.Has(member, Attributes.NoDerivative) || Attributes.Has(field, Attributes.NoDerivative) ? CSharpNames.Short(member) : null;
        if (TypeMap.Scalar(field.Type) is { } scalar)
        {
            return [new Leaf(suffix, scalar, scalar.IsDifferentiable ? passiveBy : null)];
        }

        if (field.ContainingType.IsTupleType && ImmutableTypes.Of(field.Type) is { } immutable)
        {
            return [new Leaf(suffix, immutable)];
        }

        return Fields(field.Type, depth + 1) is { } inner
            ? [.. inner.SelectMany(part => part.Leaves).Select(leaf => leaf with
            {
                Suffix = suffix + leaf.Suffix,
                PassiveBy = leaf.PassiveBy ?? (leaf.Type.IsDifferentiable ? passiveBy : null),
            })]
            : null;
    }

    /// <summary>
    /// Whether the type's fields are all that there is to it: its source is at hand, and no fields share memory.
    /// </summary>
    private static bool IsPlain(INamedTypeSymbol type) =>
        Surrogates.Covers(type)
        || (type.DeclaringSyntaxReferences.Length > 0
        && !type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "StructLayoutAttribute" && attribute.ConstructorArguments is [{ Value: 2 }]));
}
