using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Filters
{
    // check: new double[] { 1, -0.5, 2, 0.3, 1.1 }, new double[] { 0.25, 0.5, -0.1 }, new double[] { 9, 9, 9 }
    [Differentiable]
    public static void Convolve(ReadOnlySpan<double> signal, ReadOnlySpan<double> kernel, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = 0;
            for (int j = 0; j < kernel.Length; j++)
            {
                y[i] += signal[i + j] * kernel[kernel.Length - 1 - j];
            }
        }
    }

    // check: new double[] { 0.2, 0.3, 0.1, -0.4, 0.15 }, new double[] { 1, -0.5, 2, 0.3, 1.1 }
    [Differentiable]
    public static void Biquad(ReadOnlySpan<double> c, Span<double> y)
    {
        double z1 = 0;
        double z2 = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double x = y[i];
            double filtered = c[0] * x + z1;
            z1 = c[1] * x - c[3] * filtered + z2;
            z2 = c[2] * x - c[4] * filtered;
            y[i] = filtered;
        }
    }

    // check: new double[] { 1, -0.5, 2, 0.3, 1.1, 0.4, 0.9, -1, 0.2 }, 3, 0.1
    [Differentiable]
    public static double TotalVariation(ReadOnlySpan<double> image, int width, double smoothing)
    {
        double sum = 0;
        for (int row = 0; row + 1 < image.Length / width; row++)
        {
            for (int column = 0; column + 1 < width; column++)
            {
                int here = row * width + column;
                double right = image[here + 1] - image[here];
                double down = image[here + width] - image[here];
                sum += Math.Sqrt(right * right + down * down + smoothing);
            }
        }

        return sum;
    }

    // check: new double[] { 1, -0.5, 2, 0.3 }, 2
    [Differentiable]
    public static double HaarEnergy(Span<double> x, int levels)
    {
        Span<double> work = stackalloc double[x.Length];
        int length = x.Length;
        for (int level = 0; level < levels; level++)
        {
            int half = length / 2;
            for (int i = 0; i < half; i++)
            {
                work[i] = (x[2 * i] + x[2 * i + 1]) / Math.Sqrt(2);
                work[half + i] = (x[2 * i] - x[2 * i + 1]) / Math.Sqrt(2);
            }

            work.Slice(0, length).CopyTo(x);
            length = half;
        }

        double energy = 0;
        for (int i = 1; i < x.Length; i++)
        {
            energy += x[i] * x[i] * x[i];
        }

        return energy;
    }
}
