using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Jumps between the cases of a switch.</summary>
public static partial class Jumps
{
    // check: 0.7, 1.5, 0
    // check: 0.7, 1.5, 1
    // check: 0.7, 1.5, 2
    // check: 0.7, 1.5, 3
    // check: 0.7, 1.5, 4
    [Differentiable]
    public static double Shared(double x, double y, int kind)
    {
        double t = x;
        switch (kind)
        {
            case 1:
                t *= y;
                goto case 2;
            default:
                t += y;
                break;
            case 2:
                t = Math.Sin(t) * x;
                if (t > 0.4)
                {
                    goto default;
                }

                t *= 3;
                break;
            case 3:
                t *= t;
                goto case 1;
            case 4:
                return x / y;
        }

        return t * x;
    }

    // check: new double[] { 0.7, 1.5, -1.2, 0.4 }, new[] { 2, 0, 1, 3 }
    [Differentiable]
    public static double InALoop(ReadOnlySpan<double> x, int[] kinds)
    {
        double sum = 1;
        for (int i = 0; i < x.Length; i++)
        {
            switch (kinds[i])
            {
                case 0 when x[i] > 1:
                    sum *= x[i];
                    continue;
                case 1:
                    sum += x[i];
                    break;
                case 2:
                    sum *= Math.Cos(x[i]);
                    switch (i)
                    {
                        case 0:
                            sum *= 2;
                            goto case 5;
                        case 5:
                            sum -= x[i];
                            break;
                    }

                    goto case 1;
                case 3:
                    if (sum > 0)
                    {
                        sum *= x[i];
                        goto case 1;
                    }

                    goto case 2;
            }

            sum += sum * x[i] / 2;
        }

        return sum;
    }

    // check: 0.7, 1.5, 1
    // check: 0.7, 1.5, 0
    [Differentiable]
    public static double Strict(double x, double y, int kind)
    {
        switch (kind)
        {
            case 0:
                x *= y;
                goto case 1;
            case 1:
                return x * x;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }
}
