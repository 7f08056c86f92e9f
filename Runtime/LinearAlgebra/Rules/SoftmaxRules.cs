using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of softmax and its relatives, as rules.</summary>
/// <remarks>
/// This type supports generated code; it is not meant to be used directly. Parameters are those of the operation, then the cotangent of its
/// result, zero on return, and the gradients of its operands, which are overwritten; or tangents.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class SoftmaxRules
{
    /// <summary>The gradient is the softmax, times the cotangent.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.LogSumExps), Mode = DerivativeMode.Vjp)]
    public static void LogSumExpsVjp<T>(ReadOnlySpan<T> a, Span<T> results, int size, Span<T> resultsBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.LogSumExps(a, results, size);
        for (int i = 0; i < results.Length; i++)
        {
            for (int j = 0; j < size; j++)
            {
                da[(i * size) + j] = resultsBar[i] * T.Exp(a[(i * size) + j] - results[i]);
            }
        }

        resultsBar.Clear();
    }

    /// <summary>The mean of the tangents, weighted by the softmax.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.LogSumExps), Mode = DerivativeMode.Jvp)]
    public static void LogSumExpsJvp<T>(ReadOnlySpan<T> a, Span<T> results, int size, ReadOnlySpan<T> aDot, Span<T> resultsDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.LogSumExps(a, results, size);
        for (int i = 0; i < results.Length; i++)
        {
            T sum = T.Zero;
            for (int j = 0; j < size; j++)
            {
                sum += aDot[(i * size) + j] * T.Exp(a[(i * size) + j] - results[i]);
            }

            resultsDot[i] = sum;
        }
    }

    /// <summary>Ā = Y ∘ (G − ⟨G, Y⟩), row by row.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Softmax), Mode = DerivativeMode.Vjp)]
    public static void SoftmaxVjp<T>(ReadOnlySpan<T> a, Span<T> softmax, int size, Span<T> softmaxBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Softmax(a, softmax, size);
        AlongRows(softmax, softmaxBar, da, size);
        softmaxBar.Clear();
    }

    /// <summary>Ẏ = Y ∘ (Ȧ − ⟨Ȧ, Y⟩), row by row.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Softmax), Mode = DerivativeMode.Jvp)]
    public static void SoftmaxJvp<T>(ReadOnlySpan<T> a, Span<T> softmax, int size, ReadOnlySpan<T> aDot, Span<T> softmaxDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Softmax(a, softmax, size);
        AlongRows(softmax, aDot, softmaxDot, size);
    }

    /// <summary>Ā = G − exp(Y) Σ G, row by row.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.LogSoftmax), Mode = DerivativeMode.Vjp)]
    public static void LogSoftmaxVjp<T>(ReadOnlySpan<T> a, Span<T> logSoftmax, int size, Span<T> logSoftmaxBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.LogSoftmax(a, logSoftmax, size);
        int rows = size == 0 ? 0 : a.Length / size;
        for (int i = 0; i < rows; i++)
        {
            T sum = T.Zero;
            for (int j = i * size; j < (i + 1) * size; j++)
            {
                sum += logSoftmaxBar[j];
            }

            for (int j = i * size; j < (i + 1) * size; j++)
            {
                da[j] = logSoftmaxBar[j] - (T.Exp(logSoftmax[j]) * sum);
            }
        }

        logSoftmaxBar.Clear();
    }

    /// <summary>Ẏ = Ȧ − ⟨Ȧ, exp(Y)⟩, row by row.</summary>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.LogSoftmax), Mode = DerivativeMode.Jvp)]
    public static void LogSoftmaxJvp<T>(ReadOnlySpan<T> a, Span<T> logSoftmax, int size, ReadOnlySpan<T> aDot, Span<T> logSoftmaxDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.LogSoftmax(a, logSoftmax, size);
        int rows = size == 0 ? 0 : a.Length / size;
        for (int i = 0; i < rows; i++)
        {
            T mean = T.Zero;
            for (int j = i * size; j < (i + 1) * size; j++)
            {
                mean += aDot[j] * T.Exp(logSoftmax[j]);
            }

            for (int j = i * size; j < (i + 1) * size; j++)
            {
                logSoftmaxDot[j] = aDot[j] - mean;
            }
        }
    }

    // The Jacobian of a row, diag(y) − y yᵀ, times a vector: it is symmetric, and serves both ways.
    private static void AlongRows<T>(ReadOnlySpan<T> softmax, ReadOnlySpan<T> along, Span<T> product, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = size == 0 ? 0 : softmax.Length / size;
        for (int i = 0; i < rows; i++)
        {
            T mean = T.Zero;
            for (int j = i * size; j < (i + 1) * size; j++)
            {
                mean += along[j] * softmax[j];
            }

            for (int j = i * size; j < (i + 1) * size; j++)
            {
                product[j] = softmax[j] * (along[j] - mean);
            }
        }
    }
}
