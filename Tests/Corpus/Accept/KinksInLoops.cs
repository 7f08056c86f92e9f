using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>What a loop saved is read on one side of a kink only, and must leave the stack on both.</summary>
public static partial class KinksInLoops
{
    public record struct Pair(double X, double Y)
    {
        public void Turn(double by)
        {
            double x = X;
            X -= by * Y;
            Y = Math.Sin(Y + by * x);
        }
    }

    // check: new(-1.625, 0.75)
    // check: new(0.875, -0.5)
    [Differentiable]
    public static double Turned(ref Pair pair)
    {
        double t = pair.X;
        for (int i = 0; i < 2; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                pair.Turn(t);
                t = Math.Pow(1.5, Math.Clamp(pair.Y, -0.75, 1.25)) - t;
            }
        }

        return 1.5;
    }

    // check: [0.25, 1.5, -0.75, 0.875, 2.0], 0.5
    [Differentiable(Order = 2)]
    public static double Saturated(ReadOnlySpan<double> inputs, double decay)
    {
        double state = 0.25;
        foreach (double input in inputs)
        {
            double driven = Math.Sin(state * input) + decay * state;
            state = Math.Exp(Math.Min(driven, 0.375)) * Math.Cos(input) - Math.Pow(2.5, Math.Max(driven, 0.125)) * state;
        }

        return state;
    }
}
