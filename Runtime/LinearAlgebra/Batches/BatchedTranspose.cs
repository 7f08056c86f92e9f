using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Transposes and traces of the matrices of a batch.</summary>
internal static unsafe class BatchedTranspose
{
    /// <summary>A square of so many rows and columns and its transpose are in the first cache together.</summary>
    private const int TileSize = 32;

    /// <summary>Up to here tiles cost more than they save.</summary>
    private const int LargestSmall = 16;

    public static void Run<T>(ReadOnlySpan<T> a, Span<T> transposed, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long size = BatchLengths.Size(rows, columns, nameof(rows), nameof(columns));
        int count = BatchLengths.Count(transposed.Length, size, nameof(transposed));
        nint step = BatchLengths.Step(a.Length, size, count, nameof(a));
        BatchLengths.NoOverlap(transposed, a, nameof(transposed));
        fixed (T* source = a, target = transposed)
        {
            if (rows <= LargestSmall && columns <= LargestSmall)
            {
                SmallTranspose.Copy(source, step, target, count, rows, columns);
                return;
            }

            for (int i = 0; i < count; i++)
            {
                InTiles(new Block<T>(source + (i * step), rows, columns), new Block<T>(target + (i * (nint)size), columns, rows));
            }
        }
    }

    /// <summary>Adds transposes to matrices, or to one matrix those of a whole batch.</summary>
    public static void Add<T>(ReadOnlySpan<T> a, Span<T> sum, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int size = rows * columns, count = size == 0 ? 0 : a.Length / size;
        fixed (T* source = a, target = sum)
        {
            SmallTranspose.Add(source, target, sum.Length == size ? 0 : size, count, rows, columns);
        }
    }

    public static void Trace<T>(ReadOnlySpan<T> a, Span<T> traces, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint step = BatchLengths.Step(a.Length, BatchLengths.Size(rows, columns, nameof(rows), nameof(columns)), traces.Length, nameof(a));
        BatchLengths.NoOverlap(traces, a, nameof(traces));
        fixed (T* start = a)
        {
            for (int i = 0; i < traces.Length; i++)
            {
                T* diagonal = start + (i * step);
                T sum = T.Zero;
                for (int k = 0; k < Math.Min(rows, columns); k++)
                {
                    sum += diagonal[k * ((nint)columns + 1)];
                }

                traces[i] = sum;
            }
        }
    }

    private static void InTiles<T>(Block<T> a, Block<T> target)
        where T : unmanaged
    {
        for (int i = 0; i < a.Rows; i += TileSize)
        {
            int height = Math.Min(TileSize, a.Rows - i);
            for (int j = 0; j < a.Columns; j += TileSize)
            {
                int width = Math.Min(TileSize, a.Columns - j);
                a.Part(i, j, height, width).Transposed.CopyTo(target.Part(j, i, width, height));
            }
        }
    }
}
