using System.ComponentModel;
using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of <see cref="LinearAlgebra.Cholesky"/>, as rules: for the factor L, its cotangent G and Φ, the lower triangle with half of the diagonal, Ā = ½ L⁻ᵀ (P + Pᵀ) L⁻¹ with P = Φ(Lᵀ G), and L̇ = L Φ(L⁻¹ Ȧ L⁻ᵀ) (Murray 2016, arXiv:1602.07527).</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class CholeskyRules
{
    /// <summary>The factors, and the gradient of the matrices, which is symmetric.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="factor">Takes their factors.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="factorBar">Cotangent of the factors, above the diagonal without effect; zero on return.</param>
    /// <param name="da">Takes the gradient of <paramref name="a"/>.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Cholesky), Mode = DerivativeMode.Vjp)]
    public static void CholeskyVjp<T>(ReadOnlySpan<T> a, Span<T> factor, int n, Span<T> factorBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Cholesky(a, factor, n);
        da.Clear();
        AddGradient(factor, n, factorBar, da);
        factorBar.Clear();
    }

    /// <summary>The factors and their tangents.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="factor">Takes their factors.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="factorDot">Takes the tangents of the factors.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Cholesky), Mode = DerivativeMode.Jvp)]
    public static void CholeskyJvp<T>(ReadOnlySpan<T> a, Span<T> factor, int n, ReadOnlySpan<T> aDot, Span<T> factorDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Cholesky(a, factor, n);
        using var arena = Arena.Enter();
        Span<T> left = arena.Allocate<T>(factor.Length), right = arena.Allocate<T>(factor.Length);
        LinearAlgebra.Transpose(aDot, left, n, n);
        LinearAlgebra.Accumulate(aDot, left, aDot.Length);
        LinearAlgebra.SolveTriangular(factor, left, right, n, n, upper: false);
        LinearAlgebra.Transpose(right, left, n, n);
        LinearAlgebra.SolveTriangular(factor, left, right, n, n, upper: false);
        Triangles.Halve(right, left, n);
        Scaling.Halve(left);
        LinearAlgebra.Multiply(factor, left, factorDot, n, n, n);
    }

    /// <summary>The factors: all that the backward sweep needs.</summary>
    /// <inheritdoc cref="CholeskyBackward"/>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Cholesky), Mode = DerivativeMode.Forward)]
    public static void CholeskyForward<T>(ReadOnlySpan<T> a, Span<T> factor, int n, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Failure.ThrowUnlessRegular(BatchedCholesky.Try(a, factor, n, ResultUse.Written, out int failed), failed);

    /// <summary>Adds the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="factor">Their factors.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="factorBar">Cotangent of the factors; zero on return.</param>
    /// <param name="da">Gradient of <paramref name="a"/>.</param>
    /// <param name="tape">The tape.</param>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Cholesky), Mode = DerivativeMode.Backward)]
    public static void CholeskyBackward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> factor, int n, Span<T> factorBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddGradient(factor, n, factorBar, da);
        factorBar.Clear();
    }

    // One sweep over memory; what it computes is differentiated as the operations that it consists of.
    internal static void AddGradient<T>(ReadOnlySpan<T> factor, int n, ReadOnlySpan<T> factorBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedCholesky.AddGradient(factor, factorBar, da, n);

    [DerivativeOf(typeof(CholeskyRules), nameof(AddGradient), Mode = DerivativeMode.Vjp)]
    internal static void AddGradientVjp<T>(
        ReadOnlySpan<T> factor, int n, ReadOnlySpan<T> factorBar, Span<T> da, Span<T> daBar, Span<T> dFactor, Span<T> dFactorBar)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        AddGradientInStepsVjp(factor, n, factorBar, da, daBar, dFactor, dFactorBar);

    [DerivativeOf(typeof(CholeskyRules), nameof(AddGradient), Mode = DerivativeMode.Jvp)]
    internal static void AddGradientJvp<T>(
        ReadOnlySpan<T> factor, int n, ReadOnlySpan<T> factorBar, Span<T> da,
        ReadOnlySpan<T> factorDot, ReadOnlySpan<T> factorBarDot, Span<T> daDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        AddGradientInStepsJvp(factor, n, factorBar, da, factorDot, factorBarDot, daDot);

    [Differentiable]
    internal static void AddGradientInSteps<T>(ReadOnlySpan<T> factor, int n, ReadOnlySpan<T> factorBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> left = arena.Allocate<T>(factor.Length), right = arena.Allocate<T>(factor.Length);
        LinearAlgebra.Multiply(factor, factorBar, left, n, n, n, transposeA: true);
        Triangles.Mirror(left, right, n);
        LinearAlgebra.SolveTriangular(factor, right, left, n, n, upper: false, transposed: true);
        LinearAlgebra.Transpose(left, right, n, n);
        LinearAlgebra.SolveTriangular(factor, right, left, n, n, upper: false, transposed: true);
        Scaling.Halve(left);
        LinearAlgebra.Accumulate(left, da, da.Length);
    }
}
