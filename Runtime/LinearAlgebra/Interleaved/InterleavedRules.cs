using System.ComponentModel;
using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>
/// The sweeps of operations whose matrices are interleaved (<see cref="Interleaving"/>), named and called as the rules of the operations are, but for the tape.
/// No matrix serves a whole batch, lengths are not checked, and no exception is thrown: what cannot be computed is NaN.
/// </summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class InterleavedRules
{
    /// <summary><see cref="ProductRules.MultiplyForward"/>.</summary>
    public static void MultiplyForward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, int rows, int inner, int columns, bool transposeA, bool transposeB)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* left = a, right = b, target = product)
        {
            MultiplyOperation<T> operation = new(
                BatchOperand<T>.Interleaved(left, rows * inner), BatchOperand<T>.Interleaved(right, inner * columns),
                new BatchResult<T>(target, rows * columns), new SmallShape(rows, inner, columns, transposeA, transposeB), ResultUse.Written);
            InterleavedRun.Run<T, MultiplyOperation<T>>(operation, Groups(product, rows * columns));
        }
    }

    /// <summary><see cref="ProductRules.MultiplyBackward"/>.</summary>
    public static void MultiplyBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> product, int rows, int inner, int columns, bool transposeA, bool transposeB,
        Span<T> productBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* left = a, right = b, cotangent = productBar, leftGradient = da, rightGradient = db)
        {
            ProductGradientOperation<T> operation = new(
                BatchOperand<T>.Interleaved(left, rows * inner), BatchOperand<T>.Interleaved(right, inner * columns),
                BatchOperand<T>.Interleaved(cotangent, rows * columns),
                new BatchResult<T>(leftGradient, rows * inner), new BatchResult<T>(rightGradient, inner * columns),
                new SmallShape(rows, inner, columns, transposeA, transposeB));
            InterleavedRun.Run<T, ProductGradientOperation<T>>(operation, Groups(product, rows * columns));
        }

        productBar.Clear();
    }

    /// <summary><see cref="InverseRules.InverseForward"/>.</summary>
    public static void InverseForward<T>(ReadOnlySpan<T> a, Span<T> inverse, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* source = a, target = inverse)
        {
            InverseOperation<T> operation = new(BatchOperand<T>.Interleaved(source, n * n), target, n, ResultUse.Written);
            InterleavedRun.Run<T, InverseOperation<T>>(operation, Groups(a, n * n));
        }
    }

    /// <summary><see cref="InverseRules.InverseBackward"/>.</summary>
    public static void InverseBackward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> inverse, int n, Span<T> inverseBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* y = inverse, cotangent = inverseBar, gradient = da)
        {
            InverseGradientOperation<T> operation = new(
                BatchOperand<T>.Interleaved(y, n * n), BatchOperand<T>.Interleaved(cotangent, n * n), new BatchResult<T>(gradient, n * n), n);
            InterleavedRun.Run<T, InverseGradientOperation<T>>(operation, Groups(inverse, n * n));
        }

        inverseBar.Clear();
    }

    private static int Groups<T>(ReadOnlySpan<T> matrices, int size)
        where T : unmanaged =>
        matrices.IsEmpty ? 0 : matrices.Length / (size * WidestLanes.Width<T>());
}
