using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of <see cref="LinearAlgebra.SolveTriangular"/>, as rules: those of a solution, by the triangle that is read.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class TriangularRules
{
    /// <summary>The solutions, and the gradients of matrices and right-hand sides; what is not read of a matrix has gradient 0.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The triangular matrices.</param>
    /// <param name="b">The right-hand sides.</param>
    /// <param name="x">Takes the solutions.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side.</param>
    /// <param name="upper">Whether the upper triangle is read.</param>
    /// <param name="unit">Whether the diagonal is taken to be 1.</param>
    /// <param name="transposed">Whether the transposes of the matrices are meant.</param>
    /// <param name="xBar">Cotangent of the solutions; zero on return.</param>
    /// <param name="da">Takes the gradient of <paramref name="a"/>.</param>
    /// <param name="db">Takes the gradient of <paramref name="b"/>.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SolveTriangular), Mode = DerivativeMode.Vjp)]
    public static void SolveTriangularVjp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, bool upper, bool unit, bool transposed,
        Span<T> xBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.SolveTriangular(a, b, x, n, columns, upper, unit, transposed);
        using var arena = Arena.Enter();
        Span<T> gradient = arena.Allocate<T>(x.Length);
        LinearAlgebra.SolveTriangular(a, xBar, gradient, n, columns, upper, unit, !transposed);
        db.Clear();
        LinearAlgebra.Accumulate(gradient, db, db.Length);
        Scaling.Negate(gradient);
        Span<T> whole = arena.AllocateZeroed<T>(da.Length);
        if (transposed)
        {
            LinearAlgebra.MultiplyAdd(x, gradient, whole, n, columns, n, transposeB: true);
        }
        else
        {
            LinearAlgebra.MultiplyAdd(gradient, x, whole, n, columns, n, transposeB: true);
        }

        da.Clear();
        Triangles.Copy(whole, da, n, upper, unit);
        xBar.Clear();
    }

    /// <summary>The solutions and their tangents: those of the right-hand sides less those of the matrices times the solutions, solved for.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The triangular matrices.</param>
    /// <param name="b">The right-hand sides.</param>
    /// <param name="x">Takes the solutions.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side.</param>
    /// <param name="upper">Whether the upper triangle is read.</param>
    /// <param name="unit">Whether the diagonal is taken to be 1.</param>
    /// <param name="transposed">Whether the transposes of the matrices are meant.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="bDot">Tangents of <paramref name="b"/>.</param>
    /// <param name="xDot">Takes the tangents of the solutions.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SolveTriangular), Mode = DerivativeMode.Jvp)]
    public static void SolveTriangularJvp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, bool upper, bool unit, bool transposed,
        ReadOnlySpan<T> aDot, ReadOnlySpan<T> bDot, Span<T> xDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.SolveTriangular(a, b, x, n, columns, upper, unit, transposed);
        using var arena = Arena.Enter();
        Span<T> triangle = arena.AllocateZeroed<T>(aDot.Length);
        Triangles.Copy(aDot, triangle, n, upper, unit);
        Span<T> change = arena.Allocate<T>(x.Length);
        LinearAlgebra.Multiply(triangle, x, change, n, n, columns, transposeA: transposed);
        Scaling.Negate(change);
        LinearAlgebra.Accumulate(bDot, change, bDot.Length);
        LinearAlgebra.SolveTriangular(a, change, xDot, n, columns, upper, unit, transposed);
    }
}
