using System.Numerics;

namespace StaticAd.Tests.Linear;

/// <summary>The inverse of a matrix of doubles in whole numbers, rounded once at the end.</summary>
internal static class ExactInverse
{
    public static double[] Of(double[] a, int n)
    {
        // Elimination without fractions (Bareiss 1968) of A and the identity side by side, all times a power of two.
        int shift = a.Where(static x => x != 0).Select(static x => 1075 - Exponent(x)).DefaultIfEmpty(0).Max();
        var rows = new BigInteger[n][];
        for (int i = 0; i < n; i++)
        {
            rows[i] = [.. Enumerable.Range(0, 2 * n).Select(j => j < n ? Whole(a[(i * n) + j], shift) : j - n == i ? BigInteger.One : BigInteger.Zero)];
        }

        BigInteger last = BigInteger.One;
        for (int k = 0; k < n; k++)
        {
            int pivot = Enumerable.Range(k, n - k).First(i => !rows[i][k].IsZero);
            (rows[k], rows[pivot]) = (rows[pivot], rows[k]);
            for (int i = 0; i < n; i++)
            {
                BigInteger factor = rows[i][k];
                for (int j = 0; i != k && j < 2 * n; j++)
                {
                    rows[i][j] = ((rows[i][j] * rows[k][k]) - (factor * rows[k][j])) / last;
                }
            }

            last = rows[k][k];
        }

        return [.. Enumerable.Range(0, n * n).Select(k => Quotient(rows[k / n][n + (k % n)], rows[k / n][k / n], shift))];
    }

    private static int Exponent(double x) => (int)((BitConverter.DoubleToInt64Bits(x) >> 52) & 0x7FF);

    private static BigInteger Whole(double x, int shift)
    {
        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        long mantissa = (bits & 0xFFFFFFFFFFFFF) | 0x10000000000000;
        BigInteger value = new BigInteger(x == 0 ? 0 : mantissa) << (Exponent(x) + shift - 1075);
        return x < 0 ? -value : value;
    }

    /// <summary>p / q times the power of two that the matrix was multiplied by.</summary>
    private static double Quotient(BigInteger p, BigInteger q, int shift)
    {
        const int Digits = 64;
        int up = Math.Max(0, (int)(q.GetBitLength() - p.GetBitLength()) + Digits);
        return Math.ScaleB((double)((p << up) / q), shift - up);
    }
}
