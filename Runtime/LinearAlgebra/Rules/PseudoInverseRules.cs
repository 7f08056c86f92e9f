using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>
/// The derivatives of <see cref="LinearAlgebra.PseudoInverse"/>, as rules: for the pseudo-inverse Y and its cotangent G,
/// Ā = −Yᵀ G Yᵀ + (I − A Y) Gᵀ Y Yᵀ + Yᵀ Y Gᵀ (I − Y A), and Ẏ = −Y Ȧ Y + Y Yᵀ Ȧᵀ (I − A Y) + (I − Y A) Ȧᵀ Yᵀ Y.
/// Golub, Pereyra: The differentiation of pseudo-inverses and nonlinear least squares problems whose variables separate (SINUM 10, 1973).
/// </summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class PseudoInverseRules
{
    /// <summary>The pseudo-inverses, and the gradient of the matrices.</summary>
    /// <inheritdoc cref="PseudoInverseBackward"/>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.PseudoInverse), Mode = DerivativeMode.Vjp)]
    public static void PseudoInverseVjp<T>(ReadOnlySpan<T> a, Span<T> inverse, int rows, int columns, Span<T> inverseBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.PseudoInverse(a, inverse, rows, columns);
        da.Clear();
        AddGradient(a, inverse, rows, columns, inverseBar, da);
        inverseBar.Clear();
    }

    /// <summary>The pseudo-inverses and their tangents.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="inverse">Takes their pseudo-inverses.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="inverseDot">Takes the tangents of the pseudo-inverses.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.PseudoInverse), Mode = DerivativeMode.Jvp)]
    public static void PseudoInverseJvp<T>(
        ReadOnlySpan<T> a, Span<T> inverse, int rows, int columns, ReadOnlySpan<T> aDot, Span<T> inverseDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.PseudoInverse(a, inverse, rows, columns);
        Tangent(a, inverse, aDot, inverseDot, rows, columns);
    }

    /// <summary>The pseudo-inverses: all that the backward sweep needs.</summary>
    /// <inheritdoc cref="PseudoInverseBackward"/>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.PseudoInverse), Mode = DerivativeMode.Forward)]
    public static void PseudoInverseForward<T>(ReadOnlySpan<T> a, Span<T> inverse, int rows, int columns, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.PseudoInverse(a, inverse, rows, columns);

    /// <summary>Adds the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="inverse">Their pseudo-inverses.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="inverseBar">Cotangent of the pseudo-inverses; zero on return.</param>
    /// <param name="da">Gradient of <paramref name="a"/>.</param>
    /// <param name="tape">The tape.</param>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.PseudoInverse), Mode = DerivativeMode.Backward)]
    public static void PseudoInverseBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> inverse, int rows, int columns, Span<T> inverseBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddGradient(a, inverse, rows, columns, inverseBar, da);
        inverseBar.Clear();
    }

    /// <summary>The adjoint is the tangent of the transposed problem: that of Yᵀ, the pseudo-inverse of Aᵀ, in the direction of G.</summary>
    private static void AddGradient<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> inverse, int rows, int columns, ReadOnlySpan<T> inverseBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> transposed = arena.Allocate<T>(a.Length), transposedInverse = arena.Allocate<T>(inverse.Length);
        Span<T> gradient = arena.Allocate<T>(inverse.Length);
        LinearAlgebra.Transpose(a, transposed, rows, columns);
        LinearAlgebra.Transpose(inverse, transposedInverse, columns, rows);
        Tangent(transposed, transposedInverse, inverseBar, gradient, columns, rows);
        LinearAlgebra.Accumulate(gradient, da, da.Length);
    }

    private static void Tangent<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> inverse, ReadOnlySpan<T> aDot, Span<T> inverseDot, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> left = arena.Allocate<T>((long)inverse.Length / Math.Max(1, columns) * rows);
        Span<T> right = arena.Allocate<T>((long)inverse.Length / Math.Max(1, rows) * columns);
        Span<T> outside = arena.Allocate<T>(inverse.Length);

        // Y Yᵀ Ȧᵀ (I − A Y), Y Yᵀ Ȧᵀ being Y (Ȧ Y)ᵀ.
        LinearAlgebra.Multiply(aDot, inverse, left, rows, columns, rows);
        LinearAlgebra.Multiply(inverse, left, outside, columns, rows, rows, transposeB: true);
        outside.CopyTo(inverseDot);
        LinearAlgebra.Multiply(outside, a, right, columns, rows, columns);
        Scaling.Negate(right);
        LinearAlgebra.MultiplyAdd(right, inverse, inverseDot, columns, columns, rows);

        // (I − Y A) Ȧᵀ Yᵀ Y, Ȧᵀ Yᵀ Y being (Y Ȧ)ᵀ Y.
        LinearAlgebra.Multiply(inverse, aDot, right, columns, rows, columns);
        LinearAlgebra.Multiply(right, inverse, outside, columns, columns, rows, transposeA: true);
        LinearAlgebra.Accumulate(outside, inverseDot, inverseDot.Length);
        LinearAlgebra.Multiply(a, outside, left, rows, columns, rows);
        Scaling.Negate(left);
        LinearAlgebra.MultiplyAdd(inverse, left, inverseDot, columns, rows, rows);

        // −Y Ȧ Y.
        Scaling.Negate(right);
        LinearAlgebra.MultiplyAdd(right, inverse, inverseDot, columns, columns, rows);
    }
}
