using System.ComponentModel;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of <see cref="LogSumExpRules"/>, as rules: second order. p is the softmax.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LogSumExpRuleRules
{
    /// <summary>dẋ = (ḃ + b(ẋ − Σ p ẋ)) p: forward mode over reverse mode.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="resultBar">b, the cotangent of the result.</param>
    /// <param name="dx">Takes b p.</param>
    /// <param name="xDot">Tangents of the elements.</param>
    /// <param name="resultBarDot">Tangent of the cotangent.</param>
    /// <param name="dxDot">Takes the tangents of the gradient.</param>
    /// <param name="resultDot">Tangent of the result.</param>
    /// <returns>log Σ exp(xᵢ).</returns>
    [DerivativeOf(typeof(LogSumExpRules), nameof(LogSumExpRules.Vjp), Mode = DerivativeMode.Jvp)]
    public static double VjpJvp(
        ReadOnlySpan<double> x, double resultBar, Span<double> dx,
        ReadOnlySpan<double> xDot, double resultBarDot, Span<double> dxDot, out double resultDot)
    {
        double value = LogSumExpRules.Vjp(x, 1, dxDot);
        resultDot = Dot(dxDot, xDot);
        for (int i = 0; i < x.Length; i++)
        {
            double softmax = dxDot[i];
            dx[i] = resultBar * softmax;
            dxDot[i] = (resultBarDot + resultBar * (xDot[i] - resultDot)) * softmax;
        }

        return value;
    }

    /// <summary>x̄ = b(g − Σ p g) p + c p and b̄ = Σ p g, for the cotangents g of the gradient and c of the result.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="resultBar">b, the cotangent of the result.</param>
    /// <param name="dx">Takes b p.</param>
    /// <param name="dxBar">g on entry; zero on return, as what the gradient held before is overwritten.</param>
    /// <param name="resultBarOfResult">c.</param>
    /// <param name="dxOfX">Gradient with respect to <paramref name="x"/>.</param>
    /// <param name="dResultBar">Gradient with respect to <paramref name="resultBar"/>.</param>
    /// <returns>log Σ exp(xᵢ).</returns>
    [DerivativeOf(typeof(LogSumExpRules), nameof(LogSumExpRules.Vjp), Mode = DerivativeMode.Vjp)]
    public static double VjpVjp(
        ReadOnlySpan<double> x, double resultBar, Span<double> dx,
        Span<double> dxBar, double resultBarOfResult, Span<double> dxOfX, out double dResultBar)
    {
        double value = LogSumExpRules.Vjp(x, 1, dxOfX);
        dResultBar = Dot(dxOfX, dxBar);
        for (int i = 0; i < x.Length; i++)
        {
            double softmax = dxOfX[i];
            dx[i] = resultBar * softmax;
            dxOfX[i] = (resultBarOfResult + resultBar * (dxBar[i] - dResultBar)) * softmax;
        }

        Zeros.Fill(dxBar);
        return value;
    }

    /// <summary>The tangent of Σ p t is Σ p ṫ + Σ p (t − Σ p t) ẋ: forward mode over forward mode.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="tangents">t.</param>
    /// <param name="resultDot">Takes Σ p t.</param>
    /// <param name="xDot">Tangents of the elements.</param>
    /// <param name="tangentsDot">Tangents of the tangents.</param>
    /// <param name="resultDotDot">Tangent of <paramref name="resultDot"/>.</param>
    /// <param name="resultDotOfResult">Tangent of the result.</param>
    /// <returns>log Σ exp(xᵢ).</returns>
    [DerivativeOf(typeof(LogSumExpRules), nameof(LogSumExpRules.Jvp), Mode = DerivativeMode.Jvp)]
    public static double JvpJvp(
        ReadOnlySpan<double> x, ReadOnlySpan<double> tangents, out double resultDot,
        ReadOnlySpan<double> xDot, ReadOnlySpan<double> tangentsDot, out double resultDotDot, out double resultDotOfResult)
    {
        using ArenaScope arena = Arena.Enter();
        Span<double> softmax = arena.Allocate<double>(x.Length);
        LogSumExpRules.Vjp(x, 1, softmax);
        double value = LogSumExpRules.Jvp(x, tangents, out resultDot);
        resultDotOfResult = Dot(softmax, xDot);
        resultDotDot = 0;
        for (int i = 0; i < x.Length; i++)
        {
            resultDotDot += softmax[i] * (tangentsDot[i] + (tangents[i] - resultDot) * xDot[i]);
        }

        return value;
    }

    /// <summary>x̄ = (c + e(t − Σ p t)) p and t̄ = e p, for the cotangents c of the result and e of its tangent.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="tangents">t.</param>
    /// <param name="resultDot">Takes Σ p t.</param>
    /// <param name="resultDotBar">e.</param>
    /// <param name="resultBar">c.</param>
    /// <param name="dx">Gradient with respect to <paramref name="x"/>.</param>
    /// <param name="dTangents">Gradient with respect to <paramref name="tangents"/>.</param>
    /// <returns>log Σ exp(xᵢ).</returns>
    [DerivativeOf(typeof(LogSumExpRules), nameof(LogSumExpRules.Jvp), Mode = DerivativeMode.Vjp)]
    public static double JvpVjp(
        ReadOnlySpan<double> x, ReadOnlySpan<double> tangents, out double resultDot,
        double resultDotBar, double resultBar, Span<double> dx, Span<double> dTangents)
    {
        LogSumExpRules.Vjp(x, 1, dTangents);
        double value = LogSumExpRules.Jvp(x, tangents, out resultDot);
        for (int i = 0; i < x.Length; i++)
        {
            double softmax = dTangents[i];
            dx[i] = (resultBar + resultDotBar * (tangents[i] - resultDot)) * softmax;
            dTangents[i] = resultDotBar * softmax;
        }

        return value;
    }

    private static double Dot(ReadOnlySpan<double> softmax, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < softmax.Length; i++)
        {
            sum += softmax[i] * x[i];
        }

        return sum;
    }
}
