using System;
using System.Collections.Generic;
using StaticAd;

namespace StaticAd.Corpus;

public enum Activation
{
    Linear,
    Square,
    Tanh,
}

[Flags]
public enum Terms : byte
{
    None = 0,
    Linear = 1,
    Square = 2,
    Both = 3,
}

/// <summary>Enums in arrays and lists, made from numbers, and combined as flags.</summary>
public static partial class Enums
{
    private static readonly Activation[] Usual = [Activation.Tanh, Activation.Square];

    // check: new double[] { 0.5, -1.2, 2 }, new Activation[] { Activation.Tanh, Activation.Square }
    [Differentiable(Order = 2)]
    public static double InAnArray(double[] x, Activation[] acts)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Applied(acts[i % acts.Length], x[i]) * x[0];
        }

        return Applied(acts[^1], sum);
    }

    // check: 0.7, new Activation[] { Activation.Tanh, Activation.Linear }
    [Differentiable(Order = 2)]
    public static double EachInTurn(double x, Activation[] acts)
    {
        foreach (Activation act in acts)
        {
            x = Applied(act, x) + x * x;
        }

        foreach (Activation act in Usual)
        {
            x *= Applied(act, x);
        }

        return x;
    }

    // check: 0.7, 4, new Net(new Activation[] { Activation.Square, Activation.Tanh }, new double[] { 0.5, 2 })
    [Differentiable(Order = 2)]
    public static double FromNumbers(double x, int kind, Net net)
    {
        for (int i = 0; i < net.Weights.Length; i++)
        {
            x += Applied(net.Acts[i], x * net.Weights[i]);
        }

        Activation next = net.Acts[0] + 1;
        return Applied((Activation)(kind % 3), x) * Applied(next, x) * (next - Activation.Linear);
    }

    // check: 0.7, Terms.Both, true
    // check: 0.7, Terms.Square, false
    [Differentiable(Order = 2)]
    public static double Flags(double x, Terms terms, bool more)
    {
        Terms kept = terms & ~Terms.Square;
        if (more)
        {
            kept ^= Terms.Square;
        }

        Terms all = more ? kept | Terms.Linear : Terms.None;
        double sum = (terms & Terms.Linear) != 0 ? 2 * x : x;
        return sum + (terms.HasFlag(Terms.Square) ? x * x : 0) + (all.HasFlag(kept) ? x * x * x : 1);
    }

    private static double Applied(Activation activation, double x) => activation switch
    {
        Activation.Linear => x,
        Activation.Square => x * x,
        Activation.Tanh => Math.Tanh(x),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, null),
    };
}

public sealed record Net(Activation[] Acts, double[] Weights);
