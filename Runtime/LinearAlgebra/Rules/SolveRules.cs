using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of <see cref="LinearAlgebra.Solve"/>, as rules: for X = A⁻¹ B and its cotangent G, B̄ = A⁻ᵀ G and Ā = −B̄ Xᵀ.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class SolveRules
{
    /// <summary>The solutions, and the gradients of matrices and right-hand sides.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="b">The right-hand sides.</param>
    /// <param name="x">Takes the solutions.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side.</param>
    /// <param name="xBar">Cotangent of the solutions; zero on return.</param>
    /// <param name="da">Takes the gradient of <paramref name="a"/>.</param>
    /// <param name="db">Takes the gradient of <paramref name="b"/>.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Solve), Mode = DerivativeMode.Vjp)]
    public static void SolveVjp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, Span<T> xBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Solve(a, b, x, n, columns);
        using var arena = Arena.Enter();
        Span<T> transposed = arena.Allocate<T>(a.Length);
        LinearAlgebra.Transpose(a, transposed, n, n);
        Span<T> gradient = arena.Allocate<T>(x.Length);
        LinearAlgebra.Solve(transposed, xBar, gradient, n, columns);
        db.Clear();
        Batches.Add(gradient, db);
        Scaling.Negate(gradient);
        da.Clear();
        LinearAlgebra.MultiplyAdd(gradient, x, da, n, columns, n, transposeB: true);
        xBar.Clear();
    }

    /// <summary>The solutions and their tangents: Ẋ = A⁻¹ (Ḃ − Ȧ X).</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="b">The right-hand sides.</param>
    /// <param name="x">Takes the solutions.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="bDot">Tangents of <paramref name="b"/>.</param>
    /// <param name="xDot">Takes the tangents of the solutions.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Solve), Mode = DerivativeMode.Jvp)]
    public static void SolveJvp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, ReadOnlySpan<T> aDot, ReadOnlySpan<T> bDot, Span<T> xDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Solve(a, b, x, n, columns);
        using var arena = Arena.Enter();
        Span<T> change = arena.Allocate<T>(x.Length);
        LinearAlgebra.Multiply(aDot, x, change, n, n, columns);
        Scaling.Negate(change);
        Batches.AddToEach(bDot, change);
        LinearAlgebra.Solve(a, change, xDot, n, columns);
    }
}
