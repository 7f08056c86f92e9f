using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of largest and smallest elements and of normalised rows, as rules.</summary>
/// <remarks>
/// This type supports generated code; it is not meant to be used directly. Parameters are those of the operation, then the cotangent of its
/// result, zero on return, and the gradients of its operands, which are overwritten; or tangents.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class RowRules
{
    /// <summary>Ā = (G − mean(G) − Y mean(G ∘ Y)) / σ, row by row.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.LayerNorm), Mode = DerivativeMode.Vjp)]
    public static void LayerNormVjp<T>(
        ReadOnlySpan<T> a, Span<T> normalized, int size, [NoDerivative] T epsilon, Span<T> normalizedBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.LayerNorm(a, normalized, size, epsilon);
        AlongRows(a, normalized, normalizedBar, da, size, epsilon);
        normalizedBar.Clear();
    }

    /// <summary>Ẏ = (Ȧ − mean(Ȧ) − Y mean(Ȧ ∘ Y)) / σ, row by row.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.LayerNorm), Mode = DerivativeMode.Jvp)]
    public static void LayerNormJvp<T>(
        ReadOnlySpan<T> a, Span<T> normalized, int size, [NoDerivative] T epsilon, ReadOnlySpan<T> aDot, Span<T> normalizedDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.LayerNorm(a, normalized, size, epsilon);
        AlongRows(a, normalized, aDot, normalizedDot, size, epsilon);
    }

    /// <summary>The cotangent, shared by the elements that are the result.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Maxima), Mode = DerivativeMode.Vjp)]
    public static void MaximaVjp<T>(ReadOnlySpan<T> a, Span<T> maxima, int size, Span<T> maximaBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Maxima(a, maxima, size);
        for (int i = 0; i < maxima.Length; i++)
        {
            T share = Share(a, i * size, size, maxima[i], isLargest: true);
            for (int j = 0; j < size; j++)
            {
                da[(i * size) + j] = (a[(i * size) + j] >= maxima[i] ? share : T.Zero * share) * maximaBar[i];
            }
        }

        maximaBar.Clear();
    }

    /// <summary>The mean of the tangents of the elements that are the result.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Maxima), Mode = DerivativeMode.Jvp)]
    public static void MaximaJvp<T>(ReadOnlySpan<T> a, Span<T> maxima, int size, ReadOnlySpan<T> aDot, Span<T> maximaDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Maxima(a, maxima, size);
        for (int i = 0; i < maxima.Length; i++)
        {
            T share = Share(a, i * size, size, maxima[i], isLargest: true);
            T sum = T.Zero;
            for (int j = 0; j < size; j++)
            {
                sum += (a[(i * size) + j] >= maxima[i] ? share : T.Zero * share) * aDot[(i * size) + j];
            }

            maximaDot[i] = sum;
        }
    }

    /// <summary>The cotangent, shared by the elements that are the result.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Minima), Mode = DerivativeMode.Vjp)]
    public static void MinimaVjp<T>(ReadOnlySpan<T> a, Span<T> minima, int size, Span<T> minimaBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Minima(a, minima, size);
        for (int i = 0; i < minima.Length; i++)
        {
            T share = Share(a, i * size, size, minima[i], isLargest: false);
            for (int j = 0; j < size; j++)
            {
                da[(i * size) + j] = (a[(i * size) + j] <= minima[i] ? share : T.Zero * share) * minimaBar[i];
            }
        }

        minimaBar.Clear();
    }

    /// <summary>The mean of the tangents of the elements that are the result.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Minima), Mode = DerivativeMode.Jvp)]
    public static void MinimaJvp<T>(ReadOnlySpan<T> a, Span<T> minima, int size, ReadOnlySpan<T> aDot, Span<T> minimaDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Minima(a, minima, size);
        for (int i = 0; i < minima.Length; i++)
        {
            T share = Share(a, i * size, size, minima[i], isLargest: false);
            T sum = T.Zero;
            for (int j = 0; j < size; j++)
            {
                sum += (a[(i * size) + j] <= minima[i] ? share : T.Zero * share) * aDot[(i * size) + j];
            }

            minimaDot[i] = sum;
        }
    }

    // One over the number of elements that are the result; not a number if the result is none.
    private static T Share<T>(ReadOnlySpan<T> a, int start, int size, T result, bool isLargest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int ties = 0;
        for (int j = start; j < start + size; j++)
        {
            ties += (isLargest ? a[j] >= result : a[j] <= result) ? 1 : 0;
        }

        return ties == 0 ? T.NaN : T.One / T.CreateChecked(ties);
    }

    // The divisor of a row: the root of its variance and what is added to it.
    private static T Deviation<T>(ReadOnlySpan<T> a, int start, int size, T epsilon)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sum = T.Zero, squares = T.Zero, count = T.CreateChecked(size);
        for (int j = start; j < start + size; j++)
        {
            sum += a[j];
        }

        T mean = sum / count;
        for (int j = start; j < start + size; j++)
        {
            squares += (a[j] - mean) * (a[j] - mean);
        }

        return T.Sqrt((squares / count) + epsilon);
    }

    // The Jacobian of a normalised row times a vector: it is symmetric, and serves both ways.
    private static void AlongRows<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> normalized, ReadOnlySpan<T> along, Span<T> product, int size, T epsilon)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T count = T.CreateChecked(size);
        int rows = size == 0 ? 0 : a.Length / size;
        for (int i = 0; i < rows; i++)
        {
            T deviation = Deviation(a, i * size, size, epsilon), mean = T.Zero, inner = T.Zero;
            for (int j = i * size; j < (i + 1) * size; j++)
            {
                mean += along[j];
                inner += along[j] * normalized[j];
            }

            for (int j = i * size; j < (i + 1) * size; j++)
            {
                product[j] = (along[j] - ((mean + (normalized[j] * inner)) / count)) / deviation;
            }
        }
    }
}
