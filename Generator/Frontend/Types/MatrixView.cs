using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// A view of matrices, as the runtime has them: <c>Matrix</c>, <c>MatrixBatch</c>, or the numbers of a batch. A variable of such a type is
/// several values in the IR: the run of all elements, one behind the other, and the lengths that say how to read it.
/// </summary>
/// <param name="Elements">The property that gives the elements.</param>
/// <param name="Lengths">The properties that give the lengths.</param>
internal sealed record MatrixView(ScalarType Element, string Elements, EquatableArray<string> Lengths)
{
    public BufferType Run => new(Element, BufferKind.ReadOnlySpan);

    public IReadOnlyList<Leaf> Leaves => [new Leaf("", Run), .. Lengths.Select(length => new Leaf(length, IrType.Int))];

    /// <summary>Null for any other type.</summary>
    public static MatrixView? Of(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && Is(named) && TypeMap.Scalar(named.TypeArguments[0]) is ScalarType element
            ? new MatrixView(element, named.Name == "ScalarBatch" ? "Values" : "Elements", LengthsOf(named.Name))
            : null;

    public static bool Is(INamedTypeSymbol type) =>
        type is { Name: "Matrix" or "MatrixBatch" or "ScalarBatch", Arity: 1, IsRefLikeType: true, ContainingType: null }
        && type.ContainingNamespace is { Name: "StaticAd", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Whether an operation around a view, or around memory, gives a view of the same memory, or that memory itself.</summary>
    public static bool IsPartOf(IOperation part, IOperation around) => around switch
    {
        IPropertyReferenceOperation property => property.Instance == part && Of(part.Type) is not null,
        IInvocationOperation { TargetMethod.Name: "Row" or "Compact" } call => call.Instance == part && Of(part.Type) is not null,
        IArgumentOperation { Parent: IObjectCreationOperation creation } => Of(creation.Type) is not null,
        IObjectCreationOperation creation => Of(creation.Type) is not null,
        _ => false,
    };

    /// <summary>The parts of which a value is made.</summary>
    public IReadOnlyList<StructField> Fields(INamedTypeSymbol type) =>
    [
        .. Lengths.Prepend(Elements).Zip(Leaves, (name, leaf) => (Symbol: type.GetMembers(name).First(), Leaf: leaf))
            .Select((part, i) => new StructField(part.Symbol, i, [part.Leaf])),
    ];

    private static EquatableArray<string> LengthsOf(string name) => name switch
    {
        "Matrix" => ["Rows", "Columns"],
        "MatrixBatch" => ["Count", "Rows", "Columns"],
        _ => [],
    };
}
