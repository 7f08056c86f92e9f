using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of <see cref="LinearAlgebra.MatrixExponential"/>, as rules: Ė is Fréchet's derivative of exp at A in the direction of Ȧ, and Ā that at Aᵀ in the direction of the cotangent.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class ExponentialRules
{
    /// <summary>The exponentials, and the gradient of the matrices.</summary>
    /// <inheritdoc cref="MatrixExponentialBackward"/>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.MatrixExponential), Mode = DerivativeMode.Vjp)]
    public static void MatrixExponentialVjp<T>(ReadOnlySpan<T> a, Span<T> exponential, int n, Span<T> exponentialBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.MatrixExponential(a, exponential, n);
        da.Clear();
        AddGradient(a, n, exponentialBar, da);
        exponentialBar.Clear();
    }

    /// <summary>The exponentials and their tangents.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="exponential">Takes their exponentials.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="exponentialDot">Takes the tangents of the exponentials.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.MatrixExponential), Mode = DerivativeMode.Jvp)]
    public static void MatrixExponentialJvp<T>(ReadOnlySpan<T> a, Span<T> exponential, int n, ReadOnlySpan<T> aDot, Span<T> exponentialDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ExponentialTangents.Compute(a, aDot, exponential, exponentialDot, n);

    /// <summary>The exponentials; the backward sweep needs nothing but the matrices.</summary>
    /// <inheritdoc cref="MatrixExponentialBackward"/>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.MatrixExponential), Mode = DerivativeMode.Forward)]
    public static void MatrixExponentialForward<T>(ReadOnlySpan<T> a, Span<T> exponential, int n, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.MatrixExponential(a, exponential, n);

    /// <summary>Adds the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="exponential">Their exponentials.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="exponentialBar">Cotangent of the exponentials; zero on return.</param>
    /// <param name="da">Gradient of <paramref name="a"/>.</param>
    /// <param name="tape">The tape.</param>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.MatrixExponential), Mode = DerivativeMode.Backward)]
    public static void MatrixExponentialBackward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> exponential, int n, Span<T> exponentialBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddGradient(a, n, exponentialBar, da);
        exponentialBar.Clear();
    }

    private static void AddGradient<T>(ReadOnlySpan<T> a, int n, ReadOnlySpan<T> exponentialBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> transposed = arena.Allocate<T>(a.Length);
        Span<T> unused = arena.Allocate<T>(exponentialBar.Length), gradient = arena.Allocate<T>(exponentialBar.Length);
        LinearAlgebra.Transpose(a, transposed, n, n);
        ExponentialTangents.Compute(transposed, exponentialBar, unused, gradient, n);
        LinearAlgebra.Accumulate(gradient, da, da.Length);
    }
}
