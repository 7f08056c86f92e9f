using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The transposes of a batch.</summary>
internal readonly unsafe struct TransposeOperation<T>(BatchOperand<T> a, T* transposed, int rows, int columns) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A square of so many rows and columns and its transpose are in the first cache together.</summary>
    private const int TileSize = 32;

    public BatchResults<T> Results => new(new BatchResult<T>(transposed, a.Elements));

    public ResultUse Use => ResultUse.Written;

    public int WorkVectors => a.Elements;

    public Pivots RunOne(int index, T* first, T* second)
    {
        Block<T> source = new(a.At(index), rows, columns);
        Block<T> target = new(first, columns, rows);
        for (int i = 0; i < rows; i += TileSize)
        {
            int height = Math.Min(TileSize, rows - i);
            for (int j = 0; j < columns; j += TileSize)
            {
                int width = Math.Min(TileSize, columns - j);
                source.Part(i, j, height, width).Transposed.CopyTo(target.Part(j, i, width, height));
            }
        }

        return Pivots.Regular;
    }

    public TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        a.Read(group, work);
        SmallOperand<TLane, TScalar, TMask>.Of(work, columns, rows, transpose: true).CopyTo(results, columns, rows);
        return TMask.True;
    }
}
