using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class LogSumExp
{
    // check: new double[] { 0.3, -1.2, 2.5, 0.7 }
    // check: new double[] { 1000.5, 1001, 999 }
    [Differentiable]
    public static double Stable(ReadOnlySpan<double> x)
    {
        double largest = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] > largest)
            {
                largest = x[i];
            }
        }

        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Math.Exp(x[i] - largest);
        }

        return largest + Math.Log(sum);
    }
}
