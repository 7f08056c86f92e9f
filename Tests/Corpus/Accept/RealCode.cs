using System;
using StaticAd;

namespace StaticAd.Corpus;

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
        Expect(n > 0, "n must be positive, not " + n + " as for " + Fault.Format);
        return Math.Log(square) * n;
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
