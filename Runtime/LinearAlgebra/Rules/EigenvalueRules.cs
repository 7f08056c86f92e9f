using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of eigenvalues w alone, as rules: for the eigenvectors V, Ā = V diag(w̄) Vᵀ and ẇ = diag(Vᵀ Ȧ V).</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class EigenvalueRules
{
    private const string Frame = "LinearAlgebra.SymmetricEigenvalues";

    /// <summary>The eigenvalues, and the gradient of the matrices, which is symmetric.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="values">Takes their eigenvalues.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="valuesBar">Cotangent of the eigenvalues; zero on return.</param>
    /// <param name="da">Takes the gradient of <paramref name="a"/>.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SymmetricEigenvalues), Mode = DerivativeMode.Vjp)]
    public static void SymmetricEigenvaluesVjp<T>(ReadOnlySpan<T> a, Span<T> values, int n, Span<T> valuesBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> vectors = arena.Allocate<T>((long)values.Length * n);
        LinearAlgebra.SymmetricEigenvalues(a, values, vectors, n);
        da.Clear();
        AddGradient(vectors, n, valuesBar, da);
        valuesBar.Clear();
    }

    /// <summary>The eigenvalues and their tangents.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="values">Takes their eigenvalues.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="valuesDot">Takes the tangents of the eigenvalues.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SymmetricEigenvalues), Mode = DerivativeMode.Jvp)]
    public static void SymmetricEigenvaluesJvp<T>(ReadOnlySpan<T> a, Span<T> values, int n, ReadOnlySpan<T> aDot, Span<T> valuesDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> vectors = arena.Allocate<T>((long)values.Length * n), product = arena.Allocate<T>((long)values.Length * n);
        LinearAlgebra.SymmetricEigenvalues(a, values, vectors, n);
        LinearAlgebra.Multiply(aDot, vectors, product, n, n, n);
        valuesDot.Clear();
        for (int i = 0; i < product.Length; i++)
        {
            valuesDot[(i / n / n * n) + (i % n)] += vectors[i] * product[i];
        }
    }

    /// <summary>The eigenvalues; the eigenvectors are kept.</summary>
    /// <inheritdoc cref="SymmetricEigenvaluesBackward"/>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SymmetricEigenvalues), Mode = DerivativeMode.Forward)]
    public static void SymmetricEigenvaluesForward<T>(ReadOnlySpan<T> a, Span<T> values, int n, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var recording = tape.Record(Frame);
        LinearAlgebra.SymmetricEigenvalues(a, values, recording.Allocate<T>((long)values.Length * n), n);
        recording.Complete();
    }

    /// <summary>Adds the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="values">Their eigenvalues.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="valuesBar">Cotangent of the eigenvalues; zero on return.</param>
    /// <param name="da">Gradient of <paramref name="a"/>.</param>
    /// <param name="tape">The tape.</param>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SymmetricEigenvalues), Mode = DerivativeMode.Backward)]
    public static void SymmetricEigenvaluesBackward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> values, int n, Span<T> valuesBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var replay = tape.Replay(Frame);
        AddGradient(replay.Recall<T>(), n, valuesBar, da);
        valuesBar.Clear();
    }

    private static void AddGradient<T>(ReadOnlySpan<T> vectors, int n, ReadOnlySpan<T> valuesBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> scaled = arena.Allocate<T>(vectors.Length);
        for (int i = 0; i < vectors.Length; i++)
        {
            scaled[i] = vectors[i] * valuesBar[(i / n / n * n) + (i % n)];
        }

        LinearAlgebra.MultiplyAdd(scaled, vectors, da, n, n, n, transposeB: true);
    }
}
