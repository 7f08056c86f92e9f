using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// An array of several dimensions. A variable of such a type is several values in the IR: the run of all elements, row by row, and
/// the length of each dimension.
/// </summary>
internal sealed record Grid(ScalarType Element, int Rank)
{
    public IReadOnlyList<Leaf> Leaves =>
    [
        new Leaf("", new BufferType(Element, BufferKind.Span)),
        .. Enumerable.Range(0, Rank).Select(dimension => new Leaf(Grids.LengthName(dimension), IrType.Int)),
    ];

    /// <summary>Null for any other type.</summary>
    public static Grid? Of(ITypeSymbol? type) =>
        type is IArrayTypeSymbol { IsSZArray: false } array && TypeMap.Scalar(array.ElementType) is ScalarType element
            ? new Grid(element, array.Rank)
            : null;
}
