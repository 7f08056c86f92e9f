using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class IntegerFunctions
{
    // check: 0.7, 45u
    // check: 1.2, 0u
    [Differentiable]
    public static double BySetBits(double x, uint mask)
    {
        double sum = 0;
        for (uint rest = mask; rest != 0; rest &= rest - 1)
        {
            sum += Math.Pow(x, BitOperations.TrailingZeroCount(rest)) * (1 + BitOperations.PopCount(rest));
        }

        return sum;
    }

    // check: new double[] { 0.7, -1.5, 2, 0.4, 1.1 }, 5
    [Differentiable]
    public static double Butterfly(ReadOnlySpan<double> x, int n)
    {
        double sum = 0;
        int levels = BitOperations.Log2((uint)n) + int.Log2(n);
        for (int i = 0; i < n; i++)
        {
            double sign = int.IsOddInteger(i) ? -0.5 : 1;
            int at = (int)(BitOperations.RotateLeft((uint)i, 1) % (uint)n);
            sum += sign * x[i] * x[at] * levels + (BitOperations.IsPow2(i) ? x[i] : 0) * int.PopCount(i + n);
        }

        return sum * long.LeadingZeroCount(n) * BitOperations.LeadingZeroCount(5UL) * uint.TrailingZeroCount(8u);
    }

    // check: 0.7, 3.0, 4.25
    // check: 0.7, 2.5, 8.0
    // check: 0.7, 2.0, 0.0
    [Differentiable]
    public static double ByKind(double x, [NoDerivative] double a, [NoDerivative] double b) =>
        double.IsOddInteger(a) ? x * b : double.IsPow2(b) && double.IsNormal(a) && !double.IsSubnormal(a) ? x + x * b : double.IsEvenInteger(a) ? x : -x;

    // check: 1.5, 3
    [Differentiable]
    public static double Rotations(double x, int n) => x * x * int.RotateLeft(n, 2) + x * ulong.RotateRight(48UL, n);
}
