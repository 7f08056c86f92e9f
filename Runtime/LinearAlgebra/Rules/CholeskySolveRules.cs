using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of <see cref="LinearAlgebra.CholeskySolve"/>, as rules: for L Lᵀ X = B and the cotangent G, B̄ = Z = (L Lᵀ)⁻¹ G and L̄ = −(Z Xᵀ + X Zᵀ) L, of which the lower triangle counts.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class CholeskySolveRules
{
    /// <summary>The solutions, and the gradients of factors and right-hand sides.</summary>
    /// <inheritdoc cref="CholeskySolveBackward"/>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.CholeskySolve), Mode = DerivativeMode.Vjp)]
    public static void CholeskySolveVjp<T>(
        ReadOnlySpan<T> factor, ReadOnlySpan<T> b, Span<T> x, int n, int columns, Span<T> xBar, Span<T> dFactor, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.CholeskySolve(factor, b, x, n, columns);
        dFactor.Clear();
        db.Clear();
        AddGradients(factor, x, n, columns, xBar, dFactor, db);
        xBar.Clear();
    }

    /// <summary>The solutions and their tangents: Ẋ = (L Lᵀ)⁻¹ (Ḃ − L̇ Lᵀ X − L L̇ᵀ X).</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="factor">The factors.</param>
    /// <param name="b">The right-hand sides.</param>
    /// <param name="x">Takes the solutions.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side.</param>
    /// <param name="factorDot">Tangents of <paramref name="factor"/>.</param>
    /// <param name="bDot">Tangents of <paramref name="b"/>.</param>
    /// <param name="xDot">Takes the tangents of the solutions.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.CholeskySolve), Mode = DerivativeMode.Jvp)]
    public static void CholeskySolveJvp<T>(
        ReadOnlySpan<T> factor, ReadOnlySpan<T> b, Span<T> x, int n, int columns,
        ReadOnlySpan<T> factorDot, ReadOnlySpan<T> bDot, Span<T> xDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.CholeskySolve(factor, b, x, n, columns);
        using var arena = Arena.Enter();
        Span<T> lower = arena.AllocateZeroed<T>(factor.Length), lowerDot = arena.AllocateZeroed<T>(factor.Length);
        Span<T> half = arena.Allocate<T>(x.Length), change = arena.AllocateZeroed<T>(x.Length);
        Triangles.Copy(factor, lower, n, upper: false, withoutDiagonal: false);
        Triangles.Copy(factorDot, lowerDot, n, upper: false, withoutDiagonal: false);
        LinearAlgebra.Multiply(lower, x, half, n, n, columns, transposeA: true);
        LinearAlgebra.MultiplyAdd(lowerDot, half, change, n, n, columns);
        LinearAlgebra.Multiply(lowerDot, x, half, n, n, columns, transposeA: true);
        LinearAlgebra.MultiplyAdd(lower, half, change, n, n, columns);
        Scaling.Negate(change);
        LinearAlgebra.Accumulate(bDot, change, bDot.Length);
        LinearAlgebra.CholeskySolve(factor, change, xDot, n, columns);
    }

    /// <summary>The solutions: all that the backward sweep needs.</summary>
    /// <inheritdoc cref="CholeskySolveBackward"/>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.CholeskySolve), Mode = DerivativeMode.Forward)]
    public static void CholeskySolveForward<T>(ReadOnlySpan<T> factor, ReadOnlySpan<T> b, Span<T> x, int n, int columns, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.CholeskySolve(factor, b, x, n, columns);

    /// <summary>Adds the gradients of factors and right-hand sides.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="factor">The factors; what is above the diagonal has gradient 0.</param>
    /// <param name="b">The right-hand sides.</param>
    /// <param name="x">The solutions.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side.</param>
    /// <param name="xBar">Cotangent of the solutions; zero on return.</param>
    /// <param name="dFactor">Gradient of <paramref name="factor"/>.</param>
    /// <param name="db">Gradient of <paramref name="b"/>.</param>
    /// <param name="tape">The tape.</param>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.CholeskySolve), Mode = DerivativeMode.Backward)]
    public static void CholeskySolveBackward<T>(
        ReadOnlySpan<T> factor, ReadOnlySpan<T> b, ReadOnlySpan<T> x, int n, int columns, Span<T> xBar, Span<T> dFactor, Span<T> db, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddGradients(factor, x, n, columns, xBar, dFactor, db);
        xBar.Clear();
    }

    private static void AddGradients<T>(
        ReadOnlySpan<T> factor, ReadOnlySpan<T> x, int n, int columns, ReadOnlySpan<T> xBar, Span<T> dFactor, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> gradient = arena.Allocate<T>(x.Length), half = arena.Allocate<T>(x.Length);
        Span<T> lower = arena.AllocateZeroed<T>(factor.Length), whole = arena.AllocateZeroed<T>(factor.Length);
        LinearAlgebra.CholeskySolve(factor, xBar, gradient, n, columns);
        LinearAlgebra.Accumulate(gradient, db, db.Length);
        Triangles.Copy(factor, lower, n, upper: false, withoutDiagonal: false);
        LinearAlgebra.Multiply(lower, x, half, n, n, columns, transposeA: true);
        LinearAlgebra.MultiplyAdd(gradient, half, whole, n, columns, n, transposeB: true);
        LinearAlgebra.Multiply(lower, gradient, half, n, n, columns, transposeA: true);
        LinearAlgebra.MultiplyAdd(x, half, whole, n, columns, n, transposeB: true);
        Scaling.Negate(whole);
        Triangles.Add(whole, dFactor, n);
    }
}
