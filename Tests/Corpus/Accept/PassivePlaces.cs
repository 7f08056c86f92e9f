using System;
using StaticAd;

namespace StaticAd.Corpus;

public struct Sample
{
    public double Value;

    [NoDerivative]
    public double Weight;

    public void Reweigh(double by) => Weight *= by;
}

public static partial class PassivePlaces
{
    // check: 0.7, 3
    [Differentiable]
    public static Sample Stopped(double x, int n)
    {
        var sample = new Sample { Value = x * x, Weight = 0.5 };
        for (int i = 0; i < n; i++)
        {
            sample.Reweigh(n);
            sample.Weight += Ad.StopGradient(i);
            sample.Value *= sample.Weight * x;
        }

        return sample;
    }

    // check: new Sample { Value = 0.3, Weight = 2 }, 0.7, 1.5
    [Differentiable]
    public static double PassiveIntoPassive(Sample sample, [NoDerivative] double w, double x)
    {
        Sample other = sample with { Weight = Scaled(w, 2) };
        (sample.Value, sample.Weight) = (x, sample.Weight + other.Weight);
        return sample.Value * sample.Weight * other.Value;
    }

    private static double Scaled(double w, double by)
    {
        var sample = new Sample { Value = w };
        sample.Weight = sample.Value * by;
        return sample.Weight;
    }

    // check: new double[] { 0.3, -1.2 }, 0.7
    [Differentiable]
    public static double PassiveMemory([NoDerivative] Span<double> y, double x)
    {
        y[0] = y[1] * 3;
        Square(y);
        y[1] = Ad.StopGradient(3);
        return y[0] * x * x + y[1];
    }

    private static void Square(Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] *= y[i];
        }
    }

    // check: 0.3, 0.7
    [Differentiable]
    public static double PassiveReference([NoDerivative] ref double s, [NoDerivative] out double t, double x)
    {
        s *= 2;
        t = s + 1;
        return s * t * x;
    }
}
