using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class RecursionOnBuffers
{
    // check: new double[] { 1.5 }
    // check: new double[] { 1.5, -2, 0.3, 0.8, 1.1 }
    [Differentiable]
    public static double PairwiseProductSum(ReadOnlySpan<double> x)
    {
        if (x.Length == 1)
        {
            return x[0];
        }

        int half = x.Length / 2;
        double left = PairwiseProductSum(x.Slice(0, half));
        double right = PairwiseProductSum(x.Slice(half));
        return left * right + left;
    }

    // check: new double[] { 1.5, -2, 0.3, 0.8, 1.1, 0.2, -0.4 }
    [Differentiable]
    public static double PairwiseSum(ReadOnlySpan<double> x) =>
        x.Length == 0 ? 0 : x.Length == 1 ? x[0] * x[0] : PairwiseSum(x[..(x.Length / 2)]) + PairwiseSum(x[(x.Length / 2)..]);

    // check: new double[] { 1.5, -2, 0.3, 0.8 }, 0
    [Differentiable]
    public static double Horner(double[] coefficients, int from) => Tail(coefficients, 0.7, from);

    private static double Tail(double[] coefficients, double x, int from) =>
        from == coefficients.Length ? 0 : coefficients[from] + x * Tail(coefficients, x * coefficients[0], from + 1);

    // check: new double[] { 1.5, -2, 0.3, 0.8 }
    [Differentiable]
    public static void PrefixProducts(Span<double> x)
    {
        if (x.Length > 1)
        {
            x[1] *= x[0];
            PrefixProducts(x.Slice(1));
            x[0] = Math.Sin(x[0]) * x[1];
        }
    }

    // check: new double[] { 1.5, -2, 0.3, 0.8, 0.2, 1.1, -0.4, 0.6 }
    [Differentiable]
    public static void Haar(Span<double> x)
    {
        if (x.Length == 1)
        {
            return;
        }

        int half = x.Length / 2;
        Span<double> sums = new double[half];
        for (int i = 0; i < half; i++)
        {
            sums[i] = x[2 * i] * x[2 * i + 1];
            x[half + i] = x[2 * i] - x[2 * i + 1];
        }

        sums.CopyTo(x);
        Haar(x.Slice(0, half));
    }

    // check: new double[] { 1.5, -2, 0.3, 0.8, 0.2, 1.1, -0.4, 0.6 }, new double[8]
    [Differentiable]
    public static void Fourier(ReadOnlySpan<double> x, Span<double> y)
    {
        Transform(x, y, 1);
    }

    private static void Transform(ReadOnlySpan<double> x, Span<double> y, int stride)
    {
        if (y.Length == 1)
        {
            y[0] = x[0];
            return;
        }

        int half = y.Length / 2;
        Transform(x, y.Slice(0, half), 2 * stride);
        Transform(x.Slice(stride), y.Slice(half), 2 * stride);
        for (int k = 0; k < half; k++)
        {
            double even = y[k], odd = Math.Cos(k) * y[half + k];
            y[k] = even + odd * odd;
            y[half + k] = even - odd;
        }
    }

    // check: new double[] { 3, 1.5, -2, 0.3, 0.8, 1.1, 0.2 }
    [Differentiable]
    public static void MergeSort(Span<double> x)
    {
        if (x.Length < 2)
        {
            return;
        }

        int half = x.Length / 2;
        MergeSort(x.Slice(0, half));
        MergeSort(x.Slice(half));
        Span<double> merged = new double[x.Length];
        int i = 0, j = half;
        for (int k = 0; k < x.Length; k++)
        {
            if (j == x.Length || (i < half && x[i] <= x[j]))
            {
                merged[k] = x[i++];
            }
            else
            {
                merged[k] = x[j++];
            }
        }

        merged.CopyTo(x);
    }

    // check: new double[] { 0.4, 1.5, -2, 0.3, 0.8, 1.1, 0.2, 0.9, 0.7 }, 3
    [Differentiable]
    public static double DeterminantByCopies(ReadOnlySpan<double> a, int n)
    {
        if (n == 1)
        {
            return a[0];
        }

        double determinant = 0, sign = 1;
        Span<double> minor = new double[(n - 1) * (n - 1)];
        for (int column = 0; column < n; column++)
        {
            for (int i = 1; i < n; i++)
            {
                for (int j = 0, k = 0; j < n; j++)
                {
                    if (j != column)
                    {
                        minor[(i - 1) * (n - 1) + k++] = a[i * n + j];
                    }
                }
            }

            determinant += sign * a[column] * DeterminantByCopies(minor, n - 1);
            sign = -sign;
        }

        return determinant;
    }

    // check: new double[] { 0.4, 1.5, -2, 0.3, 0.8, 1.1, 0.2, 0.9, 0.7 }, 3
    [Differentiable]
    public static double DeterminantByLists(ReadOnlySpan<double> a, int n)
    {
        Span<int> rows = new int[n + 1], columns = new int[n + 1];
        for (int i = 0; i < n; i++)
        {
            rows[i] = i + 1;
            columns[i] = i + 1;
        }

        return Minor(a, n, n, rows, columns);
    }

    private static double Minor(ReadOnlySpan<double> a, int n, int m, Span<int> rows, Span<int> columns)
    {
        int row = rows[n], column = columns[n];
        if (m == 1)
        {
            return a[row * n + column];
        }

        double determinant = 0, sign = 1;
        int before = n;
        rows[n] = rows[row];
        for (int j = 0; j < m; j++)
        {
            columns[before] = columns[column];
            double minor = Minor(a, n, m - 1, rows, columns);
            columns[before] = column;
            determinant += sign * a[row * n + column] * minor;
            before = column;
            column = columns[column];
            sign = -sign;
        }

        rows[n] = row;
        return determinant;
    }

    // check: new double[] { 1.5, -2, 0.3, 0.8, 1.1, 0.6, 0.2 }, 0
    [Differentiable]
    public static double TreeOfMaxima(ReadOnlySpan<double> keys, int node)
    {
        if (node >= keys.Length)
        {
            return 0.5;
        }

        double left = TreeOfMaxima(keys, 2 * node + 1), right = TreeOfMaxima(keys, 2 * node + 2);
        return keys[node] * Math.Max(left, right) + Math.Min(left, right);
    }

    // check: new double[] { 1.5, -2, 0.3, 0.8 }, new double[] { 0.1, 0.2, 0.3, 0.4 }
    [Differentiable]
    public static double TwoBuffers(ReadOnlySpan<double> x, ReadOnlySpan<double> y) =>
        x.Length == 1 ? x[0] * y[0] : TwoBuffers(x.Slice(1), y.Slice(0, y.Length - 1)) * x[0] + Math.Exp(y[y.Length - 1]);

    // check: new double[] { 1.5, -2, 0.3, 0.8 }
    [Differentiable]
    public static double PartsOfOne(ReadOnlySpan<double> x) => Product(x.Slice(0, 2), x.Slice(2), 3);

    private static double Product(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int n) =>
        n == 0 ? x[0] + y[1] : x[0] * Product(y, x, n - 1) + y[0];

    // check: new double[] { 1.5, -2, 0.3 }, 3
    [Differentiable]
    public static double WorkingMemory(ReadOnlySpan<double> x, int n)
    {
        Span<double> work = stackalloc double[3];
        return Worked(x, n, work);
    }

    private static double Worked(ReadOnlySpan<double> x, int n, [Scratch] Span<double> work)
    {
        if (n == 0)
        {
            return x[0] * x[1];
        }

        double inner = Worked(x, n - 1, work);
        for (int i = 0; i < x.Length; i++)
        {
            work[i] = x[i] * inner;
        }

        return work[0] * work[1] + Math.Sin(work[2]);
    }

    // check: new double[] { 1.5, -2, 0.3, 0.8 }, new double[] { 0.5, 0.25, 2, 1 }
    [Differentiable]
    public static double Weighted(ReadOnlySpan<double> x, [NoDerivative] ReadOnlySpan<double> weights) =>
        x.Length == 0 ? 1 : x[0] * weights[0] * Weighted(x.Slice(1), weights.Slice(1));

    // check: new double[] { 1.5, -2, 0.3, 0.8 }, 2
    [Differentiable]
    public static void InLoops(Span<double> x, int n)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = x[i] * x[(i + 1) % x.Length];
            if (n > 0)
            {
                InLoops(x.Slice(1), n - 1);
            }
        }
    }

    // check: new double[] { 1.5, -2, 0.3, 0.8 }, 2
    [Differentiable]
    public static double Overwritten(ReadOnlySpan<double> x, int n)
    {
        Span<double> y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = x[i] * n;
        }

        double sum = n == 0 ? y[0] : Overwritten(y, n - 1);
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Math.Sin(y[i]) * sum;
        }

        return n == 0 ? y[1] : Overwritten(y, n - 1) + y[2];
    }

    // check: new double[] { 1.5, -2, 0.3, 0.8 }, new int[] { 2, 0, 3, 1 }, 4
    [Differentiable]
    public static double Permuted(ReadOnlySpan<double> x, ReadOnlySpan<int> next, int n)
    {
        Span<int> order = new int[next.Length];
        next.CopyTo(order);
        return Swapped(x, order, n);
    }

    private static double Swapped(ReadOnlySpan<double> x, Span<int> order, int n)
    {
        if (n == 0)
        {
            return x[order[0]];
        }

        int first = order[0];
        order[0] = order[n % order.Length];
        order[n % order.Length] = first;
        double inner = Swapped(x, order, n - 1);
        return x[order[0]] * inner + x[order[1]] * Math.Sin(inner);
    }

    // check: new double[] { 1.5, -2, 0.3, 0.8 }
    [Differentiable]
    public static double LocalSlices(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 1; i < x.Length; i++)
        {
            sum += x[i] * LocalSlices(x.Slice(i));
        }

        return sum + x[0];
    }

    // check: new float[] { 1.5f, -2, 0.3f, 0.8f }
    [Differentiable]
    public static float Singles(ReadOnlySpan<float> x) => x.Length == 1 ? x[0] : MathF.Sin(Singles(x.Slice(1))) * x[0];
}
