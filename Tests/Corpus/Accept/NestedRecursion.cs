using System;
using StaticAd;

namespace StaticAd.Corpus;

// Derivatives of derivatives of methods that call themselves.
public static partial class NestedRecursion
{
    // check: 1.2, 5
    // check: 1.2, 0
    [Differentiable(Order = 2)]
    public static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);

    // Reversing a level needs what the next one has computed.
    // check: 0.7, 4
    [Differentiable(Order = 2)]
    public static double Sines(double x, int n) => n == 0 ? x : Math.Sin(Sines(x * 1.1, n - 1)) + x;

    // check: 0.7, 6
    [Differentiable(Order = 2)]
    public static double Tree(double x, int n) => n < 2 ? x * (n + 1) : Math.Sin(Tree(x, n - 1)) * Tree(x * x, n - 2);

    // check: 1.2
    [Differentiable]
    public static double SlopeOfPower(double x) => PowerGradient(x, 4) * x;

    // check: 0.7
    [Differentiable]
    public static double SlopeOfSines(double x) => SinesGradient(x, 3) + x;

    // check: 0.7, 4
    [Differentiable]
    public static double TangentOfSines(double x, int n)
    {
        double value = SinesJvp(x, n, x, out double slope);
        return value * slope;
    }

    [Differentiable]
    private static double CurveOfSines(double x, int n) => SinesGradient(x, n);

    // check: 0.7, 3
    [Differentiable]
    public static double ThirdOfSines(double x, int n)
    {
        double curve = CurveOfSinesVjp(x, n, 1, out double dx);
        return dx * curve;
    }

    // check: new double[] { 0.4, 1.2, -0.7 }
    [Differentiable(Order = 2)]
    public static double Folded(ReadOnlySpan<double> x) =>
        x.Length == 0 ? 1 : Math.Cos(x[0]) * Folded(x.Slice(1)) + x[0] * x[x.Length - 1];

    // check: new double[] { 0.4, 1.2, -0.7 }
    [Differentiable]
    public static double NormOfFolded(ReadOnlySpan<double> x)
    {
        double[] dx = new double[x.Length];
        double value = FoldedValueAndGradient(x, dx);
        double sum = value;
        foreach (double each in dx)
        {
            sum += each * each;
        }

        return sum;
    }

    private static void PrefixProducts(Span<double> x)
    {
        if (x.Length > 1)
        {
            x[1] *= x[0];
            PrefixProducts(x.Slice(1));
            x[0] = Math.Sin(x[0]) * x[1];
        }
    }

    // check: new double[] { 0.4, 1.2, -0.7 }
    [Differentiable(Order = 2)]
    public static double Products(ReadOnlySpan<double> x)
    {
        double[] y = x.ToArray();
        PrefixProducts(y);
        double sum = 0;
        foreach (double each in y)
        {
            sum += each * each;
        }

        return sum;
    }

    // check: new double[] { 0.4, 1.2, -0.7 }
    [Differentiable]
    public static double NormOfProducts(ReadOnlySpan<double> x)
    {
        double[] dx = new double[x.Length];
        ProductsGradient(x, dx);
        double sum = 0;
        foreach (double each in dx)
        {
            sum += each * each;
        }

        return sum;
    }

    private static double Even(double x, int n) => n == 0 ? x : Math.Sin(Odd(x, n - 1));

    private static double Odd(double x, int n) => n == 0 ? x * x : Math.Cos(Even(x, n - 1)) * x;

    // check: 0.7, 3
    [Differentiable(Order = 2)]
    public static double Mutual(double x, int n) => Even(x, n) + x;

    // check: 0.7, 4
    [Differentiable]
    public static double SlopeOfMutual(double x, int n) => MutualGradient(x, n) * x;

    [Differentiable]
    private static double Checked(double x, int n)
    {
        if (n < 0)
        {
            throw new ArgumentException("n");
        }

        return n == 0 ? x : x * Checked(Math.Sin(x), n - 1);
    }

    // check: 0.7, 3
    [Differentiable(Order = 2)]
    public static double SlopeOfChecked(double x, int n) => CheckedGradient(x, n) * x;

    // check: 2.9, 0.3, 3
    [Differentiable(Order = 2)]
    public static double SlopesOfBudgeted(double rate, double x, int depth)
    {
        (double dRate, double dx) = BudgetedGradient(rate, x, depth);
        return dRate * dx + dx;
    }

    [Differentiable]
    private static double Budgeted(double rate, double x, int depth)
    {
        foreach (int step in Ad.Checkpointed(0, 5, 2))
        {
            x = rate * x * (1 - x) + 0.01 * step;
        }

        return depth == 0 ? x : Budgeted(rate, x * x, depth - 1) + x;
    }
}
