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
