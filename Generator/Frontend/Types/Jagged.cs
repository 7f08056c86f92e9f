using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// An array of arrays of numbers. A variable of such a type is two buffers in the IR: the run of the elements of all rows, one row
/// behind the other, and where in it each row starts, then where each ends, so that a row can take the place of another.
/// </summary>
internal sealed record Jagged(ScalarType Element)
{
    public static readonly BufferType Bounds = new(IrType.Int, BufferKind.Span);

    public IReadOnlyList<Leaf> Leaves => [new Leaf("", new BufferType(Element, BufferKind.Array)), new Leaf("Bounds", Bounds)];

    /// <summary>Null for any other type.</summary>
    public static Jagged? Of(ITypeSymbol? type) =>
        type is IArrayTypeSymbol { IsSZArray: true, ElementType: IArrayTypeSymbol { IsSZArray: true } row } && TypeMap.Scalar(row.ElementType) is ScalarType element
            ? new Jagged(element)
            : null;
}
