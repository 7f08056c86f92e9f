using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

public static partial class TransposeRules
{
    /// <summary>The operation itself; the backward sweep needs nothing else.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Transpose), Mode = DerivativeMode.Forward)]
    public static void TransposeForward<T>(ReadOnlySpan<T> a, Span<T> transposed, int rows, int columns, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.Transpose(a, transposed, rows, columns);

    /// <summary>Adds the gradient.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Transpose), Mode = DerivativeMode.Backward)]
    public static void TransposeBackward<T>(
        ReadOnlySpan<T> a, [Scratch] ReadOnlySpan<T> transposed, int rows, int columns, Span<T> transposedBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        BatchedTranspose.Add(transposedBar, da, columns, rows);
        transposedBar.Clear();
    }

    /// <summary>The operation itself; the backward sweep needs nothing else.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Trace), Mode = DerivativeMode.Forward)]
    public static void TraceForward<T>(ReadOnlySpan<T> a, Span<T> traces, int rows, int columns, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.Trace(a, traces, rows, columns);

    /// <summary>Adds the gradient.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Trace), Mode = DerivativeMode.Backward)]
    public static void TraceBackward<T>(
        ReadOnlySpan<T> a, [Scratch] ReadOnlySpan<T> traces, int rows, int columns, Span<T> tracesBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddToDiagonals(tracesBar, da, rows, columns);
        tracesBar.Clear();
    }

    private static void AddToDiagonals<T>(ReadOnlySpan<T> numbers, Span<T> matrices, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int step = matrices.Length == rows * columns ? 0 : rows * columns;
        for (int i = 0; i < numbers.Length; i++)
        {
            for (int j = 0; j < Math.Min(rows, columns); j++)
            {
                matrices[(i * step) + (j * (columns + 1))] += numbers[i];
            }
        }
    }
}
