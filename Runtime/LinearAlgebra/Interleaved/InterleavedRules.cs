using System.ComponentModel;
using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>
/// The sweeps of operations whose matrices are interleaved (<see cref="Interleaving"/>), named and called as the rules of the operations are, but for the tape.
/// No matrix serves a whole batch, and no exception is thrown: what cannot be computed is NaN, and what depends on it. Cotangents are left as they are:
/// each result has been written once, and nobody reads its cotangent again.
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
        if (!Fit(product, rows * columns, a, rows * inner) || !Fit(product, rows * columns, b, inner * columns))
        {
            return;
        }

        fixed (T* left = a, right = b, target = product)
        {
            WidestLanes.Run<T, ProductWork>(new ProductWork(
                left, right, target, Groups(product, rows * columns), new SmallShape(rows, inner, columns, transposeA, transposeB)));
        }
    }

    /// <summary><see cref="ProductRules.MultiplyBackward"/>.</summary>
    public static void MultiplyBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> product, int rows, int inner, int columns, bool transposeA, bool transposeB,
        Span<T> productBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Fit(productBar, rows * columns, a, rows * inner) || !Fit(productBar, rows * columns, b, inner * columns))
        {
            return;
        }

        fixed (T* left = a, right = b, cotangent = productBar, leftGradient = da, rightGradient = db)
        {
            SmallShape shape = new(rows, inner, columns, transposeA, transposeB);
            int groups = Groups(product, rows * columns);
            if (shape is { Rows: 3, Inner: 3, Columns: 3, TransposeA: false, TransposeB: false })
            {
                WidestLanes.Run<T, ThreeProductGradientWork>(new ThreeProductGradientWork(left, right, cotangent, leftGradient, rightGradient, groups));
            }
            else
            {
                ProductGradientOperation<T> operation = new(
                    BatchOperand<T>.Interleaved(left, rows * inner), BatchOperand<T>.Interleaved(right, inner * columns),
                    BatchOperand<T>.Interleaved(cotangent, rows * columns),
                    new BatchResult<T>(leftGradient, rows * inner), new BatchResult<T>(rightGradient, inner * columns), shape);
                InterleavedRun.Run<T, ProductGradientOperation<T>>(operation, groups);
            }
        }
    }

    /// <summary><see cref="InverseRules.InverseForward"/>.</summary>
    public static void InverseForward<T>(ReadOnlySpan<T> a, Span<T> inverse, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Fit(inverse, n * n, a, n * n))
        {
            return;
        }

        fixed (T* source = a, target = inverse)
        {
            if (n == 3)
            {
                WidestLanes.Run<T, ThreeInverseWork>(new ThreeInverseWork(source, target, Groups(a, n * n)));
            }
            else
            {
                InverseOperation<T> operation = new(BatchOperand<T>.Interleaved(source, n * n), target, n, ResultUse.Written);
                InterleavedRun.Run<T, InverseOperation<T>>(operation, Groups(a, n * n));
            }
        }
    }

    /// <summary><see cref="InverseRules.InverseBackward"/>.</summary>
    public static void InverseBackward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> inverse, int n, Span<T> inverseBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* y = inverse, cotangent = inverseBar, gradient = da)
        {
            if (n == 3)
            {
                WidestLanes.Run<T, ThreeInverseGradientWork>(new ThreeInverseGradientWork(y, cotangent, gradient, Groups(inverse, n * n)));
            }
            else
            {
                InverseGradientOperation<T> operation = new(
                    BatchOperand<T>.Interleaved(y, n * n), BatchOperand<T>.Interleaved(cotangent, n * n), new BatchResult<T>(gradient, n * n), n);
                InterleavedRun.Run<T, InverseGradientOperation<T>>(operation, Groups(inverse, n * n));
            }
        }
    }

    /// <summary><see cref="SolveRules.SolveForward"/>.</summary>
    public static void SolveForward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Fit(x, n * columns, a, n * n) || !Fit(x, n * columns, b, n * columns))
        {
            return;
        }

        fixed (T* matrix = a, right = b, solution = x)
        {
            SolveOperation<T> operation = new(
                BatchOperand<T>.Interleaved(matrix, n * n), BatchOperand<T>.Interleaved(right, n * columns), solution, n, columns, ResultUse.Written);
            InterleavedRun.Run<T, SolveOperation<T>>(operation, Groups(a, n * n));
        }
    }

    /// <summary><see cref="SolveRules.SolveBackward"/>.</summary>
    public static void SolveBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> x, int n, int columns, Span<T> xBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Fit(xBar, n * columns, a, n * n))
        {
            return;
        }

        fixed (T* matrix = a, solution = x, cotangent = xBar, gradient = da, rightGradient = db)
        {
            SolveGradientOperation<T> operation = new(
                BatchOperand<T>.Interleaved(matrix, n * n), BatchOperand<T>.Interleaved(solution, n * columns),
                BatchOperand<T>.Interleaved(cotangent, n * columns),
                new BatchResult<T>(gradient, n * n), new BatchResult<T>(rightGradient, n * columns), n, columns);
            InterleavedRun.Run<T, SolveGradientOperation<T>>(operation, Groups(a, n * n));
        }
    }

    /// <summary><see cref="CholeskyRules.CholeskyForward"/>.</summary>
    public static void CholeskyForward<T>(ReadOnlySpan<T> a, Span<T> factor, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Fit(factor, n * n, a, n * n))
        {
            return;
        }

        fixed (T* source = a, target = factor)
        {
            CholeskyOperation<T> operation = new(BatchOperand<T>.Interleaved(source, n * n), target, n, ResultUse.Written);
            InterleavedRun.Run<T, CholeskyOperation<T>>(operation, Groups(a, n * n));
        }
    }

    /// <summary><see cref="CholeskyRules.CholeskyBackward"/>.</summary>
    public static void CholeskyBackward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> factor, int n, Span<T> factorBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Fit(factorBar, n * n, factor, n * n))
        {
            return;
        }

        fixed (T* source = factor, cotangent = factorBar, gradient = da)
        {
            CholeskyGradientOperation<T> operation = new(
                BatchOperand<T>.Interleaved(source, n * n), BatchOperand<T>.Interleaved(cotangent, n * n), new BatchResult<T>(gradient, n * n), n);
            InterleavedRun.Run<T, CholeskyGradientOperation<T>>(operation, Groups(factor, n * n));
        }
    }

    /// <summary>Whether an operand has as many matrices as the result; else the result is NaN.</summary>
    private static bool Fit<T>(Span<T> result, int size, ReadOnlySpan<T> operand, int operandSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int group = size * WidestLanes.Width<T>();
        bool fit = group > 0 && result.Length % group == 0 && (long)(result.Length / size) * operandSize == operand.Length;
        if (!fit)
        {
            result.Fill(T.NaN);
        }

        return fit;
    }

    private static int Groups<T>(ReadOnlySpan<T> matrices, int size)
        where T : unmanaged =>
        matrices.IsEmpty ? 0 : matrices.Length / (size * WidestLanes.Width<T>());
}
