using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Transposes and traces of the matrices of a batch.</summary>
internal static unsafe class BatchedTranspose
{
    public static void Run<T>(ReadOnlySpan<T> a, Span<T> transposed, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long size = BatchLengths.Size(rows, columns, nameof(rows), nameof(columns));
        int count = BatchLengths.Count(transposed.Length, size, nameof(transposed));
        nint step = BatchLengths.Step(a.Length, size, count, nameof(a));
        BatchLengths.NoOverlap(transposed, a, nameof(transposed));
        fixed (T* source = a, target = transposed)
        {
            TransposeOperation<T> operation = new(new BatchOperand<T>(source, (int)size, step), target, rows, columns);
            BatchRun.Run<T, TransposeOperation<T>>(operation, count, step != 0 && LaneSizes.PayInTransposes((int)size, count), out _);
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
}
