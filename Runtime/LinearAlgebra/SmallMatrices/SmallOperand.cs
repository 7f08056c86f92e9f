using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>A group of small matrices that is read as it lies, or transposed.</summary>
/// <param name="elements">The vectors.</param>
/// <param name="rowStride">How many vectors the next row is away.</param>
/// <param name="columnStride">How many vectors the next column is away.</param>
internal readonly struct SmallOperand<TLane, TScalar, TMask>(LaneMemory<TLane, TScalar, TMask> elements, int rowStride, int columnStride)
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    /// <summary>How many vectors the next row is away.</summary>
    public int RowStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => rowStride;
    }

    /// <summary>How many vectors the next column is away.</summary>
    public int ColumnStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => columnStride;
    }

    /// <summary>The same elements, rows taken for columns.</summary>
    public SmallOperand<TLane, TScalar, TMask> Transposed
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(elements, columnStride, rowStride);
    }

    /// <summary>One element of all matrices of the group.</summary>
    public TLane this[int row, int column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => elements[(row * rowStride) + (column * columnStride)];
    }

    /// <summary>The vectors from an element on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneMemory<TLane, TScalar, TMask> From(int row, int column) => elements.From((row * rowStride) + (column * columnStride));

    /// <summary>A matrix of this shape, stored row by row, itself or its transpose, which is then what is stored.</summary>
    public static SmallOperand<TLane, TScalar, TMask> Of(LaneMemory<TLane, TScalar, TMask> elements, int rows, int columns, bool transpose) =>
        transpose ? new(elements, 1, rows) : new(elements, columns, 1);

    /// <summary>Copies the matrices, as they are read here, row by row.</summary>
    public void CopyTo(LaneMemory<TLane, TScalar, TMask> target, int rows, int columns)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                target[(i * columns) + j] = this[i, j];
            }
        }
    }
}
