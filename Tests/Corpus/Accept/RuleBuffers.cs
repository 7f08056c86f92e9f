using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Rules of functions of buffers: aliases, slices, element types, memory that is overwritten afterwards.</summary>
public static partial class RuleBuffers
{
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    [DerivativeOf(typeof(RuleBuffers), nameof(Dot), Mode = DerivativeMode.Vjp)]
    internal static double DotVjp(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double resultBar, Span<double> dx, Span<double> dy)
    {
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] = resultBar * y[i];
            dy[i] = resultBar * x[i];
        }

        return Dot(x, y);
    }

    /// <summary>The same for other element types and arrays: parameter types select the overload.</summary>
    public static float Dot(ReadOnlySpan<float> x, float[] y)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    [DerivativeOf(typeof(RuleBuffers), nameof(Dot), Mode = DerivativeMode.Vjp)]
    internal static float DotVjp(ReadOnlySpan<float> x, float[] y, float resultBar, Span<float> dx, Span<float> dy)
    {
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] = resultBar * y[i];
            dy[i] = resultBar * x[i];
        }

        return Dot(x, y);
    }

    private static class Sweeps
    {
        private const string Frame = "Corpus.Sum";

        /// <summary>Σ scale x².</summary>
        internal static double Squares(ReadOnlySpan<double> x, double scale)
        {
            double sum = 0;
            foreach (double xi in x)
            {
                sum += scale * xi * xi;
            }

            return sum;
        }

        [DerivativeOf(typeof(Sweeps), nameof(Squares), Mode = DerivativeMode.Forward)]
        internal static double SquaresForward(ReadOnlySpan<double> x, double scale, Tape tape)
        {
            using var recording = tape.Record(Frame);
            double sum = Squares(x, scale);
            recording.Keep(sum);
            recording.Complete();
            return sum;
        }

        [DerivativeOf(typeof(Sweeps), nameof(Squares), Mode = DerivativeMode.Backward)]
        internal static void SquaresBackward(ReadOnlySpan<double> x, double scale, double resultBar, Span<double> dx, ref double dScale, Tape tape)
        {
            using var replay = tape.Replay(Frame);
            dScale += resultBar * replay.RecallValue<double>() / scale;
            for (int i = 0; i < x.Length; i++)
            {
                dx[i] += 2 * resultBar * scale * x[i];
            }
        }
    }

    public static float Norm(ReadOnlySpan<float> x, double power) => (float)Math.Pow(x[0] * x[0] + x[1] * x[1], power);

    [DerivativeOf(typeof(RuleBuffers), nameof(Norm), Mode = DerivativeMode.Jvp)]
    internal static float NormJvp(ReadOnlySpan<float> x, double power, ReadOnlySpan<float> xDot, double powerDot, out float resultDot)
    {
        double square = x[0] * x[0] + x[1] * x[1];
        double result = Math.Pow(square, power);
        resultDot = (float)(result * (power * 2 * (x[0] * xDot[0] + x[1] * xDot[1]) / square + powerDot * Math.Log(square)));
        return (float)result;
    }

    /// <summary>Adds 1 to the counts and doubles the elements; the counts are passive, and so is what is marked.</summary>
    public static void Count(ReadOnlySpan<double> x, Span<int> counts, [NoDerivative] Span<double> rounded, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            counts[i]++;
            rounded[i] = Math.Round(x[i]);
            y[i] *= x[i] * counts[i];
        }
    }

    [DerivativeOf(typeof(RuleBuffers), nameof(Count), Mode = DerivativeMode.Vjp)]
    internal static void CountVjp(ReadOnlySpan<double> x, Span<int> counts, Span<double> rounded, Span<double> y, Span<double> yBar, Span<double> dx)
    {
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] = yBar[i] * y[i] * (counts[i] + 1);
            yBar[i] *= x[i] * (counts[i] + 1);
        }

        Count(x, counts, rounded, y);
    }

    // check: new double[] { 0.3, -1.2, 2.5 }, new double[] { 1.5, 0.2, -0.7 }
    [Differentiable]
    public static double Twice(double[] x, ReadOnlySpan<double> y) => Dot(x, x) * Dot(x, y) + Dot(y, x);

    // check: new double[] { 0.3, -1.2, 2.5, 0.6, 1.1, -0.4 }, 2
    [Differentiable]
    public static double Rows(ReadOnlySpan<double> x, int d)
    {
        double sum = 0;
        for (int i = 0; i < x.Length / d; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                sum += Math.Sin(Dot(x.Slice(i * d, d), x.Slice(j * d, d)));
            }
        }

        return sum;
    }

    // check: new double[] { 0.3, -1.2, 2.5, 0.6, 1.1, -0.4 }, 3
    [Differentiable]
    public static void Orthogonalised(Span<double> x, int d)
    {
        for (int i = 1; i < x.Length / d; i++)
        {
            Span<double> row = x.Slice(i * d, d);
            for (int j = 0; j < i; j++)
            {
                Span<double> other = x.Slice(j * d, d);
                double factor = Dot(row, other) / Dot(other, other);
                for (int k = 0; k < d; k++)
                {
                    row[k] -= factor * other[k];
                }
            }
        }
    }

    // check: new float[] { 0.3f, -1.2f, 2.5f }, new float[] { 1.5f, 0.2f, -0.7f }
    [Differentiable]
    public static float Single(ReadOnlySpan<float> x, float[] y) => Dot(x, y) * y[0];

    // check: new double[] { 0.3, -1.2, 2.5 }, 0.7
    [Differentiable]
    public static double Summed(Span<double> x, double scale)
    {
        double sum = Sweeps.Squares(x, scale);
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = sum * Sweeps.Squares(x[..i], x[i]);
            sum += i > 0 ? Sweeps.Squares(x.Slice(i - 1, 2), sum) : x[i];
        }

        return sum;
    }

    // check: new double[] { 0.3, -1.2, 2.5, 0.5 }
    [Differentiable]
    public static double Independent(ReadOnlySpan<double> x)
    {
        double sum = 0;
        Span<double> work = stackalloc double[2];
        for (int i = 0; i + 1 < x.Length; i++)
        {
            for (int k = 0; k < 2; k++)
            {
                work[k] = x[i + k] * x[0];
            }

            sum += Dot(work, x.Slice(i, 2)) + Sweeps.Squares(work, 0.5 + i);
        }

        return sum;
    }

    // check: new float[] { 0.75f, 1.25f }, 0.4
    [Differentiable]
    public static double Mixed(Span<float> x, double power)
    {
        double norm = Norm(x, power) * power;
        x[0] = Norm(x, norm);
        return norm + Norm(x, 0.5);
    }

    // check: new double[] { 0.3, -1.2 }, new double[] { 1.5, 0.25 }
    [Differentiable]
    public static double Counted(ReadOnlySpan<double> x, Span<double> y)
    {
        Span<int> counts = stackalloc int[2];
        Span<double> rounded = [y[0], y[1]];
        double before = rounded[0] * rounded[1];
        for (int k = 0; k < 3; k++)
        {
            Count(x, counts, rounded, y);
            y[0] += y[1];
        }

        return before + counts[0] * rounded[0] + y[0];
    }

    // check: new double[] { 0.3, -1.2, 0.8, 1.5 }
    [Differentiable]
    public static double Halves(Span<double> x)
    {
        Span<int> counts = stackalloc int[2];
        Span<double> rounded = stackalloc double[2];
        Count(x[..2], counts, rounded, x[2..]);
        Count(x[2..], counts, rounded, x[..2]);
        return x[0] * x[3];
    }
}
