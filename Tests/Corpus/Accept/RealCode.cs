using System;
using StaticAd;

namespace StaticAd.Corpus;

public readonly struct Phasor
{
    public static readonly Phasor One = new(1, 0.5F);

    private readonly float _real;
    private readonly float _imaginary;

    public Phasor(float real, float imaginary)
    {
        _real = real;
        _imaginary = imaginary;
    }

    public float Real
    {
        get { return _real; }
    }

    public float Imaginary => this._imaginary;

    public static Phasor operator *(Phasor x, Phasor y) =>
        new(x._real * y._real - x._imaginary * y._imaginary, x._real * y._imaginary + x._imaginary * y._real);
}

/// <summary>What the sources of numeric libraries do.</summary>
public static partial class RealCode
{
    public enum Fault : byte
    {
        Argument,
        Range,
        Format,
    }

    // check: 1.5
    [Differentiable]
    public static double Checked(double x)
    {
        Expect(x > 0, "x must be positive.");
        Expect(x < 10, "x must be small.", Fault.Range);
        return Math.Log(x) * x;
    }

    // check: 1.5, 3
    [Differentiable]
    public static double Told(double x, int n)
    {
        double square = x * x;
        Insist(square > 0, () => "the square of x must not be " + square);
        Insist(n % 2 == 1, () => { return $"n must be odd, not {n}, with x = {x:F3}"; }, Fault.Range);
        if (n < 0)
        {
            Expect(n > -5, "n must not be " + n + " as for " + Fault.Format);
        }

        return Math.Log(square) * n;
    }

    // check: 1.5, 3
    [Differentiable]
    public static double Formatted(double x, int n)
    {
        if (x < 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"x = {x}, with n = {n + 1}"));
        }

        if (x > 10)
        {
            throw new ArgumentOutOfRangeException(nameof(x), (x, n), "Too large.");
        }

        return n > 0 ? x * x * n : throw new ArgumentException(string.Format("n = {0} and {1}", n, x * n));
    }

    // check: 0.7, 0.4
    [Differentiable(Order = 2)]
    public static double ContinuedFraction(double order, double x)
    {
        const double Tiny = 1e-300;
        double b = 2 * order / x, fraction = Tiny, c = fraction, d = 0, change = 0, a = 1;
        for (int n = 1; Math.Abs(change - 1) > 1e-15; n++)
        {
            d = b + a * d;
            d = Math.Abs(d) < Tiny ? Tiny : d;
            c = b + a / c;
            c = Math.Abs(c) < Tiny ? Tiny : c;
            d = 1 / d;
            change = c * d;
            fraction *= change;
            a = 1 + 0.01 * n;
            b = 2 * (order + n) / x;
        }

        return fraction;
    }

    // check: new Phasor(0.5F, 0.75F), 1.5F
    [Differentiable]
    public static Phasor Turned(Phasor p, float x) => p * new Phasor(x, p.Imaginary) * Phasor.One;

    // check: new Phasor[] { new(0.5F, 0.75F), new(-0.5F, 1.25F) }, new Phasor(1.5F, 0.25F)
    [Differentiable]
    public static void Scaled(Span<Phasor> phasors, in Phasor by)
    {
        for (int i = 0; i < phasors.Length; i++)
        {
            phasors[i] = phasors[i] * by;
        }
    }

    private static void Insist(bool holds, Func<string> message, Fault fault = Fault.Argument)
    {
        if (!holds)
        {
            switch (fault)
            {
                case Fault.Argument:
                    throw new ArgumentException(message());
                default:
                    throw new FormatException(message.Invoke());
            }
        }
    }

    private static void Expect(bool holds, string message, Fault fault = Fault.Argument)
    {
        if (!holds)
        {
            switch (fault)
            {
                case Fault.Range:
                    throw new ArgumentOutOfRangeException(message);
                case Fault.Format:
                    throw new FormatException(message);
                default:
                    throw new ArgumentException(message);
            }
        }
    }
}
