using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Passive
{
    private const double Half = 0.5;
    private static readonly double Tau = 2 * Math.PI;
    private static readonly double[] Weights = [0.25, 0.5, 0.125];
    private static readonly int[] Order = [2, 0, 1];

    public enum Loss
    {
        Square,
        Absolute,
        Logistic,
    }

    // check: 1.5, 0.4
    [Differentiable]
    public static double ConstantsAndStatics(double x, double y) => Half * x * Math.Sin(Tau * y) + Math.E * y;

    // check: new double[] { 0.7, -1.2, 0.4 }
    [Differentiable]
    public static double PartsOfATable(ReadOnlySpan<double> x)
    {
        ReadOnlySpan<double> tail = Weights.AsSpan(1);
        double sum = 0;
        for (int i = 0; i < tail.Length; i++)
        {
            sum += tail[i] * x[i] * x[i + 1];
        }

        return sum;
    }

    // check: new double[] { 1.5, -2, 0.25 }
    [Differentiable]
    public static double StaticTables(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Weights[i] * x[Order[i]] * x[i];
        }

        return sum;
    }

    // check: 1.5, 0.4
    [Differentiable]
    public static double PassiveParameter(double x, [NoDerivative] double scale) => x * x * scale + Math.Exp(scale);

    // check: new double[] { 1.5, -2, 0.25 }, new double[] { 3, 4, 5 }
    [Differentiable]
    public static double PassiveBuffer(ReadOnlySpan<double> x, [NoDerivative] ReadOnlySpan<double> data)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double residual = x[i] * data[i] - data[0];
            sum += residual * residual;
        }

        return sum;
    }

    // check: 1.5, 0.4, Passive.Loss.Square
    // check: 1.5, 0.4, Passive.Loss.Absolute
    // check: 1.5, 0.4, Passive.Loss.Logistic
    [Differentiable]
    public static double ByEnum(double x, double y, Loss loss)
    {
        double residual = x - y;
        if (loss == Loss.Square)
        {
            return residual * residual;
        }

        return loss == Loss.Absolute ? Math.Abs(residual) : Special.Softplus(-x * y);
    }

    // check: 1.5, 9L, (byte)3, 2u
    [Differentiable]
    public static double OtherIntegers(double x, long a, byte b, uint c) => x * a + x * x / b - c;

    // check: new double[] { 1.5, -2, 0.25, 4 }, new bool[] { true, false, true, true }
    [Differentiable]
    public static double SelectedByFlags(ReadOnlySpan<double> x, ReadOnlySpan<bool> use)
    {
        double product = 1;
        for (int i = 0; i < x.Length; i++)
        {
            if (use[i])
            {
                product *= x[i];
            }
        }

        return product;
    }

    // check: 1.5, 0.6
    [Differentiable]
    public static double PassiveArithmetic(double x, [NoDerivative] double shift)
    {
        double constant = shift * shift;
        return (x - constant) * Math.Exp(x + constant);
    }
}
