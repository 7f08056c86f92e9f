using Microsoft.CodeAnalysis;

namespace StaticAd.Tests.Harness;

internal enum Storage
{
    Scalar,
    Array,
    ReadOnlySpan,
    Span,
}

/// <summary>A parameter of a marked method, by its part in the derivative.</summary>
internal sealed record Slot(
    string Name, string Element, string ShortElement, Storage Storage, RefKind Ref, bool IsFloating, bool IsMarkedPassive, bool IsScratch)
{
    public bool IsActive => IsFloating && !IsMarkedPassive && !IsScratch;

    public bool IsBuffer => Storage != Storage.Scalar;

    /// <summary>Of an array, how many dimensions it has.</summary>
    public int Rank { get; init; } = 1;

    public bool IsJagged { get; init; }

    /// <summary>Whether it is an array of several dimensions or of arrays.</summary>
    public bool HasShape => Rank > 1 || IsJagged;

    public string Brackets => IsJagged ? "[][]" : $"[{new string(',', Rank - 1)}]";

    /// <summary>A structure, which a call reads and writes leaf by leaf.</summary>
    public bool IsStruct { get; init; }

    /// <summary>Whether it holds numbers of single precision.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Whether it holds numbers of half precision.</summary>
    public bool IsHalf { get; init; }

    /// <summary>The object or structure on which an instance method is called.</summary>
    public bool IsReceiver { get; init; }

    public bool IsInput => IsActive && Ref != RefKind.Out;

    public bool IsInOut => IsActive && IsWritable && Ref != RefKind.Out;

    public bool IsOutput => IsActive && IsWritable;

    public bool IsWritable => Storage == Storage.Span || Ref is RefKind.Ref or RefKind.Out;

    public string Type => Storage switch
    {
        Storage.Array => ShortElement + Brackets,
        Storage.ReadOnlySpan => $"ReadOnlySpan<{ShortElement}>",
        Storage.Span => $"Span<{ShortElement}>",
        _ => ShortElement,
    };

    public static Slot OfReceiver(INamedTypeSymbol type)
    {
        bool isStruct = MethodShape.IsActiveStruct(type);
        string name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return new Slot("this", type.ToDisplayString(), name, Storage.Scalar, RefKind.None, isStruct, false, false) { IsStruct = isStruct, IsReceiver = true, IsSingle = MethodShape.HoldsSingles(type), IsHalf = MethodShape.HoldsHalves(type) };
    }

    public static Slot Of(IParameterSymbol parameter)
    {
        var (element, storage) = parameter.Type switch
        {
            IArrayTypeSymbol { ElementType: IArrayTypeSymbol row } => (row.ElementType, Storage.Array),
            IArrayTypeSymbol array => (array.ElementType, Storage.Array),
            INamedTypeSymbol { Name: "ReadOnlySpan" } span => (span.TypeArguments[0], Storage.ReadOnlySpan),
            INamedTypeSymbol { Name: "Span" } span => (span.TypeArguments[0], Storage.Span),
            var scalar => (scalar, Storage.Scalar),
        };
        bool Has(string name) => parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == name);
        return new Slot(
            parameter.Name,
            element.ToDisplayString(),
            element.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            storage,
            parameter.RefKind,
            MethodShape.IsFloating(element) || MethodShape.IsActiveStruct(element),
            Has("NoDerivativeAttribute"),
            Has("ScratchAttribute"))
        {
            IsStruct = MethodShape.IsActiveStruct(element),
            IsSingle = MethodShape.HoldsSingles(element),
            IsHalf = MethodShape.HoldsHalves(element),
            IsJagged = parameter.Type is IArrayTypeSymbol { ElementType: IArrayTypeSymbol },
            Rank = parameter.Type is IArrayTypeSymbol { Rank: var rank } ? rank : 1,
        };
    }
}

/// <summary>The return value, or one element of a returned tuple; <c>Name</c> is what its cotangent is named after.</summary>
internal sealed record ResultPart(string Access, string Type, string Name, bool IsActive, bool IsStruct = false, bool IsSingle = false, bool IsHalf = false)
{
    public string ShortType => Type.Split('.')[^1];
}

/// <summary>A marked method's signature as the contract reads it.</summary>
internal sealed record MethodShape(string ReturnType, IReadOnlyList<Slot> Slots, IReadOnlyList<ResultPart> Results)
{
    public IEnumerable<Slot> Inputs => Slots.Where(slot => slot.IsInput);

    public IEnumerable<Slot> Outputs => Slots.Where(slot => slot.IsOutput);

    public IEnumerable<ResultPart> ActiveResults => Results.Where(part => part.IsActive);

    public bool HasReceiver => Slots is [{ IsReceiver: true }, ..];

    public bool ReturnsVoid => ReturnType == "void";

    /// <summary>The only active output is a scalar return value.</summary>
    public bool HasGradient => !Outputs.Any() && Results is [{ IsActive: true, Access: "result", IsStruct: false }];

    public bool HasGradientTuple => Inputs.All(slot => slot is { Storage: Storage.Scalar, Ref: RefKind.None, IsStruct: false });

    public static MethodShape Of(IMethodSymbol method)
        => new(method.ReturnsVoid ? "void" : method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            [.. method.IsStatic ? [] : (Slot[])[Slot.OfReceiver(method.ContainingType)], .. method.Parameters.Select(Slot.Of)],
            [.. ResultParts(method)]);

    public static bool IsFloating(ITypeSymbol type)
        => type.SpecialType is SpecialType.System_Double or SpecialType.System_Single || IsHalf(type) || type is ITypeParameterSymbol;

    private static bool IsHalf(ITypeSymbol type) => type is { Name: nameof(Half), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>A structure with a number in it that takes part in the derivative.</summary>
    public static bool IsActiveStruct(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None, IsRefLikeType: false } && !IsHalf(type)
        && type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !IsPassive(field))
            .Any(field => IsFloating(field.Type) || IsActiveStruct(field.Type));

    /// <summary>Whether the type is <c>float</c>, or a structure with one in it.</summary>
    public static bool HoldsSingles(ITypeSymbol type) => Holds(type, number => number.SpecialType == SpecialType.System_Single);

    /// <summary>Whether the type is <c>Half</c>, or a structure with one in it.</summary>
    public static bool HoldsHalves(ITypeSymbol type) => Holds(type, IsHalf);

    private static bool Holds(ITypeSymbol type, Func<ITypeSymbol, bool> isNumber) => isNumber(type)
        || (IsActiveStruct(type) && type.GetMembers().OfType<IFieldSymbol>().Any(field => !field.IsStatic && Holds(field.Type, isNumber)));

    private static bool IsPassive(IFieldSymbol field) => field.GetAttributes()
        .Concat(field.AssociatedSymbol?.GetAttributes() ?? [])
        .Any(attribute => attribute.AttributeClass?.Name == "NoDerivativeAttribute");

    private static IEnumerable<ResultPart> ResultParts(IMethodSymbol method)
    {
        if (method.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            foreach (var (index, element) in tuple.TupleElements.Index())
            {
                var name = element.IsExplicitlyNamedTupleElement ? element.Name : $"item{index + 1}";
                yield return new ResultPart(
                    $"result.Item{index + 1}", element.Type.ToDisplayString(), "result" + Pascal(name), IsFloating(element.Type), IsSingle: HoldsSingles(element.Type), IsHalf: HoldsHalves(element.Type));
            }
        }
        else if (!method.ReturnsVoid)
        {
            bool isStruct = IsActiveStruct(method.ReturnType);
            yield return new ResultPart(
                "result", method.ReturnType.ToDisplayString(), "result", isStruct || IsFloating(method.ReturnType), isStruct, HoldsSingles(method.ReturnType), HoldsHalves(method.ReturnType));
        }
    }

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
