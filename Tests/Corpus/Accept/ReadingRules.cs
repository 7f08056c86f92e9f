using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Backward rules that only read what the forward sweep has written, or need nothing of it.</summary>
public static partial class ReadingRules
{
    /// <summary>y = exp(x), element by element.</summary>
    public static void Exponentials(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Exp(x[i]);
        }
    }

    [DerivativeOf(typeof(ReadingRules), nameof(Exponentials), Mode = DerivativeMode.Forward)]
    public static void ExponentialsForward(ReadOnlySpan<double> x, Span<double> y, Tape tape) => Exponentials(x, y);

    // The result is all that it needs.
    [DerivativeOf(typeof(ReadingRules), nameof(Exponentials), Mode = DerivativeMode.Backward)]
    public static void ExponentialsBackward(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> yBar, Span<double> dx, Tape tape)
    {
        for (int i = 0; i < y.Length; i++)
        {
            dx[i] += y[i] * yBar[i];
            yBar[i] = 0;
        }
    }

    /// <summary>y = x², element by element.</summary>
    public static void Squares(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = x[i] * x[i];
        }
    }

    [DerivativeOf(typeof(ReadingRules), nameof(Squares), Mode = DerivativeMode.Forward)]
    public static void SquaresForward(ReadOnlySpan<double> x, Span<double> y, Tape tape) => Squares(x, y);

    [DerivativeOf(typeof(ReadingRules), nameof(Squares), Mode = DerivativeMode.Backward)]
    public static void SquaresBackward(ReadOnlySpan<double> x, [Scratch] ReadOnlySpan<double> y, Span<double> yBar, Span<double> dx, Tape tape)
    {
        for (int i = 0; i < y.Length; i++)
        {
            dx[i] += 2 * x[i] * yBar[i];
            yBar[i] = 0;
        }
    }

    // check: [0.3, -1.2, 0.7], [0, 0, 0]
    [Differentiable]
    public static double Once(ReadOnlySpan<double> x, Span<double> y)
    {
        Span<double> squares = new double[x.Length];
        Squares(x, squares);
        Exponentials(squares, y);
        return y[0] * squares[1];
    }

    // What they have written is written again, after the call and in the next iteration.
    // check: [0.3, -0.2, 0.7], 3
    [Differentiable]
    public static double Again(ReadOnlySpan<double> x, int n)
    {
        Span<double> state = new double[x.Length], work = new double[x.Length];
        x.CopyTo(state);
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            Exponentials(state, work);
            sum += work[i] * work[0];
            work[1] *= sum;
            Squares(work, state);
            state[0] = 0.25 * state[2] - x[i];
            state[1] *= 0.125;
            state[2] = Math.Sin(state[2]);
        }

        return sum + state[0] * state[1];
    }
}
