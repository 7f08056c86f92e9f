using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Memory whose size makes sense only where it is made: in a branch that is not taken, or a loop that is not run, it may be anything.</summary>
public static partial class SizesInRegions
{
    // check: [1.5, -0.5, 0.75], 3
    // check: [1.5, -0.5, 0.75], 0
    // check: [1.5, -0.5, 0.75], -7
    [Differentiable(Order = 2)]
    public static double NegativeInABranch(double[] a, int n)
    {
        double sum = a[0];
        if (n > 0)
        {
            double[] w = new double[n - 1];
            for (int i = 0; i < w.Length; i++)
            {
                w[i] = a[i] * sum;
            }

            foreach (double x in w)
            {
                sum += x * x;
            }
        }

        return sum * a[1];
    }

    // check: [1.5, -0.5, 0.75], 3
    // check: [1.5, -0.5, 0.75], 2000000000
    [Differentiable]
    public static double HugeInABranch(double[] a, int n)
    {
        double sum = a[0];
        if (n > 1000)
        {
            sum *= a[1];
        }
        else
        {
            double[] w = new double[n];
            for (int i = 0; i < w.Length; i++)
            {
                w[i] = a[i] * sum;
            }

            foreach (double x in w)
            {
                sum += x * x;
            }
        }

        return sum * a[1];
    }

    // check: [1.5, -0.5, 0.75], 3, 2
    // check: [1.5, -0.5, 0.75], 0, 0
    [Differentiable(Order = 2)]
    public static double NegativeInALoop(double[] a, int n, int steps)
    {
        double sum = a[0];
        for (int j = 0; j < steps; j++)
        {
            double[] w = new double[n - 1];
            for (int i = 0; i < w.Length; i++)
            {
                w[i] = a[i] * sum;
            }

            foreach (double x in w)
            {
                sum += x * x;
            }
        }

        return sum * a[1];
    }

    // check: [1.5, -0.5, 0.75], 3
    // check: [1.5, -0.5, 0.75], 0
    [Differentiable]
    public static double NegativeInABranchOfALoop(double[] a, int n)
    {
        double sum = a[0];
        for (int j = 0; j < a.Length; j++)
        {
            if (n > j)
            {
                double[] w = new double[n - 1];
                for (int i = 0; i < w.Length; i++)
                {
                    w[i] = a[i] * sum;
                }

                foreach (double x in w)
                {
                    sum += x * x;
                }
            }
        }

        return sum * a[1];
    }

    // check: [1.5, -0.5, 0.75], 3
    // check: [1.5, -0.5, 0.75], 0
    [Differentiable]
    public static double AnOverlappingCopyInABranch(double[] a, int n)
    {
        double sum = a[0];
        if (n > 0)
        {
            double[] w = [sum, a[1], a[2]];
            w.AsSpan(0, w.Length - 1).CopyTo(w.AsSpan(1));
            foreach (double each in w)
            {
                w[^1] *= 1.5 + each;
            }

            sum = w[^1];
        }

        return sum;
    }
}
