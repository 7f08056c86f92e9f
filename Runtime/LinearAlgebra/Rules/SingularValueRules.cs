using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of <see cref="LinearAlgebra.SingularValues"/>, as rules: for A = U diag(s) Vᵀ, Ā = U diag(s̄) Vᵀ and ṡ = diag(Uᵀ Ȧ V).</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class SingularValueRules
{
    private const string Frame = "LinearAlgebra.SingularValues";

    /// <summary>The singular values, and the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="values">Takes their singular values.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="valuesBar">Cotangent of the singular values; zero on return.</param>
    /// <param name="da">Takes the gradient of <paramref name="a"/>.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SingularValues), Mode = DerivativeMode.Vjp)]
    public static void SingularValuesVjp<T>(ReadOnlySpan<T> a, Span<T> values, int rows, int columns, Span<T> valuesBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> u = arena.Allocate<T>((long)values.Length * rows), vt = arena.Allocate<T>((long)values.Length * columns);
        LinearAlgebra.SingularValueDecomposition(a, u, values, vt, rows, columns);
        da.Clear();
        AddGradient(u, vt, rows, columns, valuesBar, da);
        valuesBar.Clear();
    }

    /// <summary>The singular values and their tangents.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="values">Takes their singular values.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="valuesDot">Takes the tangents of the singular values.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SingularValues), Mode = DerivativeMode.Jvp)]
    public static void SingularValuesJvp<T>(ReadOnlySpan<T> a, Span<T> values, int rows, int columns, ReadOnlySpan<T> aDot, Span<T> valuesDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int k = Math.Min(rows, columns);
        using var arena = Arena.Enter();
        Span<T> u = arena.Allocate<T>((long)values.Length * rows), vt = arena.Allocate<T>((long)values.Length * columns);
        Span<T> product = arena.Allocate<T>((long)values.Length * rows);
        LinearAlgebra.SingularValueDecomposition(a, u, values, vt, rows, columns);
        LinearAlgebra.Multiply(aDot, vt, product, rows, columns, k, transposeB: true);
        valuesDot.Clear();
        for (int i = 0; i < product.Length; i++)
        {
            valuesDot[(i / k / rows * k) + (i % k)] += u[i] * product[i];
        }
    }

    /// <summary>The singular values; their vectors are kept.</summary>
    /// <inheritdoc cref="SingularValuesBackward"/>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SingularValues), Mode = DerivativeMode.Forward)]
    public static void SingularValuesForward<T>(ReadOnlySpan<T> a, Span<T> values, int rows, int columns, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var recording = tape.Record(Frame);
        Span<T> u = recording.Allocate<T>((long)values.Length * rows), vt = recording.Allocate<T>((long)values.Length * columns);
        LinearAlgebra.SingularValueDecomposition(a, u, values, vt, rows, columns);
        recording.Complete();
    }

    /// <summary>Adds the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="values">Their singular values.</param>
    /// <param name="rows">Rows of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="valuesBar">Cotangent of the singular values; zero on return.</param>
    /// <param name="da">Gradient of <paramref name="a"/>.</param>
    /// <param name="tape">The tape.</param>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SingularValues), Mode = DerivativeMode.Backward)]
    public static void SingularValuesBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> values, int rows, int columns, Span<T> valuesBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var replay = tape.Replay(Frame);
        Span<T> u = replay.Recall<T>(), vt = replay.Recall<T>();
        AddGradient(u, vt, rows, columns, valuesBar, da);
        valuesBar.Clear();
    }

    private static void AddGradient<T>(ReadOnlySpan<T> u, ReadOnlySpan<T> vt, int rows, int columns, ReadOnlySpan<T> valuesBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int k = Math.Min(rows, columns);
        using var arena = Arena.Enter();
        Span<T> scaled = arena.Allocate<T>(u.Length);
        for (int i = 0; i < u.Length; i++)
        {
            scaled[i] = u[i] * valuesBar[(i / k / rows * k) + (i % k)];
        }

        LinearAlgebra.MultiplyAdd(scaled, vt, da, rows, k, columns);
    }
}
