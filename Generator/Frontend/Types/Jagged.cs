using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// An array of arrays of numbers. A variable of such a type is two buffers in the IR: the run of the elements of all rows, one row
/// behind the other, and where each row starts in it; behind the last start stands the length of the run.
/// </summary>
internal sealed record Jagged(ScalarType Element)
{
    public static readonly BufferType Starts = new(IrType.Int, BufferKind.ReadOnlySpan);

    public IReadOnlyList<Leaf> Leaves => [new Leaf("", new BufferType(Element, BufferKind.Array)), new Leaf("Starts", Starts)];

    /// <summary>Null for any other type.</summary>
    public static Jagged? Of(ITypeSymbol? type) =>
        type is IArrayTypeSymbol { IsSZArray: true, ElementType: IArrayTypeSymbol { IsSZArray: true } row } && TypeMap.Scalar(row.ElementType) is ScalarType element
            ? new Jagged(element)
            : null;
}
