using System.ComponentModel;
using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of <see cref="LinearAlgebra.Multiply"/> and <see cref="LinearAlgebra.MultiplyAdd"/>, as rules: Ā = G Bᵀ, B̄ = Aᵀ G.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class ProductRules
{
    /// <summary>The product and the gradients of its operands.</summary>
    /// <inheritdoc cref="MultiplyBackward"/>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Multiply), Mode = DerivativeMode.Vjp)]
    public static void MultiplyVjp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, int rows, int inner, int columns, bool transposeA, bool transposeB,
        Span<T> productBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Multiply(a, b, product, rows, inner, columns, transposeA, transposeB);
        da.Clear();
        db.Clear();
        AddGradients(a, b, productBar, da, db, rows, inner, columns, transposeA, transposeB);
        productBar.Clear();
    }

    /// <summary>Ẏ = Ȧ B + A Ḃ.</summary>
    /// <inheritdoc cref="MultiplyBackward"/>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Multiply), Mode = DerivativeMode.Jvp)]
    public static void MultiplyJvp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, int rows, int inner, int columns, bool transposeA, bool transposeB,
        ReadOnlySpan<T> aDot, ReadOnlySpan<T> bDot, Span<T> productDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Multiply(a, b, product, rows, inner, columns, transposeA, transposeB);
        LinearAlgebra.Multiply(aDot, b, productDot, rows, inner, columns, transposeA, transposeB);
        LinearAlgebra.MultiplyAdd(a, bDot, productDot, rows, inner, columns, transposeA, transposeB);
    }

    /// <summary>The sum with the product, and the gradients of the factors; that of what the product is added to passes through.</summary>
    /// <inheritdoc cref="MultiplyBackward"/>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.MultiplyAdd), Mode = DerivativeMode.Vjp)]
    public static void MultiplyAddVjp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> sum, int rows, int inner, int columns, bool transposeA, bool transposeB,
        Span<T> sumBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.MultiplyAdd(a, b, sum, rows, inner, columns, transposeA, transposeB);
        da.Clear();
        db.Clear();
        AddGradients(a, b, sumBar, da, db, rows, inner, columns, transposeA, transposeB);
    }

    /// <summary>Ṡ + Ȧ B + A Ḃ.</summary>
    /// <inheritdoc cref="MultiplyAddVjp"/>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.MultiplyAdd), Mode = DerivativeMode.Jvp)]
    public static void MultiplyAddJvp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> sum, int rows, int inner, int columns, bool transposeA, bool transposeB,
        ReadOnlySpan<T> aDot, ReadOnlySpan<T> bDot, Span<T> sumDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.MultiplyAdd(a, b, sum, rows, inner, columns, transposeA, transposeB);
        LinearAlgebra.MultiplyAdd(aDot, b, sumDot, rows, inner, columns, transposeA, transposeB);
        LinearAlgebra.MultiplyAdd(a, bDot, sumDot, rows, inner, columns, transposeA, transposeB);
    }

    /// <summary>The product; the backward sweep needs nothing but the factors.</summary>
    /// <inheritdoc cref="MultiplyBackward"/>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Multiply), Mode = DerivativeMode.Forward)]
    public static void MultiplyForward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, int rows, int inner, int columns, bool transposeA, bool transposeB, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.Multiply(a, b, product, rows, inner, columns, transposeA, transposeB);

    /// <summary>Adds the gradients of the factors.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The left factors.</param>
    /// <param name="b">The right factors.</param>
    /// <param name="product">The product.</param>
    /// <param name="rows">Rows of the product.</param>
    /// <param name="inner">Columns of the left factor, and rows of the right one.</param>
    /// <param name="columns">Columns of the product.</param>
    /// <param name="transposeA">Whether the left factors are stored transposed.</param>
    /// <param name="transposeB">Whether the right factors are stored transposed.</param>
    /// <param name="productBar">Cotangent of the product; zero on return.</param>
    /// <param name="da">Gradient of <paramref name="a"/>.</param>
    /// <param name="db">Gradient of <paramref name="b"/>.</param>
    /// <param name="tape">The tape.</param>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Multiply), Mode = DerivativeMode.Backward)]
    public static void MultiplyBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, [Scratch] ReadOnlySpan<T> product, int rows, int inner, int columns, bool transposeA, bool transposeB,
        Span<T> productBar, Span<T> da, Span<T> db, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddGradients(a, b, productBar, da, db, rows, inner, columns, transposeA, transposeB);
        productBar.Clear();
    }

    // One sweep over memory; what it computes is differentiated as the operations that it consists of.
    internal static void AddGradients<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> productBar, Span<T> da, Span<T> db,
        int rows, int inner, int columns, bool transposeA, bool transposeB)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedMultiply.AddGradients(a, b, productBar, da, db, new SmallShape(rows, inner, columns, transposeA, transposeB));

    [DerivativeOf(typeof(ProductRules), nameof(AddGradients), Mode = DerivativeMode.Vjp)]
    internal static void AddGradientsVjp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> productBar, Span<T> da, Span<T> db,
        int rows, int inner, int columns, bool transposeA, bool transposeB,
        Span<T> daBar, Span<T> dbBar, Span<T> dA, Span<T> dB, Span<T> dProductBar)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        AddGradientsInStepsVjp(a, b, productBar, da, db, rows, inner, columns, transposeA, transposeB, daBar, dbBar, dA, dB, dProductBar);

    [DerivativeOf(typeof(ProductRules), nameof(AddGradients), Mode = DerivativeMode.Jvp)]
    internal static void AddGradientsJvp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> productBar, Span<T> da, Span<T> db,
        int rows, int inner, int columns, bool transposeA, bool transposeB,
        ReadOnlySpan<T> aDot, ReadOnlySpan<T> bDot, ReadOnlySpan<T> productBarDot, Span<T> daDot, Span<T> dbDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        AddGradientsInStepsJvp(a, b, productBar, da, db, rows, inner, columns, transposeA, transposeB, aDot, bDot, productBarDot, daDot, dbDot);

    // One matrix that serves a whole batch takes the sum of what all have for it: so does the target of MultiplyAdd.
    [Differentiable]
    internal static void AddGradientsInSteps<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> productBar, Span<T> da, Span<T> db,
        int rows, int inner, int columns, bool transposeA, bool transposeB)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (transposeA)
        {
            LinearAlgebra.MultiplyAdd(b, productBar, da, inner, columns, rows, transposeB, true);
        }
        else
        {
            LinearAlgebra.MultiplyAdd(productBar, b, da, rows, columns, inner, false, !transposeB);
        }

        if (transposeB)
        {
            LinearAlgebra.MultiplyAdd(productBar, a, db, columns, rows, inner, true, transposeA);
        }
        else
        {
            LinearAlgebra.MultiplyAdd(a, productBar, db, inner, rows, columns, !transposeA, false);
        }
    }
}
