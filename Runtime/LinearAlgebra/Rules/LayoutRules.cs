using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of products of elements, of diagonals and of Kronecker products, as rules.</summary>
/// <remarks>
/// This type supports generated code; it is not meant to be used directly. Parameters are those of the operation, then the cotangent of its
/// result, zero on return, and the gradients of its operands, which are overwritten; or tangents.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class LayoutRules
{
    /// <summary>The gradient of an element is the product of all others, without a division.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Products), Mode = DerivativeMode.Vjp)]
    public static void ProductsVjp<T>(ReadOnlySpan<T> a, Span<T> products, int size, Span<T> productsBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Products(a, products, size);
        for (int i = 0; i < products.Length; i++)
        {
            T before = productsBar[i];
            for (int j = i * size; j < (i + 1) * size; j++)
            {
                da[j] = before;
                before *= a[j];
            }

            T after = T.One;
            for (int j = ((i + 1) * size) - 1; j >= i * size; j--)
            {
                da[j] *= after;
                after *= a[j];
            }
        }

        productsBar.Clear();
    }

    /// <summary>The product rule, element by element.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Products), Mode = DerivativeMode.Jvp)]
    public static void ProductsJvp<T>(ReadOnlySpan<T> a, Span<T> products, int size, ReadOnlySpan<T> aDot, Span<T> productsDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Products(a, products, size);
        for (int i = 0; i < products.Length; i++)
        {
            T product = T.One, tangent = T.Zero;
            for (int j = i * size; j < (i + 1) * size; j++)
            {
                tangent = (tangent * a[j]) + (product * aDot[j]);
                product *= a[j];
            }

            productsDot[i] = tangent;
        }
    }

    /// <summary>The cotangent, where the diagonals are.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Diagonals), Mode = DerivativeMode.Vjp)]
    public static void DiagonalsVjp<T>(
        ReadOnlySpan<T> a, Span<T> diagonals, int rows, int columns, int offset, Span<T> diagonalsBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Diagonals(a, diagonals, rows, columns, offset);
        da.Clear();
        int first = offset >= 0 ? offset : -offset * columns, count = rows * columns == 0 ? 0 : a.Length / (rows * columns);
        int length = count == 0 ? 0 : diagonals.Length / count;
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < length; j++)
            {
                da[(i * rows * columns) + first + (j * (columns + 1))] = diagonalsBar[(i * length) + j];
            }
        }

        diagonalsBar.Clear();
    }

    /// <summary>Diagonals of matrices and of tangents.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Diagonals), Mode = DerivativeMode.Jvp)]
    public static void DiagonalsJvp<T>(
        ReadOnlySpan<T> a, Span<T> diagonals, int rows, int columns, int offset, ReadOnlySpan<T> aDot, Span<T> diagonalsDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Diagonals(a, diagonals, rows, columns, offset);
        LinearAlgebra.Diagonals(aDot, diagonalsDot, rows, columns, offset);
    }

    /// <summary>The diagonals of the cotangent.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.DiagonalMatrices), Mode = DerivativeMode.Vjp)]
    public static void DiagonalMatricesVjp<T>(
        ReadOnlySpan<T> diagonals, Span<T> matrices, int length, int offset, Span<T> matricesBar, Span<T> ddiagonals)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.DiagonalMatrices(diagonals, matrices, length, offset);
        LinearAlgebra.Diagonals(matricesBar, ddiagonals, length + Math.Abs(offset), length + Math.Abs(offset), offset);
        matricesBar.Clear();
    }

    /// <summary>Matrices of diagonals and of tangents.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.DiagonalMatrices), Mode = DerivativeMode.Jvp)]
    public static void DiagonalMatricesJvp<T>(
        ReadOnlySpan<T> diagonals, Span<T> matrices, int length, int offset, ReadOnlySpan<T> diagonalsDot, Span<T> matricesDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.DiagonalMatrices(diagonals, matrices, length, offset);
        LinearAlgebra.DiagonalMatrices(diagonalsDot, matricesDot, length, offset);
    }

    /// <summary>Ā[i, j] = ⟨G[(i, ·), (j, ·)], B⟩, and likewise B̄.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Kronecker), Mode = DerivativeMode.Vjp)]
    public static void KroneckerVjp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, int rowsA, int columnsA, int rowsB, int columnsB,
        Span<T> productBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Kronecker(a, b, product, rowsA, columnsA, rowsB, columnsB);
        da.Clear();
        db.Clear();
        int sizeA = rowsA * columnsA, sizeB = rowsB * columnsB, count = sizeA * sizeB == 0 ? 0 : product.Length / (sizeA * sizeB);
        int stepA = a.Length == sizeA ? 0 : sizeA, stepB = b.Length == sizeB ? 0 : sizeB;
        for (int m = 0; m < count; m++)
        {
            for (int i = 0; i < sizeA; i++)
            {
                int start = (m * sizeA * sizeB) + (i / columnsA * rowsB * columnsA * columnsB) + (i % columnsA * columnsB);
                for (int k = 0; k < sizeB; k++)
                {
                    T bar = productBar[start + (k / columnsB * columnsA * columnsB) + (k % columnsB)];
                    da[(m * stepA) + i] += bar * b[(m * stepB) + k];
                    db[(m * stepB) + k] += bar * a[(m * stepA) + i];
                }
            }
        }

        productBar.Clear();
    }

    /// <summary>Ȧ ⊗ B + A ⊗ Ḃ.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Kronecker), Mode = DerivativeMode.Jvp)]
    public static void KroneckerJvp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, int rowsA, int columnsA, int rowsB, int columnsB,
        ReadOnlySpan<T> aDot, ReadOnlySpan<T> bDot, Span<T> productDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Kronecker(a, b, product, rowsA, columnsA, rowsB, columnsB);
        using var arena = Arena.Enter();
        Span<T> second = arena.Allocate<T>(product.Length);
        LinearAlgebra.Kronecker(aDot, b, productDot, rowsA, columnsA, rowsB, columnsB);
        LinearAlgebra.Kronecker(a, bDot, second, rowsA, columnsA, rowsB, columnsB);
        LinearAlgebra.Accumulate(second, productDot, Math.Max(1, product.Length));
    }
}
