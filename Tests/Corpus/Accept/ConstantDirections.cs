using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Calls of derivatives with constant tangents and cotangents, zeros among them; quotients, of which they are full.</summary>
public static partial class ConstantDirections
{
    [Differentiable]
    private static double Potential(double x, double y, [NoDerivative] double w)
    {
        double distance = Math.Sqrt((x - w) * (x - w) + y * y);
        return 1 / distance + 0.5 / (1 + x * y) - 3 / (2 + y * y);
    }

    // check: 0.3, 0.8, 2.5
    [Differentiable]
    public static double ByEachInTurn(double x, double y, double w)
    {
        PotentialJvp(x, y, w, 1, 0, out double byX);
        PotentialJvp(x, y, w, 0, 1, out double byY);
        PotentialJvp(x, y, w, 0, 0, out double byNone);
        return byX * byX * w + byY + byNone * x;
    }

    // check: 0.3, 0.8, 6
    // check: 0.3, 0.8, 0
    [Differentiable]
    public static double Along(double x, double y, int steps)
    {
        double speedX = 0, speedY = 0;
        for (int i = 0; i < steps; i++)
        {
            PotentialJvp(x, y, 4, 1, 0, out double slopeX);
            double slopeY = 0;
            if (slopeX > 0.1)
            {
                PotentialJvp(x, y, 4, 0, -1, out slopeY);
            }

            speedX -= 0.1 * slopeX;
            speedY += 0.1 * slopeY;
            x += speedX;
            y += speedY;
        }

        return x * y;
    }

    [Differentiable]
    private static (double, double) Pair(double x, double y)
    {
        double quotient = x / y;
        return x > 1 ? (quotient * quotient, x) : (Math.Sin(quotient), y / (x + y));
    }

    // check: 0.3, 0.8
    // check: 1.3, 0.8
    [Differentiable]
    public static double FirstOrSecond(double x, double y)
    {
        PairVjp(x, y, 1, 0, out double dx, out double dy);
        PairVjp(x, y, 0, 1, out double dx2, out double dy2);
        PairJvp(x, y, 0, 1, out double first, out double second);
        return dx * dy2 + dy * dx2 + first * second;
    }

    [Differentiable]
    private static double Powers(double x, double y, int n)
    {
        double product = 1;
        int i = 0;
        while (i < n && product < 100)
        {
            product = product * x + y / (product + 1);
            i++;
        }

        return product;
    }

    // check: 1.3, 0.8, 3
    // check: 1.3, 0.8, 0
    [Differentiable]
    public static double InALoop(double x, double y, int n)
    {
        PowersJvp(x, y, n, 1, 0, out double byX);
        PowersJvp(x, y, n, 0, 2, out double byY);
        return byX * byY + byX;
    }

    // check: 0.7
    // check: -2.5
    [Differentiable(Order = 2)]
    public static double Reciprocals(double x) => 1 / x + 2 / (x * x) - 0.25 / (1 + x * x) + 3 / x + -1 / (x - 4);

    // check: 0.7, -1.5
    [Differentiable(Order = 2)]
    public static double Quotients(double x, double y) => x / y + x / (x / (1 + y * y)) + (x + y) / (x + y) + y / 3;
}
