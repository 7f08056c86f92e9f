using System;
using StaticAd;
using StaticAd.Tests.Rules;

namespace StaticAd.Corpus;

/// <summary>Rules for methods of other assemblies, declared here or there.</summary>
public static partial class RulesOfLibraries
{
    // check: new double[] { 0.3, -1.2, 2.5 }, 0.7
    [Differentiable]
    public static double ThereForThere(Span<double> x, double scale)
    {
        double norm = RuleLibrary.Norm(x);
        x[0] = scale;
        return norm * RuleLibrary.Norm(x[..2]);
    }

    [DerivativeOf(typeof(RuleLibrary), nameof(RuleLibrary.Identity), Mode = DerivativeMode.Vjp)]
    internal static double IdentityVjp(double x, double resultBar, out double dx)
    {
        dx = resultBar;
        return x;
    }

    // check: 0.4, 2
    [Differentiable]
    public static double HereForThere(double x, double y) => RuleLibrary.Identity(x * y) * x;

    // check: 0.75, 3
    [Differentiable]
    public static double ThereForTheFramework(double x, double y) => double.MultiplyAddEstimate(x * x, y, x);

    [DerivativeOf(typeof(BitConverter), nameof(BitConverter.Int64BitsToDouble), Mode = DerivativeMode.Jvp)]
    internal static double FromBitsJvp(long value, out double resultDot)
    {
        resultDot = 0;
        return BitConverter.Int64BitsToDouble(value);
    }

    // check: 0.4, 4607182418800017408L
    [Differentiable]
    public static double PassiveInput(double x, long bits) => x * BitConverter.Int64BitsToDouble(bits + 1);

    /// <summary>A function with a derivative of its own gets another.</summary>
    [DerivativeOf(typeof(Math), nameof(Math.Tanh), Mode = DerivativeMode.Vjp)]
    internal static double TanhVjp(double value, double resultBar, out double dValue)
    {
        double result = Math.Tanh(value);
        double cosh = Math.Cosh(value);
        dValue = resultBar / (cosh * cosh);
        return result;
    }

    // check: 0.4
    [Differentiable]
    public static double InPlaceOfABuiltIn(double x) => Math.Tanh(x * x) * Math.Sinh(x);

    public static class Box<T>
    {
        public static double Scale(double x) => typeof(T) == typeof(int) ? 2 * x : 3 * x;
    }

    [DerivativeOf(typeof(Box<int>), nameof(Box<int>.Scale), Mode = DerivativeMode.Vjp)]
    internal static double ScaleOfInt(double x, double resultBar, out double dx)
    {
        dx = 2 * resultBar;
        return 2 * x;
    }

    [DerivativeOf(typeof(Box<long>), nameof(Box<long>.Scale), Mode = DerivativeMode.Vjp)]
    internal static double ScaleOfLong(double x, double resultBar, out double dx)
    {
        dx = 3 * resultBar;
        return 3 * x;
    }

    // check: 0.4
    [Differentiable]
    public static double OfAGenericType(double x) => Box<int>.Scale(x) * Box<long>.Scale(x * x);
}
