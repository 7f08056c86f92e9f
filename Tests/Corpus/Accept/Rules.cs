using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Methods that are not differentiated themselves: the derivative comes from a rule.</summary>
public static partial class Rules
{
    public static double Multiply(double x, double y) => x * y;

    [DerivativeOf(typeof(Rules), nameof(Multiply), Mode = DerivativeMode.Vjp)]
    public static double MultiplyRule(double x, double y, double resultBar, out double dx, out double dy)
    {
        dx = resultBar * y;
        dy = resultBar * x;
        return x * y;
    }

    [DerivativeOf(typeof(Rules), nameof(Multiply), Mode = DerivativeMode.Jvp)]
    public static double MultiplyTangent(double x, double y, double xDot, double yDot, out double resultDot)
    {
        resultDot = xDot * y + x * yDot;
        return x * y;
    }

    [DerivativeOf(typeof(Rules), nameof(Multiply), Mode = DerivativeMode.Forward)]
    public static double MultiplyForward(double x, double y, Tape tape) => x * y;

    [DerivativeOf(typeof(Rules), nameof(Multiply), Mode = DerivativeMode.Backward)]
    public static void MultiplyBackward(double x, double y, double resultBar, ref double dx, ref double dy, Tape tape)
    {
        dx += resultBar * y;
        dy += resultBar * x;
    }

    // check: 3, 2
    [Differentiable]
    public static double Seed(double x, double y) => Multiply(y, Multiply(x, x) - Multiply(x, y) + y);

    // check: 1.1, 5
    [Differentiable]
    public static double RuleInALoop(double x, int n)
    {
        double product = 1;
        for (int i = 0; i < n; i++)
        {
            product = Multiply(product, x) + x;
        }

        return product;
    }

    /// <summary>The real root of r³ + r = a, found by a loop that nobody should differentiate.</summary>
    public static double Root(double a)
    {
        double r = a;
        for (int i = 0; i < 100; i++)
        {
            r -= (r * r * r + r - a) / (3 * r * r + 1);
        }

        return r;
    }

    [DerivativeOf(typeof(Rules), nameof(Root), Mode = DerivativeMode.Vjp)]
    private static double RootVjp(double a, double resultBar, out double da)
    {
        double r = Root(a);
        da = resultBar / (3 * r * r + 1);
        return r;
    }

    [DerivativeOf(typeof(Rules), nameof(Root), Mode = DerivativeMode.Jvp)]
    private static double RootJvp(double a, double aDot, out double resultDot)
    {
        double r = Root(a);
        resultDot = aDot / (3 * r * r + 1);
        return r;
    }

    [DerivativeOf(typeof(Rules), nameof(Root), Mode = DerivativeMode.Forward)]
    private static double RootForward(double a, Tape tape)
    {
        using var recording = tape.Record("Rules.Root");
        double r = Root(a);
        recording.Keep(r);
        recording.Complete();
        return r;
    }

    [DerivativeOf(typeof(Rules), nameof(Root), Mode = DerivativeMode.Backward)]
    private static void RootBackward(double a, double resultBar, ref double da, Tape tape)
    {
        using var replay = tape.Replay("Rules.Root");
        double r = replay.RecallValue<double>();
        da += resultBar / (3 * r * r + 1);
    }

    // check: 2.4, 0.7
    [Differentiable]
    public static double ThroughARoot(double a, double b) => Root(a * b) * Root(Root(a)) + b;

    // check: new double[] { 0.4, 2.2, 10 }
    [Differentiable]
    public static double RootsInALoop(ReadOnlySpan<double> a)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += Root(a[i] + sum) * a[i];
        }

        return sum;
    }
}
