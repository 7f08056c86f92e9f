using System.ComponentModel;
using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of <see cref="LinearAlgebra.Inverse"/>, as rules: for the inverse Y and its cotangent G, Ā = −Yᵀ G Yᵀ and Ẏ = −Y Ȧ Y.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class InverseRules
{
    /// <summary>The inverses, and the gradient of the matrices.</summary>
    /// <inheritdoc cref="InverseBackward"/>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Inverse), Mode = DerivativeMode.Vjp)]
    public static void InverseVjp<T>(ReadOnlySpan<T> a, Span<T> inverse, int n, Span<T> inverseBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Inverse(a, inverse, n);
        da.Clear();
        AddGradient(inverse, n, inverseBar, da);
        inverseBar.Clear();
    }

    /// <summary>The inverses and their tangents.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="inverse">Takes their inverses.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="inverseDot">Takes the tangents of the inverses.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Inverse), Mode = DerivativeMode.Jvp)]
    public static void InverseJvp<T>(ReadOnlySpan<T> a, Span<T> inverse, int n, ReadOnlySpan<T> aDot, Span<T> inverseDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Inverse(a, inverse, n);
        using var arena = Arena.Enter();
        Span<T> product = arena.Allocate<T>(inverse.Length);
        LinearAlgebra.Multiply(inverse, aDot, product, n, n, n);
        Scaling.Negate(product);
        LinearAlgebra.Multiply(product, inverse, inverseDot, n, n, n);
    }

    /// <summary>The inverses: all that the backward sweep needs.</summary>
    /// <inheritdoc cref="InverseBackward"/>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Inverse), Mode = DerivativeMode.Forward)]
    public static void InverseForward<T>(ReadOnlySpan<T> a, Span<T> inverse, int n, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Failure.ThrowUnlessRegular(BatchedInverse.Try(a, inverse, n, ResultUse.Written, out int failed), failed);

    /// <summary>Adds the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="inverse">Their inverses.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="inverseBar">Cotangent of the inverses; zero on return.</param>
    /// <param name="da">Gradient of <paramref name="a"/>.</param>
    /// <param name="tape">The tape.</param>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Inverse), Mode = DerivativeMode.Backward)]
    public static void InverseBackward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> inverse, int n, Span<T> inverseBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddGradient(inverse, n, inverseBar, da);
        inverseBar.Clear();
    }

    // One sweep over memory; what it computes is differentiated as the operations that it consists of.
    internal static void AddGradient<T>(ReadOnlySpan<T> inverse, int n, ReadOnlySpan<T> inverseBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedInverse.AddGradient(inverse, inverseBar, da, n);

    [DerivativeOf(typeof(InverseRules), nameof(AddGradient), Mode = DerivativeMode.Vjp)]
    internal static void AddGradientVjp<T>(
        ReadOnlySpan<T> inverse, int n, ReadOnlySpan<T> inverseBar, Span<T> da, Span<T> daBar, Span<T> dInverse, Span<T> dInverseBar)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        AddGradientInStepsVjp(inverse, n, inverseBar, da, daBar, dInverse, dInverseBar);

    [DerivativeOf(typeof(InverseRules), nameof(AddGradient), Mode = DerivativeMode.Jvp)]
    internal static void AddGradientJvp<T>(
        ReadOnlySpan<T> inverse, int n, ReadOnlySpan<T> inverseBar, Span<T> da,
        ReadOnlySpan<T> inverseDot, ReadOnlySpan<T> inverseBarDot, Span<T> daDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        AddGradientInStepsJvp(inverse, n, inverseBar, da, inverseDot, inverseBarDot, daDot);

    [Differentiable]
    internal static void AddGradientInSteps<T>(ReadOnlySpan<T> inverse, int n, ReadOnlySpan<T> inverseBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> product = arena.Allocate<T>(inverse.Length);
        LinearAlgebra.Multiply(inverse, inverseBar, product, n, n, n, transposeA: true);
        Scaling.Negate(product);
        LinearAlgebra.MultiplyAdd(product, inverse, da, n, n, n, transposeB: true);
    }
}
