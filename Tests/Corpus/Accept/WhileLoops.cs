using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class WhileLoops
{
    // check: 2.3
    // check: 900
    [Differentiable]
    public static double NewtonSquareRoot(double a)
    {
        double x = a;
        double change = a;
        int iterations = 0;
        while (Math.Abs(change) > 1e-14 * a && iterations++ < 40)
        {
            double next = 0.5 * (x + a / x);
            change = next - x;
            x = next;
        }

        return x;
    }

    // check: 0.9, 0.3
    // check: 3.9, 0.6
    [Differentiable]
    public static double KeplerAnomaly(double meanAnomaly, double eccentricity)
    {
        double e = meanAnomaly;
        int iterations = 0;
        while (iterations < 50)
        {
            double f = e - eccentricity * Math.Sin(e) - meanAnomaly;
            e -= f / (1 - eccentricity * Math.Cos(e));
            iterations++;
            if (Math.Abs(f) < 1e-15)
            {
                iterations = 50;
            }
        }

        return e;
    }

    // check: 0.7
    // check: -1.3
    [Differentiable]
    public static double ExponentialSeries(double x)
    {
        double term = 1;
        double sum = 1;
        int n = 1;
        while (Math.Abs(term) > 1e-18)
        {
            term *= x / n;
            sum += term;
            n++;
        }

        return sum;
    }

    // check: 1.3, 10
    // check: 1.3, 1
    // check: 1.3, 0
    [Differentiable]
    public static double PowerBySquaring(double x, int n)
    {
        double result = 1;
        double square = x;
        while (n > 0)
        {
            if ((n & 1) == 1)
            {
                result *= square;
            }

            square *= square;
            n >>= 1;
        }

        return result;
    }

    // check: 1.7, 9.3
    [Differentiable]
    public static double ArithmeticGeometricMean(double a, double b)
    {
        while (Math.Abs(a - b) > 1e-13)
        {
            double mean = 0.5 * (a + b);
            b = Math.Sqrt(a * b);
            a = mean;
        }

        return a;
    }

    // check: 0.4
    [Differentiable]
    public static double NeverEntered(double x)
    {
        double y = x * x;
        while (y > 100)
        {
            y = y / x;
        }

        return y * x;
    }

    // check: 1.05, 100
    [Differentiable]
    public static double UntilItReaches(double rate, [NoDerivative] double goal)
    {
        double value = 90;
        double interest = 0;
        int periods = 0;
        while (value < goal && periods < 40)
        {
            interest += value * (rate - 1);
            value *= rate;
            periods++;
        }

        return interest + value;
    }
}
