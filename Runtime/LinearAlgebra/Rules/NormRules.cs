using System.ComponentModel;
using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of norms of any order, as rules: by an element x of a vector of norm n it is sign(x) (|x| / n)ᵖ⁻¹.</summary>
/// <remarks>
/// This type supports generated code; it is not meant to be used directly. Parameters are those of the operation, then the cotangent of its
/// result, zero on return, and the gradient of its operand, which is overwritten, in <c>Backward</c> added to; or tangents.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class NormRules
{
    /// <summary>The norms, and the gradient.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Norms), Mode = DerivativeMode.Vjp)]
    public static void NormsVjp<T>(ReadOnlySpan<T> a, Span<T> norms, int size, [NoDerivative] T order, Span<T> normsBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Norms(a, norms, size, order);
        using var arena = Arena.Enter();
        Span<T> slopes = arena.Allocate<T>(a.Length);
        Slopes(a, norms, slopes, size, order);
        LinearAlgebra.Scale(normsBar, slopes, da, size);
        normsBar.Clear();
    }

    /// <summary>The norms, and their tangents.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Norms), Mode = DerivativeMode.Jvp)]
    public static void NormsJvp<T>(ReadOnlySpan<T> a, Span<T> norms, int size, [NoDerivative] T order, ReadOnlySpan<T> aDot, Span<T> normsDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Norms(a, norms, size, order);
        using var arena = Arena.Enter();
        Span<T> slopes = arena.Allocate<T>(a.Length);
        Slopes(a, norms, slopes, size, order);
        LinearAlgebra.InnerProducts(slopes, aDot, normsDot, size);
    }

    /// <summary>The operation itself; the backward sweep needs nothing else.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Norms), Mode = DerivativeMode.Forward)]
    public static void NormsForward<T>(ReadOnlySpan<T> a, Span<T> norms, int size, [NoDerivative] T order, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.Norms(a, norms, size, order);

    /// <summary>Adds the gradient.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Norms), Mode = DerivativeMode.Backward)]
    public static void NormsBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> norms, int size, [NoDerivative] T order, Span<T> normsBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> slopes = arena.Allocate<T>(a.Length);
        Slopes(a, norms, slopes, size, order);
        BatchedSums.AddMultiples(normsBar, slopes, da, size);
        normsBar.Clear();
    }

    // The derivative of each norm by each element of its vector.
    private static void Slopes<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> norms, Span<T> slopes, int size, T order)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < norms.Length; i++)
        {
            T share = T.IsInfinity(order) ? Share(a, i * size, size, norms[i], order > T.Zero) : T.One;
            for (int j = i * size; j < (i + 1) * size; j++)
            {
                slopes[j] = T.IsInfinity(order) ? OfExtreme(a[j], norms[i], share, order > T.Zero) : OfPower(a[j], norms[i], order);
            }
        }
    }

    private static T OfPower<T>(T x, T norm, T order)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // What is zero takes no derivative; what is not a number does.
        if (order == T.Zero || norm <= T.Zero)
        {
            return T.Zero;
        }

        if (order == T.One + T.One)
        {
            return x / norm;
        }

        if (T.Abs(x) <= T.Zero)
        {
            return T.Zero;
        }

        T power = T.Pow(T.Abs(x) / norm, order - T.One);
        return x < T.Zero ? -power : power;
    }

    private static T OfExtreme<T>(T x, T norm, T share, bool isLargest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool isResult = isLargest ? T.Abs(x) >= norm : T.Abs(x) <= norm;
        T slope = isResult ? share : T.Zero * share;
        return x < T.Zero ? -slope : x > T.Zero ? slope : T.Zero * share;
    }

    // One over the number of elements that are the result; not a number if the result is none.
    private static T Share<T>(ReadOnlySpan<T> a, int start, int size, T norm, bool isLargest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int ties = 0;
        for (int j = start; j < start + size; j++)
        {
            ties += (isLargest ? T.Abs(a[j]) >= norm : T.Abs(a[j]) <= norm) ? 1 : 0;
        }

        return ties == 0 ? T.NaN : T.One / T.CreateChecked(ties);
    }
}
