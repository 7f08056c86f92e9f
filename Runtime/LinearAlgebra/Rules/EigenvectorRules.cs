using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of eigenvalues w with eigenvectors V, as rules: Ā = V (diag(w̄) + sym(F ∘ (Vᵀ V̄))) Vᵀ, and, of N = Vᵀ Ȧ V, ẇ = diag(N) and V̇ = V (F ∘ N), where F_ij = 1 / (w_j − w_i), 0 on the diagonal (Giles: An extended collection of matrix derivative results, 2008).</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class EigenvectorRules
{
    /// <summary>The eigenvalues and eigenvectors, and the gradient of the matrices, which is symmetric.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="values">Takes their eigenvalues.</param>
    /// <param name="vectors">Takes their eigenvectors.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="valuesBar">Cotangent of the eigenvalues; zero on return.</param>
    /// <param name="vectorsBar">Cotangent of the eigenvectors; zero on return.</param>
    /// <param name="da">Takes the gradient of <paramref name="a"/>.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SymmetricEigenvalues), Mode = DerivativeMode.Vjp)]
    public static void SymmetricEigenvectorsVjp<T>(
        ReadOnlySpan<T> a, Span<T> values, Span<T> vectors, int n, Span<T> valuesBar, Span<T> vectorsBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.SymmetricEigenvalues(a, values, vectors, n);
        da.Clear();
        AddGradient(values, vectors, n, valuesBar, vectorsBar, da);
        valuesBar.Clear();
        vectorsBar.Clear();
    }

    /// <summary>The eigenvalues and eigenvectors, and their tangents.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="values">Takes their eigenvalues.</param>
    /// <param name="vectors">Takes their eigenvectors.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="valuesDot">Takes the tangents of the eigenvalues.</param>
    /// <param name="vectorsDot">Takes the tangents of the eigenvectors.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SymmetricEigenvalues), Mode = DerivativeMode.Jvp)]
    public static void SymmetricEigenvectorsJvp<T>(
        ReadOnlySpan<T> a, Span<T> values, Span<T> vectors, int n, ReadOnlySpan<T> aDot, Span<T> valuesDot, Span<T> vectorsDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.SymmetricEigenvalues(a, values, vectors, n);
        using var arena = Arena.Enter();
        Span<T> inBasis = arena.Allocate<T>(vectors.Length), quotients = arena.Allocate<T>(vectors.Length);
        LinearAlgebra.Transpose(aDot, quotients, n, n);
        LinearAlgebra.Accumulate(aDot, quotients, aDot.Length);
        Scaling.Halve(quotients);
        LinearAlgebra.Multiply(quotients, vectors, vectorsDot, n, n, n);
        LinearAlgebra.Multiply(vectors, vectorsDot, inBasis, n, n, n, transposeA: true);
        for (int i = 0; i < values.Length; i++)
        {
            valuesDot[i] = inBasis[(i * n) + (i % n)];
        }

        DivideByGaps(values, inBasis, quotients, n);
        LinearAlgebra.Multiply(vectors, quotients, vectorsDot, n, n, n);
    }

    /// <summary>The eigenvalues and eigenvectors: all that the backward sweep needs.</summary>
    /// <inheritdoc cref="SymmetricEigenvectorsBackward"/>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SymmetricEigenvalues), Mode = DerivativeMode.Forward)]
    public static void SymmetricEigenvectorsForward<T>(ReadOnlySpan<T> a, Span<T> values, Span<T> vectors, int n, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.SymmetricEigenvalues(a, values, vectors, n);

    /// <summary>Adds the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="values">Their eigenvalues.</param>
    /// <param name="vectors">Their eigenvectors.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="valuesBar">Cotangent of the eigenvalues; zero on return.</param>
    /// <param name="vectorsBar">Cotangent of the eigenvectors; zero on return.</param>
    /// <param name="da">Gradient of <paramref name="a"/>.</param>
    /// <param name="tape">The tape.</param>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SymmetricEigenvalues), Mode = DerivativeMode.Backward)]
    public static void SymmetricEigenvectorsBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> values, ReadOnlySpan<T> vectors, int n, Span<T> valuesBar, Span<T> vectorsBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddGradient(values, vectors, n, valuesBar, vectorsBar, da);
        valuesBar.Clear();
        vectorsBar.Clear();
    }

    private static void AddGradient<T>(
        ReadOnlySpan<T> values, ReadOnlySpan<T> vectors, int n, ReadOnlySpan<T> valuesBar, ReadOnlySpan<T> vectorsBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> product = arena.Allocate<T>(vectors.Length), quotients = arena.Allocate<T>(vectors.Length);
        LinearAlgebra.Multiply(vectors, vectorsBar, product, n, n, n, transposeA: true);
        DivideByGaps(values, product, quotients, n);
        LinearAlgebra.Transpose(quotients, product, n, n);
        LinearAlgebra.Accumulate(quotients, product, product.Length);
        Scaling.Halve(product);
        for (int i = 0; i < valuesBar.Length; i++)
        {
            product[(i * n) + (i % n)] = valuesBar[i];
        }

        LinearAlgebra.Multiply(vectors, product, quotients, n, n, n);
        LinearAlgebra.MultiplyAdd(quotients, vectors, da, n, n, n, transposeB: true);
    }

    /// <summary>F ∘ M.</summary>
    private static void DivideByGaps<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> source, Span<T> quotients, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        quotients.Clear();
        for (int i = 0; i < source.Length; i++)
        {
            int row = i / n % n, column = i % n, first = i / n / n * n;
            if (row != column)
            {
                T scale = T.CreateChecked(n + 8) * T.Max(T.Abs(values[first]), T.Abs(values[first + n - 1]));
                quotients[i] = Gaps.Quotient(source[i], values[first + column] - values[first + row], scale);
            }
        }
    }
}
