using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of <see cref="LinearAlgebra.Qr"/>, as rules: with M = R R̄ᵀ − Q̄ᵀ Q and S the symmetric matrix that has the lower triangle of M, Ā = (Q̄ + Q S) R⁻ᵀ (Seeger et al.: Auto-differentiating linear algebra, 2017); with C = Ȧ R⁻¹ and X = Qᵀ C, Ṙ = U R and Q̇ = C − Q U, U being the upper triangle of X + Xᵀ with half the diagonal.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class QrRules
{
    /// <summary>The factors, and the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="q">Takes their orthogonal factors.</param>
    /// <param name="r">Takes their triangular factors.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="qBar">Cotangent of the orthogonal factors; zero on return.</param>
    /// <param name="rBar">Cotangent of the triangular factors, below the diagonal without effect; zero on return.</param>
    /// <param name="da">Takes the gradient of <paramref name="a"/>.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Qr), Mode = DerivativeMode.Vjp)]
    public static void QrVjp<T>(ReadOnlySpan<T> a, Span<T> q, Span<T> r, int rows, int columns, Span<T> qBar, Span<T> rBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Qr(a, q, r, rows, columns);
        da.Clear();
        AddGradient(q, r, rows, columns, qBar, rBar, da);
        qBar.Clear();
        rBar.Clear();
    }

    /// <summary>The factors and their tangents.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="q">Takes their orthogonal factors.</param>
    /// <param name="r">Takes their triangular factors.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="qDot">Takes the tangents of the orthogonal factors.</param>
    /// <param name="rDot">Takes the tangents of the triangular factors.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Qr), Mode = DerivativeMode.Jvp)]
    public static void QrJvp<T>(
        ReadOnlySpan<T> a, Span<T> q, Span<T> r, int rows, int columns, ReadOnlySpan<T> aDot, Span<T> qDot, Span<T> rDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Qr(a, q, r, rows, columns);
        Ranks.RequireFull(r, rows, columns);
        using var arena = Arena.Enter();
        Span<T> transposed = arena.Allocate<T>(aDot.Length), change = arena.Allocate<T>(q.Length);
        Span<T> inBasis = arena.Allocate<T>(r.Length), upper = arena.Allocate<T>(r.Length);
        LinearAlgebra.Transpose(aDot, transposed, rows, columns);
        LinearAlgebra.SolveTriangular(r, transposed, change, columns, rows, upper: true, transposed: true);
        LinearAlgebra.Transpose(change, qDot, columns, rows);
        LinearAlgebra.Multiply(q, qDot, inBasis, columns, rows, columns, transposeA: true);
        for (int i = 0; i < upper.Length; i++)
        {
            int row = i / columns % columns, column = i % columns;
            T mirrored = inBasis[i - (row * columns) - column + (column * columns) + row];
            upper[i] = row < column ? inBasis[i] + mirrored : row == column ? inBasis[i] : T.Zero;
        }

        LinearAlgebra.Multiply(upper, r, rDot, columns, columns, columns);
        Scaling.Negate(upper);
        LinearAlgebra.MultiplyAdd(q, upper, qDot, rows, columns, columns);
    }

    /// <summary>The factors: all that the backward sweep needs.</summary>
    /// <inheritdoc cref="QrBackward"/>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Qr), Mode = DerivativeMode.Forward)]
    public static void QrForward<T>(ReadOnlySpan<T> a, Span<T> q, Span<T> r, int rows, int columns, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.Qr(a, q, r, rows, columns);

    /// <summary>Adds the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="q">Their orthogonal factors.</param>
    /// <param name="r">Their triangular factors.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="qBar">Cotangent of the orthogonal factors; zero on return.</param>
    /// <param name="rBar">Cotangent of the triangular factors, below the diagonal without effect; zero on return.</param>
    /// <param name="da">Gradient of <paramref name="a"/>.</param>
    /// <param name="tape">The tape.</param>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Qr), Mode = DerivativeMode.Backward)]
    public static void QrBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> q, ReadOnlySpan<T> r, int rows, int columns, Span<T> qBar, Span<T> rBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddGradient(q, r, rows, columns, qBar, rBar, da);
        qBar.Clear();
        rBar.Clear();
    }

    private static void AddGradient<T>(
        ReadOnlySpan<T> q, ReadOnlySpan<T> r, int rows, int columns, ReadOnlySpan<T> qBar, ReadOnlySpan<T> rBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Ranks.RequireFull(r, rows, columns);
        using var arena = Arena.Enter();
        Span<T> upper = arena.AllocateZeroed<T>(r.Length), product = arena.Allocate<T>(r.Length);
        Span<T> gradient = arena.Allocate<T>(q.Length), transposed = arena.Allocate<T>(q.Length);
        Triangles.Copy(rBar, upper, columns, upper: true, withoutDiagonal: false);
        LinearAlgebra.Multiply(qBar, q, product, columns, rows, columns, transposeA: true);
        Scaling.Negate(product);
        LinearAlgebra.MultiplyAdd(r, upper, product, columns, columns, columns, transposeB: true);
        Triangles.Mirror(product, upper, columns);
        LinearAlgebra.Multiply(q, upper, gradient, rows, columns, columns);
        LinearAlgebra.Accumulate(qBar, gradient, gradient.Length);
        LinearAlgebra.Transpose(gradient, transposed, rows, columns);
        LinearAlgebra.SolveTriangular(r, transposed, gradient, columns, rows, upper: true);
        LinearAlgebra.Transpose(gradient, transposed, columns, rows);
        LinearAlgebra.Accumulate(transposed, da, da.Length);
    }
}
