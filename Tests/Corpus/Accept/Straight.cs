using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Straight
{
    private const double Gravity = 9.81;

    // check: 1.3, -0.7
    [Differentiable]
    public static double Rosenbrock(double x, double y)
    {
        double a = 1 - x;
        double b = y - x * x;
        return a * a + 100 * b * b;
    }

    // check: 1.2, 0.4, 2.5
    [Differentiable]
    public static double PendulumEnergy(double angle, double speed, double length)
    {
        double height = length * (1 - Math.Cos(angle));
        double velocity = length * speed;
        return 0.5 * velocity * velocity + Gravity * height;
    }

    // check: 1.1, 2.3, -0.4, 0.9
    [Differentiable]
    public static double Distance(double x0, double y0, double x1, double y1)
    {
        var dx = x1 - x0;
        var dy = y1 - y0;
        return Math.Sqrt(dx * dx + dy * dy);
    }

    // check: 0.7, 1.9
    [Differentiable]
    public static double Compound(double x, double y)
    {
        double a = x;
        a += y;
        a *= x;
        a -= 3 * y;
        a /= y + 2;
        a++;
        ++a;
        a--;
        return -a * +y;
    }

    // check: 0.8
    [Differentiable]
    public static double OneInput(double x) => Math.Sin(x) * Math.Exp(-x * x) / (1 + x * x);

    // check: 0.8, 4.2
    [Differentiable]
    public static double IgnoresOneInput(double x, double unused) => x * x * x;

    // check: 2.5, 3
    [Differentiable]
    public static double MixedWithIntegers(double x, int n) => n * x + x / n - (n + 1) * 0.5 + n / 2 * x;

    // check: 2.5
    [Differentiable]
    public static double Identity(double x) => x;

    // check: 1.7
    [Differentiable]
    public static double ReassignedParameter(double x)
    {
        x = x * x;
        x = Math.Sin(x) + x;
        return x * 3;
    }

    // check: 0.6, 1.4
    [Differentiable]
    public static double SharedSubexpressions(double x, double y)
    {
        double s = x * y;
        double t = Math.Exp(s);
        double u = t * s + t;
        return u * u - t / (1 + s);
    }

    // check: 1.5, 0.25
    [Differentiable]
    public static double ChainedAssignment(double x, double y)
    {
        double a, b;
        a = b = x * y;
        b += a;
        a *= b;
        return a - b;
    }

    // check: 1.5, 2.5
    [Differentiable]
    public static double ByReadOnlyReference(in double x, in double y) => x * x * y + Math.Log(y);
}
