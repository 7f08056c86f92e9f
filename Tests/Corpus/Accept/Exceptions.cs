using System;
using StaticAd;

#pragma warning disable CS8509 // The switch expression does not handle all possible values: it throws for them.

namespace StaticAd.Corpus;

/// <summary>Checks of arguments and of what is computed from them, at arguments that pass them.</summary>
public static partial class Exceptions
{
    public enum Mode
    {
        Plain,
        Squared,
    }

    // check: 0.7, 3, new double[] { 0.4, 1.2 }
    [Differentiable]
    public static double Statements(double x, int n, double[] weights)
    {
        if (n < 1)
            throw new ArgumentException($"At least one step, not {n:D3} of {x,5:F1}: {{{(n > 0 ? 1 : 2)}}}", nameof(n));

        if (weights == null || weights.Length < 2)
        {
            int missing = 2 - weights!.Length;
            throw new ArgumentException("\"Weights\" lack " + missing + " elements", nameof(weights));
        }

        if (!(x > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, null);
        }
        else
        {
            x *= 2;
        }

        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            sum += x * weights[i % 2];
        }

        return sum * Checked(x, n);
    }

    // check: 0.7, 3, new double[] { 0.4, 1.2 }
    [Differentiable]
    public static double Calls(double x, int n, double[] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, 5.0 * n, nameof(x));
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, 2);
        System.Diagnostics.Debug.Assert(x > 0, "positive");
        return weights[0] * Math.Pow(x, n) + weights[1];
    }

    // check: 0.7, Exceptions.Mode.Plain, 2
    // check: 0.7, Exceptions.Mode.Squared, 1
    [Differentiable]
    public static double Expressions(double x, Mode mode, int n)
    {
        double root = x > 0 ? Math.Sqrt(x) : throw new ArgumentException("negative", nameof(x));
        double scaled = mode switch
        {
            Mode.Plain => root,
            Mode.Squared when n > 5 => throw new NotSupportedException(),
            Mode.Squared => root * root * x,
            _ => throw new InvalidOperationException($"Mode {mode}", new ArgumentException()),
        };
        double limited = n switch
        {
            1 => scaled,
            2 => scaled * scaled,
        };
        switch (n)
        {
            case < 0:
                throw new ArgumentOutOfRangeException(nameof(n));
            case 1:
                limited += 1;
                return limited * x;
            case 2:
                limited *= 2;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(n), "too large");
        }

        return limited;
    }

    // check: new double[] { 0.7, 1.3, 0.4 }, new double[] { 2, 0.5, 1.5 }
    [Differentiable]
    public static double InLoops(ReadOnlySpan<double> x, Span<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException("Lengths differ", nameof(y));
        double product = 1;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] <= 0)
            {
                throw new ArgumentException($"x[{i}] is {x[i]}", nameof(x));
            }

            product *= Math.Log(1 + x[i]) + y[i];
        }

        return product;
    }

    // check: 1.7, 30
    [Differentiable]
    public static double Converges(double a, int most)
    {
        double x = a;
        for (int i = 0; i < most; i++)
        {
            double next = 0.5 * (x + a / x);
            if (Math.Abs(next - x) < 1e-13)
            {
                return next * 3;
            }

            x = next;
        }

        throw new InvalidOperationException("No convergence");
    }

    private static double Checked(double value, int count)
    {
        if (count > 100)
        {
            Fail(count);
        }

        double result;
        if (value > 0)
        {
            result = value * value;
        }
        else
        {
            throw new ArithmeticException("Not positive: " + value);
        }

        return result;
    }

    private static void Fail(int count) => throw new ArgumentException($"{count}", nameof(count));
}
