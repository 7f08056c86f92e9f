using System.Runtime.Intrinsics;
using StaticAd.CompilerServices;

namespace StaticAd;

public static partial class Special
{
    private const int ConversionBlock = 256;

    /// <summary>
    /// log Σᵢ exp(xᵢ), without overflow and without losing what is small beside the largest element.
    /// </summary>
    /// <returns>-Infinity for an empty span and where all elements are -Infinity; NaN if any element is NaN.</returns>
    /// <remarks>
    /// Derivative: the softmax, exp(xᵢ - LogSumExp(x)). Method: m + log(1 + Σ exp(xᵢ - m)) with the largest element m, which the sum leaves
    /// out once. The order of the sum depends on the width of the machine's vectors.
    /// </remarks>
    public static double LogSumExp(ReadOnlySpan<double> x)
    {
        double largest = Largest(x);
        if (!double.IsFinite(largest))
        {
            return largest;
        }

        int position = x.IndexOf(largest);
        return largest + LogP1(SumOfExponentials(x[..position], largest) + SumOfExponentials(x[(position + 1)..], largest));
    }

    /// <inheritdoc cref="LogSumExp(ReadOnlySpan{double})"/>
    /// <remarks>Computed in double and rounded once.</remarks>
    public static float LogSumExp(ReadOnlySpan<float> x)
    {
        double largest = double.NegativeInfinity;
        foreach (float element in x)
        {
            largest = Math.Max(largest, element);
        }

        if (!double.IsFinite(largest))
        {
            return (float)largest;
        }

        int position = x.IndexOf((float)largest);
        return (float)(largest + LogP1(SumOfExponentials(x[..position], largest) + SumOfExponentials(x[(position + 1)..], largest)));
    }

    private static double SumOfExponentials(ReadOnlySpan<float> x, double shift)
    {
        Span<double> block = stackalloc double[ConversionBlock];
        double sum = 0.0;
        while (!x.IsEmpty)
        {
            int length = Math.Min(x.Length, ConversionBlock);
            for (int i = 0; i < length; i++)
            {
                block[i] = x[i];
            }

            sum += SumOfExponentials(block[..length], shift);
            x = x[length..];
        }

        return sum;
    }

    private static double Largest(ReadOnlySpan<double> x) =>
        Vector512.IsHardwareAccelerated ? Largest<Double8, Double8Mask>(x)
        : Vector256.IsHardwareAccelerated ? Largest<Double4, Double4Mask>(x)
        : Largest<Double2, Double2Mask>(x);

    private static double SumOfExponentials(ReadOnlySpan<double> x, double shift) =>
        Vector512.IsHardwareAccelerated ? SumOfExponentials<Double8, Double8Mask>(x, shift)
        : Vector256.IsHardwareAccelerated ? SumOfExponentials<Double4, Double4Mask>(x, shift)
        : SumOfExponentials<Double2, Double2Mask>(x, shift);

    private static double Largest<T, TMask>(ReadOnlySpan<double> x)
        where T : struct, ILane<T, double, TMask>
        where TMask : struct, ILaneMask<TMask>
    {
        T largest = T.Create(double.NegativeInfinity);
        int i = 0;
        for (; i <= x.Length - T.Width; i += T.Width)
        {
            largest = T.Max(largest, T.Load(x, i));
        }

        Span<double> lanes = stackalloc double[T.Width];
        T.Store(largest, lanes, 0);
        double result = double.NegativeInfinity;
        foreach (double lane in lanes)
        {
            result = Math.Max(result, lane);
        }

        for (; i < x.Length; i++)
        {
            result = Math.Max(result, x[i]);
        }

        return result;
    }

    private static double SumOfExponentials<T, TMask>(ReadOnlySpan<double> x, double shift)
        where T : struct, ILane<T, double, TMask>
        where TMask : struct, ILaneMask<TMask>
    {
        T sums = T.Create(0.0);
        T shifts = T.Create(shift);
        int i = 0;
        for (; i <= x.Length - T.Width; i += T.Width)
        {
            sums += T.Exp(T.Load(x, i) - shifts);
        }

        Span<double> lanes = stackalloc double[T.Width];
        T.Store(sums, lanes, 0);
        double result = 0.0;
        foreach (double lane in lanes)
        {
            result += lane;
        }

        for (; i < x.Length; i++)
        {
            result += Math.Exp(x[i] - shift);
        }

        return result;
    }
}
