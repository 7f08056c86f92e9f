using System.ComponentModel;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of <see cref="Special.LogSumExp(ReadOnlySpan{double})"/>, as rules.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LogSumExpRules
{
    /// <summary>Value and gradient: <paramref name="resultBar"/> times the softmax.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="resultBar">Cotangent of the result.</param>
    /// <param name="dx">Gradient with respect to <paramref name="x"/>; as long as it, not overlapping.</param>
    /// <returns>log Σ exp(xᵢ).</returns>
    /// <exception cref="ArgumentException">The gradient has another length, or overlaps the elements.</exception>
    [DerivativeOf(typeof(Special), nameof(Special.LogSumExp), Mode = DerivativeMode.Vjp)]
    public static double Vjp(ReadOnlySpan<double> x, double resultBar, Span<double> dx)
    {
        Require.Length(dx, x.Length, nameof(dx), nameof(x));
        Require.Disjoint(dx, x, nameof(dx), nameof(x));
        double value = Weights(x, dx, out double total);
        ExponentialSums.Scale(dx, 1 / total, resultBar);
        return value;
    }

    /// <summary>Value and tangent: the mean of the tangents, weighted by the softmax.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="xDot">Tangents of the elements; as many.</param>
    /// <param name="resultDot">Tangent of the result.</param>
    /// <returns>log Σ exp(xᵢ).</returns>
    /// <exception cref="ArgumentException">There are more or fewer tangents than elements.</exception>
    [DerivativeOf(typeof(Special), nameof(Special.LogSumExp), Mode = DerivativeMode.Jvp)]
    public static double Jvp(ReadOnlySpan<double> x, ReadOnlySpan<double> xDot, out double resultDot)
    {
        Require.Length(xDot, x.Length, nameof(xDot), nameof(x));
        double largest = ExponentialSums.Largest(x);
        if (!double.IsFinite(largest))
        {
            resultDot = 0;
            for (int i = 0; i < x.Length; i++)
            {
                resultDot += Math.Exp(x[i] - largest) * xDot[i];
            }

            return largest;
        }

        var sums = new ExponentialSums(largest);
        sums.Add(x, default, xDot);
        resultDot = sums.Products / sums.Total;
        return sums.Logarithm;
    }

    /// <inheritdoc cref="Vjp(ReadOnlySpan{double}, double, Span{double})"/>
    [DerivativeOf(typeof(Special), nameof(Special.LogSumExp), Mode = DerivativeMode.Vjp)]
    public static float Vjp(ReadOnlySpan<float> x, float resultBar, Span<float> dx)
    {
        Require.Length(dx, x.Length, nameof(dx), nameof(x));
        Require.Disjoint(dx, x, nameof(dx), nameof(x));
        return SingleLogSumExp.Vjp(x, resultBar, dx);
    }

    /// <inheritdoc cref="Jvp(ReadOnlySpan{double}, ReadOnlySpan{double}, out double)"/>
    [DerivativeOf(typeof(Special), nameof(Special.LogSumExp), Mode = DerivativeMode.Jvp)]
    public static float Jvp(ReadOnlySpan<float> x, ReadOnlySpan<float> xDot, out float resultDot)
    {
        Require.Length(xDot, x.Length, nameof(xDot), nameof(x));
        return SingleLogSumExp.Jvp(x, xDot, out resultDot);
    }

    /// <summary>The weights exp(xᵢ - m), their sum, and the value.</summary>
    internal static double Weights(ReadOnlySpan<double> x, Span<double> weights, out double total)
    {
        double largest = ExponentialSums.Largest(x);
        if (!double.IsFinite(largest))
        {
            total = 1;
            for (int i = 0; i < x.Length; i++)
            {
                weights[i] = Math.Exp(x[i] - largest);
            }

            return largest;
        }

        var sums = new ExponentialSums(largest);
        sums.Add(x, weights, default);
        total = sums.Total;
        return sums.Logarithm;
    }
}
