using System.Numerics;
using StaticAd.CompilerServices;
using StaticAd.Kernels;

namespace StaticAd.Tests.Linear.Small;

/// <summary>Operations in lanes, whatever the size of a batch. Operands of one matrix serve all.</summary>
internal static unsafe class InLanes
{
    public static void Multiply<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, SmallShape shape, bool add)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* left = a, right = b, result = product)
        {
            int elements = shape.Rows * shape.Columns;
            int count = product.Length / elements;
            Run<T, MultiplyOperation<T>>(
                new(Operand(left, a, shape.Rows * shape.Inner), Operand(right, b, shape.Inner * shape.Columns), new(result, elements), shape, add ? ResultUse.Added : ResultUse.Written),
                count,
                out _);
        }
    }

    public static bool TryInverse<T>(ReadOnlySpan<T> a, Span<T> inverse, int n, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* matrix = a, result = inverse)
        {
            return Run<T, InverseOperation<T>>(new(new(matrix, n * n, n * n), result, n, ResultUse.Kept), inverse.Length / (n * n), out failed);
        }
    }

    public static bool TryCholesky<T>(ReadOnlySpan<T> a, Span<T> factor, int n, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* matrix = a, result = factor)
        {
            return Run<T, CholeskyOperation<T>>(new(new(matrix, n * n, n * n), result, n, ResultUse.Kept), factor.Length / (n * n), out failed);
        }
    }

    public static bool TrySolve<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* matrix = a, right = b, result = x)
        {
            return Run<T, SolveOperation<T>>(
                new(Operand(matrix, a, n * n), Operand(right, b, n * columns), result, n, columns, ResultUse.Kept), x.Length / (n * columns), out failed);
        }
    }

    public static void SolveTriangular<T>(ReadOnlySpan<T> t, ReadOnlySpan<T> b, Span<T> x, int n, int columns, SmallTriangleKind kind)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* matrix = t, right = b, result = x)
        {
            Run<T, TriangularOperation<T>>(
                new(Operand(matrix, t, n * n), Operand(right, b, n * columns), result, kind, n, columns), x.Length / (n * columns), out _);
        }
    }

    public static void Determinant<T>(ReadOnlySpan<T> a, Span<T> determinants, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* matrix = a, result = determinants)
        {
            Run<T, DeterminantOperation<T>>(new(new(matrix, n * n, n * n), result, n), determinants.Length, out _);
        }
    }

    private static bool Run<T, TOperation>(TOperation operation, int count, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IBatchOperation<T> =>
        BatchRun.Run<T, TOperation>(operation, count, inLanes: true, out failed) == Pivots.Regular;

    private static BatchOperand<T> Operand<T>(T* first, ReadOnlySpan<T> matrices, int elements)
        where T : unmanaged
        => new(first, elements, matrices.Length == elements ? 0 : elements);
}
