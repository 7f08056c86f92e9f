using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>
/// The derivatives of <see cref="LinearAlgebra.Lu"/>, as rules. With X = L⁻¹ P Ȧ U⁻¹: L̇ = L X₋ and U̇ = X₊ U, X₋ being the part of X below the
/// diagonal and X₊ the rest. So P Ā = L⁻ᵀ (M₋ + M₊) U⁻ᵀ with M₋ of Lᵀ L̄ and M₊ of Ū Uᵀ (de Hoog,
/// Anderssen and Lukas: Differentiation of matrix functionals using triangular factorization, 2011).
/// </summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class LuRules
{
    /// <summary>The factors, and the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="lower">Takes their lower factors.</param>
    /// <param name="upper">Takes their upper factors.</param>
    /// <param name="rows">Takes the order of their rows.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="lowerBar">Cotangent of the lower factors, of effect below the diagonal; zero on return.</param>
    /// <param name="upperBar">Cotangent of the upper factors, without effect below the diagonal; zero on return.</param>
    /// <param name="da">Takes the gradient of <paramref name="a"/>.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Lu), Mode = DerivativeMode.Vjp)]
    public static void LuVjp<T>(
        ReadOnlySpan<T> a, Span<T> lower, Span<T> upper, Span<int> rows, int n, Span<T> lowerBar, Span<T> upperBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Lu(a, lower, upper, rows, n);
        da.Clear();
        AddGradient(lower, upper, rows, n, lowerBar, upperBar, da);
        lowerBar.Clear();
        upperBar.Clear();
    }

    /// <summary>The factors and their tangents.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="lower">Takes their lower factors.</param>
    /// <param name="upper">Takes their upper factors.</param>
    /// <param name="rows">Takes the order of their rows.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="lowerDot">Takes the tangents of the lower factors.</param>
    /// <param name="upperDot">Takes the tangents of the upper factors.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Lu), Mode = DerivativeMode.Jvp)]
    public static void LuJvp<T>(
        ReadOnlySpan<T> a, Span<T> lower, Span<T> upper, Span<int> rows, int n, ReadOnlySpan<T> aDot, Span<T> lowerDot, Span<T> upperDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Lu(a, lower, upper, rows, n);
        using var arena = Arena.Enter();
        Span<T> change = arena.Allocate<T>(aDot.Length), turned = arena.Allocate<T>(aDot.Length);
        Span<T> below = arena.AllocateZeroed<T>(aDot.Length), rest = arena.AllocateZeroed<T>(aDot.Length);
        for (int i = 0; i < change.Length; i++)
        {
            change[i] = aDot[i + ((rows[i / n] - (i / n % n)) * n)];
        }

        LinearAlgebra.SolveTriangular(lower, change, turned, n, n, upper: false, unit: true);
        LinearAlgebra.Transpose(turned, change, n, n);
        LinearAlgebra.SolveTriangular(upper, change, turned, n, n, upper: true, transposed: true);
        LinearAlgebra.Transpose(turned, change, n, n);
        Triangles.Copy(change, below, n, upper: false, withoutDiagonal: true);
        Triangles.Copy(change, rest, n, upper: true, withoutDiagonal: false);
        LinearAlgebra.Multiply(lower, below, lowerDot, n, n, n);
        LinearAlgebra.Multiply(rest, upper, upperDot, n, n, n);
    }

    /// <summary>The factors: all that the backward sweep needs.</summary>
    /// <inheritdoc cref="LuBackward"/>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Lu), Mode = DerivativeMode.Forward)]
    public static void LuForward<T>(ReadOnlySpan<T> a, Span<T> lower, Span<T> upper, Span<int> rows, int n, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.Lu(a, lower, upper, rows, n);

    /// <summary>Adds the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="lower">Their lower factors.</param>
    /// <param name="upper">Their upper factors.</param>
    /// <param name="rows">The order of their rows.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="lowerBar">Cotangent of the lower factors, of effect below the diagonal; zero on return.</param>
    /// <param name="upperBar">Cotangent of the upper factors, without effect below the diagonal; zero on return.</param>
    /// <param name="da">Gradient of <paramref name="a"/>.</param>
    /// <param name="tape">The tape.</param>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Lu), Mode = DerivativeMode.Backward)]
    public static void LuBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> lower, ReadOnlySpan<T> upper, ReadOnlySpan<int> rows, int n, Span<T> lowerBar, Span<T> upperBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddGradient(lower, upper, rows, n, lowerBar, upperBar, da);
        lowerBar.Clear();
        upperBar.Clear();
    }

    private static void AddGradient<T>(
        ReadOnlySpan<T> lower, ReadOnlySpan<T> upper, ReadOnlySpan<int> rows, int n, ReadOnlySpan<T> lowerBar, ReadOnlySpan<T> upperBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> effective = arena.AllocateZeroed<T>(da.Length), middle = arena.Allocate<T>(da.Length), product = arena.Allocate<T>(da.Length);
        Triangles.Copy(upperBar, effective, n, upper: true, withoutDiagonal: false);
        LinearAlgebra.Multiply(effective, upper, middle, n, n, n, transposeB: true);
        effective.Clear();
        Triangles.Copy(lowerBar, effective, n, upper: false, withoutDiagonal: true);
        LinearAlgebra.Multiply(lower, effective, product, n, n, n, transposeA: true);
        Triangles.Copy(product, middle, n, upper: false, withoutDiagonal: true);
        LinearAlgebra.SolveTriangular(lower, middle, product, n, n, upper: false, transposed: true, unit: true);
        LinearAlgebra.Transpose(product, middle, n, n);
        LinearAlgebra.SolveTriangular(upper, middle, product, n, n, upper: true);
        LinearAlgebra.Transpose(product, middle, n, n);
        for (int i = 0; i < middle.Length; i++)
        {
            da[i + ((rows[i / n] - (i / n % n)) * n)] += middle[i];
        }
    }
}
