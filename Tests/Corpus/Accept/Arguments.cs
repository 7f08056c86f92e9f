using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Named, default and <c>params</c> arguments, extension members, and the order in which arguments are evaluated.</summary>
public static partial class Arguments
{
    // check: 0.7, 1.3
    [Differentiable]
    public static double NamedAndDefault(double x, double y) =>
        Scaled(x) + Scaled(power: 3, value: y) + Scaled(y, scale: x) + Scaled(x, 2, power: 4);

    // check: 0.7, 1.3
    [Differentiable]
    public static double Ordered(double x, double y)
    {
        int k = 0;
        double first = Mixed(c: Next(), a: Next() * x, b: Next() + y);
        return first + Mixed(x *= 2, x += y, x);

        double Next() => ++k;
    }

    // check: 0.7, 1.3
    [Differentiable]
    public static double Params(double x, double y)
    {
        ReadOnlySpan<double> own = [x, y, x * y];
        return Sum() + Sum(x) * Sum(x, y, 2) + Sum(own) + Product(y, x, x) + Product(new double[] { x, 3 }) + Product();
    }

    // check: 0.7, 1.3
    [Differentiable]
    public static double Extensions(double x, double y) => x.Squared().Plus(y) + Plus2.Plus(x, y.Squared()) + double.Mixed(x, y) + x.Tripled();

    // check: 0.7, 3
    [Differentiable]
    public static double PassiveSpans(double x, int n) => x * Largest(1, n, 2);

    private static double Scaled(double value, double scale = 1.5, int power = 2)
    {
        double result = scale;
        for (int i = 0; i < power; i++)
        {
            result *= value;
        }

        return result;
    }

    private static double Mixed(double a, double b, double c) => a * b + Math.Sin(b * c);

    private static double Sum(params ReadOnlySpan<double> terms)
    {
        double sum = 0;
        foreach (double term in terms)
        {
            sum += term * term;
        }

        return sum;
    }

    private static double Product(params double[] factors)
    {
        double product = 1;
        for (int i = 0; i < factors.Length; i++)
        {
            product *= factors[i] + i;
        }

        return product;
    }

    private static int Largest(params ReadOnlySpan<int> values)
    {
        int largest = values[0];
        foreach (int value in values)
        {
            largest = Math.Max(largest, value);
        }

        return largest;
    }
}

public static class Plus2
{
    public static double Squared(this double x) => x * x;

    public static double Plus(this double x, double y) => x + 2 * y;

    extension(double x)
    {
        public double Tripled() => 3 * x * x;

        public static double Mixed(double a, double b) => a * b;
    }
}
