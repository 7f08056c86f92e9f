using System;
using System.Runtime.CompilerServices;
using StaticAd;

namespace StaticAd.Corpus;

[InlineArray(3)]
public struct Triple
{
    private double _first;
}

[InlineArray(200)]
public struct TooMany
{
    private double _first;
}

[InlineArray(2)]
public struct Words
{
    private string _first;
}

public partial struct Held
{
    public Triple Weights;

    [NoDerivative]
    public Triple Fixed;

    [Differentiable]
    public double Assigns(double x)
    {
        Weights[0] = x; // expect: SAD0013
        return Weights[0] * x;
    }
}

public static partial class RejectedInlineArrays
{
    [Differentiable]
    public static double PartOfElements(ReadOnlySpan<Triple> x, int i)
    {
        ReadOnlySpan<double> part = x[i]; // expect: SAD0013
        return part[0] * part[1];
    }

    [Differentiable]
    public static double EachOfElements(ReadOnlySpan<Triple> x, int i)
    {
        double sum = 0;
        foreach (double element in x[i]) // expect: SAD0013
        {
            sum += element * element;
        }

        return sum;
    }

    [Differentiable]
    public static double Long(TooMany x) // expect: SAD0007
        => x[0] * x[1];

    [Differentiable]
    public static double LongLocal(double x)
    {
        TooMany many = default; // expect: SAD0014
        many[0] = x;
        return many[0] * x;
    }

    [Differentiable]
    public static double OfText(Words words, double x) // expect: SAD0007
        => x * words[0].Length;

    [Differentiable]
    public static Held Passive(double x)
    {
        Held held = default;
        held.Fixed[1] = x * x; // expect: SAD0031
        return held;
    }

    [Differentiable]
    public static double PassiveThroughASpan(double x)
    {
        Held held = default;
        Span<double> all = held.Fixed;
        all[2] = x * x; // expect: SAD0031
        return held.Fixed[2] * x;
    }
}
