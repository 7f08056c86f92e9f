using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of <see cref="LinearAlgebra.Transpose"/> and <see cref="LinearAlgebra.Trace"/>, as rules: both are linear.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class TransposeRules
{
    /// <summary>The transposes, and the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="transposed">Takes their transposes.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="transposedBar">Cotangent of the transposes; zero on return.</param>
    /// <param name="da">Takes the gradient of <paramref name="a"/>.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Transpose), Mode = DerivativeMode.Vjp)]
    public static void TransposeVjp<T>(
        ReadOnlySpan<T> a, Span<T> transposed, int rows, int columns, Span<T> transposedBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Transpose(a, transposed, rows, columns);
        using var arena = Arena.Enter();
        Span<T> gradient = arena.Allocate<T>(transposed.Length);
        LinearAlgebra.Transpose(transposedBar, gradient, columns, rows);
        da.Clear();
        LinearAlgebra.Accumulate(gradient, da, da.Length);
        transposedBar.Clear();
    }

    /// <summary>The transposes of matrices and tangents.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="transposed">Takes their transposes.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="transposedDot">Takes the tangents of the transposes.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Transpose), Mode = DerivativeMode.Jvp)]
    public static void TransposeJvp<T>(
        ReadOnlySpan<T> a, Span<T> transposed, int rows, int columns, ReadOnlySpan<T> aDot, Span<T> transposedDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Transpose(a, transposed, rows, columns);
        LinearAlgebra.Transpose(aDot, transposedDot, rows, columns);
    }

    /// <summary>The traces, and the gradient of the matrices: the identity, times the cotangent.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="traces">Takes their traces.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="tracesBar">Cotangent of the traces; zero on return.</param>
    /// <param name="da">Takes the gradient of <paramref name="a"/>.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Trace), Mode = DerivativeMode.Vjp)]
    public static void TraceVjp<T>(ReadOnlySpan<T> a, Span<T> traces, int rows, int columns, Span<T> tracesBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Trace(a, traces, rows, columns);
        da.Clear();
        AddToDiagonals(tracesBar, da, rows, columns);
        tracesBar.Clear();
    }

    /// <summary>The traces of matrices and tangents.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="traces">Takes their traces.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="tracesDot">Takes the tangents of the traces.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Trace), Mode = DerivativeMode.Jvp)]
    public static void TraceJvp<T>(ReadOnlySpan<T> a, Span<T> traces, int rows, int columns, ReadOnlySpan<T> aDot, Span<T> tracesDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Trace(a, traces, rows, columns);
        LinearAlgebra.Trace(aDot, tracesDot, rows, columns);
    }
}
