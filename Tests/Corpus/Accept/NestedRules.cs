using System;
using StaticAd;

namespace StaticAd.Corpus;

// Second derivatives through rules: a rule is a method of its own, which is differentiated by its own rules or from its source.
public static partial class NestedRules
{
    // check: new double[] { 0.5, -1.5, 2 }
    [Differentiable(Order = 2)]
    public static double OfLogSumExp(ReadOnlySpan<double> x) => Special.LogSumExp(x) * x[0];

    [Differentiable]
    private static double Softened(ReadOnlySpan<double> x, double scale)
    {
        Span<double> scaled = stackalloc double[3];
        for (int i = 0; i < 3; i++)
        {
            scaled[i] = x[i] * scale;
        }

        return Special.LogSumExp(scaled) / scale;
    }

    // check: new double[] { 0.5, -1.5, 2 }, 0.7
    [Differentiable]
    public static double NormOfGradient(ReadOnlySpan<double> x, double scale)
    {
        double[] dx = new double[3];
        double value = SoftenedValueAndGradient(x, scale, dx, out double dScale);
        return value * dScale + dx[0] * dx[0] - dx[1] * dx[2];
    }

    // check: new double[] { 0.5, -1.5, 2 }, 0.7, new double[] { 1, 2, -1 }
    [Differentiable]
    public static double SlopeAlong(ReadOnlySpan<double> x, double scale, ReadOnlySpan<double> along)
    {
        double value = SoftenedJvp(x, scale, along, scale, out double slope);
        return value * slope;
    }

    public static double Cubed(double x) => x * x * x;

    [DerivativeOf(typeof(NestedRules), nameof(Cubed), Mode = DerivativeMode.Vjp)]
    public static double CubedVjp(double x, double resultBar, out double dx)
    {
        dx = 3 * x * x * resultBar;
        return x * x * x;
    }

    // check: 1.3, -0.4
    [Differentiable(Order = 2)]
    public static double OfCubed(double x, double y) => Cubed(x * y) + Math.Sin(Cubed(y));

    [Differentiable]
    private static double Wave(double x, double y) => Math.Sin(Cubed(x)) * y;

    // check: 1.3, -0.4
    [Differentiable]
    public static double SlopesOfWave(double x, double y)
    {
        (double dx, double dy) = WaveGradient(x, y);
        return dx * dy;
    }

    // A tangent comes from the pullback, and is differentiated through its source.
    // check: 1.3, -0.4
    [Differentiable]
    public static double TangentOfWave(double x, double y)
    {
        double value = WaveJvp(x, y, y, x, out double slope);
        return value * slope;
    }

    [Differentiable]
    private static double CurveOfWave(double x, double y) => WaveGradient(x, y).dx;

    // check: 1.3, -0.4
    [Differentiable]
    public static double ThirdOfWave(double x, double y)
    {
        CurveOfWaveVjp(x, y, 1, out double byX, out double byY);
        return byX * byY;
    }

    public static void Smooth(ReadOnlySpan<double> x, Span<double> y, double weight)
    {
        for (int i = 1; i < x.Length; i++)
        {
            y[i] = weight * Math.Tanh(x[i]) + x[i - 1] * y[i];
        }
    }

    [DerivativeOf(typeof(NestedRules), nameof(Smooth), Mode = DerivativeMode.Vjp)]
    public static void SmoothVjp(ReadOnlySpan<double> x, Span<double> y, double weight, Span<double> yBar, Span<double> dx, out double dWeight)
    {
        dx.Clear();
        dWeight = 0;
        for (int i = 1; i < x.Length; i++)
        {
            double old = y[i], t = Math.Tanh(x[i]), bar = yBar[i];
            y[i] = weight * t + x[i - 1] * old;
            dWeight += t * bar;
            dx[i] += weight * (1 - t * t) * bar;
            dx[i - 1] += old * bar;
            yBar[i] = x[i - 1] * bar;
        }
    }

    // check: new double[] { 0.5, -1.5, 2, 0.3 }, 0.7
    [Differentiable(Order = 2)]
    public static double OfSmooth(ReadOnlySpan<double> x, double weight)
    {
        double[] y = new double[x.Length];
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[i] * weight;
        }

        for (int step = 0; step < 3; step++)
        {
            Smooth(x, y, weight);
        }

        double sum = 0;
        foreach (double each in y)
        {
            sum += each * each;
        }

        return sum;
    }

    // check: new double[] { 0.5, -1.5, 2, 0.3 }, 0.7
    [Differentiable]
    public static double NormOfSmooth(ReadOnlySpan<double> x, double weight)
    {
        double[] dx = new double[x.Length];
        double value = OfSmoothValueAndGradient(x, weight, dx, out double dWeight);
        double sum = value * dWeight;
        foreach (double each in dx)
        {
            sum += each * each;
        }

        return sum;
    }

    public static double Ratio(double x, double y) => x / (1 + y * y);

    [DerivativeOf(typeof(NestedRules), nameof(Ratio), Mode = DerivativeMode.Jvp)]
    public static double RatioJvp(double x, double y, double xDot, double yDot, out double resultDot)
    {
        double d = 1 + y * y;
        resultDot = xDot / d - 2 * x * y * yDot / (d * d);
        return x / d;
    }

    // check: 1.3, -0.4
    [Differentiable(Order = 2)]
    public static double OfRatio(double x, double y) => Ratio(x, y) * Ratio(y, x);

    // check: 1.3, -0.4
    [Differentiable]
    public static double SlopesOfRatio(double x, double y)
    {
        double value = OfRatioValueAndGradient(x, y, out double dx, out double dy);
        return value * dx * dy;
    }

    // A rule that calls a method with a rule.
    public static double Sixth(double x) => Cubed(x) * Cubed(x);

    // check: 0.8, 1.5
    [DerivativeOf(typeof(NestedRules), nameof(Sixth), Mode = DerivativeMode.Vjp)]
    [Differentiable]
    public static double SixthVjp(double x, double resultBar, out double dx)
    {
        double cube = Cubed(x);
        dx = 6 * cube * x * x * resultBar;
        return cube * cube;
    }

    // check: 0.8
    [Differentiable(Order = 2)]
    public static double OfSixth(double x) => Sixth(x) - x;
}
