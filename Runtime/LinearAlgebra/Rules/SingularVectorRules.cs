using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>
/// The derivatives of <see cref="LinearAlgebra.SingularValueDecomposition"/>, as rules: for X = Uᵀ Ū and Y = Vᵀ V̄,
/// Ā = U (K + diag(s̄)) Vᵀ + (I − U Uᵀ) Ū diag(s)⁻¹ Vᵀ + U diag(s)⁻¹ V̄ᵀ (I − V Vᵀ), where
/// 2 K_ij = (P_ij − P_ji) / (s_j − s_i) + (M_ij − M_ji) / (s_j + s_i), P = X + Y, M = X − Y. For N = Uᵀ Ȧ V, ṡ = diag(N), and U̇ and V̇ have in the
/// basis of U and V half the sum and half the difference of (N_ij + N_ji) / (s_j − s_i) and (N_ij − N_ji) / (s_j + s_i).
/// Townsend: Differentiating the singular value decomposition, 2016, the fractions taken apart.
/// </summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class SingularVectorRules
{
    /// <summary>The decompositions, and the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="u">Takes the left singular vectors, in columns.</param>
    /// <param name="values">Takes the singular values.</param>
    /// <param name="vt">Takes the right singular vectors, in rows.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="uBar">Cotangent of the left vectors; zero on return.</param>
    /// <param name="valuesBar">Cotangent of the singular values; zero on return.</param>
    /// <param name="vtBar">Cotangent of the right vectors; zero on return.</param>
    /// <param name="da">Takes the gradient of <paramref name="a"/>.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SingularValueDecomposition), Mode = DerivativeMode.Vjp)]
    public static void SingularValueDecompositionVjp<T>(
        ReadOnlySpan<T> a, Span<T> u, Span<T> values, Span<T> vt, int rows, int columns,
        Span<T> uBar, Span<T> valuesBar, Span<T> vtBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.SingularValueDecomposition(a, u, values, vt, rows, columns);
        da.Clear();
        AddGradient(u, values, vt, rows, columns, uBar, valuesBar, vtBar, da);
        uBar.Clear();
        valuesBar.Clear();
        vtBar.Clear();
    }

    /// <summary>The decompositions and their tangents.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="u">Takes the left singular vectors, in columns.</param>
    /// <param name="values">Takes the singular values.</param>
    /// <param name="vt">Takes the right singular vectors, in rows.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="uDot">Takes the tangents of the left vectors.</param>
    /// <param name="valuesDot">Takes the tangents of the singular values.</param>
    /// <param name="vtDot">Takes the tangents of the right vectors.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SingularValueDecomposition), Mode = DerivativeMode.Jvp)]
    public static void SingularValueDecompositionJvp<T>(
        ReadOnlySpan<T> a, Span<T> u, Span<T> values, Span<T> vt, int rows, int columns,
        ReadOnlySpan<T> aDot, Span<T> uDot, Span<T> valuesDot, Span<T> vtDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.SingularValueDecomposition(a, u, values, vt, rows, columns);
        int k = Math.Min(rows, columns);
        using var arena = Arena.Enter();
        Span<T> inBasis = arena.Allocate<T>((long)values.Length * k), left = arena.Allocate<T>((long)values.Length * k);
        Span<T> right = arena.Allocate<T>((long)values.Length * k);
        Span<T> onRight = arena.Allocate<T>(u.Length), onLeft = arena.Allocate<T>(vt.Length);
        LinearAlgebra.Multiply(aDot, vt, onRight, rows, columns, k, transposeB: true);
        LinearAlgebra.Multiply(u, aDot, onLeft, k, rows, columns, transposeA: true);
        LinearAlgebra.Multiply(u, onRight, inBasis, k, rows, k, transposeA: true);
        for (int i = 0; i < values.Length; i++)
        {
            valuesDot[i] = inBasis[(i * k) + (i % k)];
        }

        SingularGaps.Turn(inBasis, values, left, right, rows, columns);
        SingularGaps.TakeAwayLeft(u, inBasis, values, onRight, rows, columns);
        LinearAlgebra.Multiply(u, left, uDot, rows, k, k);
        LinearAlgebra.Accumulate(onRight, uDot, uDot.Length);
        SingularGaps.TakeAwayRight(vt, inBasis, values, onLeft, rows, columns);
        LinearAlgebra.Multiply(right, vt, vtDot, k, k, columns, transposeA: true);
        LinearAlgebra.Accumulate(onLeft, vtDot, vtDot.Length);
    }

    /// <summary>The decompositions: all that the backward sweep needs.</summary>
    /// <inheritdoc cref="SingularValueDecompositionBackward"/>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SingularValueDecomposition), Mode = DerivativeMode.Forward)]
    public static void SingularValueDecompositionForward<T>(
        ReadOnlySpan<T> a, Span<T> u, Span<T> values, Span<T> vt, int rows, int columns, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.SingularValueDecomposition(a, u, values, vt, rows, columns);

    /// <summary>Adds the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="u">Their left singular vectors.</param>
    /// <param name="values">Their singular values.</param>
    /// <param name="vt">Their right singular vectors.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="uBar">Cotangent of the left vectors; zero on return.</param>
    /// <param name="valuesBar">Cotangent of the singular values; zero on return.</param>
    /// <param name="vtBar">Cotangent of the right vectors; zero on return.</param>
    /// <param name="da">Gradient of <paramref name="a"/>.</param>
    /// <param name="tape">The tape.</param>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SingularValueDecomposition), Mode = DerivativeMode.Backward)]
    public static void SingularValueDecompositionBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> u, ReadOnlySpan<T> values, ReadOnlySpan<T> vt, int rows, int columns,
        Span<T> uBar, Span<T> valuesBar, Span<T> vtBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddGradient(u, values, vt, rows, columns, uBar, valuesBar, vtBar, da);
        uBar.Clear();
        valuesBar.Clear();
        vtBar.Clear();
    }

    private static void AddGradient<T>(
        ReadOnlySpan<T> u, ReadOnlySpan<T> values, ReadOnlySpan<T> vt, int rows, int columns,
        ReadOnlySpan<T> uBar, ReadOnlySpan<T> valuesBar, ReadOnlySpan<T> vtBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int k = Math.Min(rows, columns);
        using var arena = Arena.Enter();
        Span<T> x = arena.Allocate<T>((long)values.Length * k), y = arena.Allocate<T>((long)values.Length * k);
        Span<T> core = arena.Allocate<T>((long)values.Length * k);
        Span<T> onRight = arena.Allocate<T>(u.Length), onLeft = arena.Allocate<T>(vt.Length);
        LinearAlgebra.Multiply(u, uBar, x, k, rows, k, transposeA: true);
        LinearAlgebra.Multiply(vt, vtBar, y, k, columns, k, transposeB: true);
        SingularGaps.Combine(x, y, values, core, rows, columns);
        for (int i = 0; i < values.Length; i++)
        {
            core[(i * k) + (i % k)] = valuesBar[i];
        }

        uBar.CopyTo(onRight);
        SingularGaps.TakeAwayLeft(u, x, values, onRight, rows, columns);
        vtBar.CopyTo(onLeft);
        LinearAlgebra.Transpose(y, x, k, k);
        SingularGaps.TakeAwayRight(vt, x, values, onLeft, rows, columns);
        LinearAlgebra.MultiplyAdd(core, vt, onLeft, k, k, columns);
        LinearAlgebra.MultiplyAdd(u, onLeft, da, rows, k, columns);
        LinearAlgebra.MultiplyAdd(onRight, vt, da, rows, k, columns);
    }
}
