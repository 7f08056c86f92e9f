using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Other names for variables and elements: <c>ref</c> locals, results and arguments.</summary>
public static partial class References
{
    // check: new double[] { 0.7, -1.2, 0.4 }, 1.3
    [Differentiable]
    public static void RefLocal(Span<double> x, double a)
    {
        for (int i = 0; i < x.Length; i++)
        {
            ref double r = ref x[i];
            r *= a;
            r += x[0];
            x[i] *= r;
        }

        ref double last = ref x[^1];
        last = ref x[0];
        last = last * last + x[1];
    }

    // check: 0.7, 4
    [Differentiable]
    public static double RefToLocals(double x, int n)
    {
        double sum = 0;
        ref int rest = ref n;
        ref double total = ref sum;
        for (int i = 0; i < n; i++)
        {
            total += x * i;
            rest--;
            ref double also = ref sum;
            also *= 1.5;
            x += sum;
        }

        return sum + total * n;
    }

    // check: new double[] { 0.7, -1.2, 0.4 }, 2.5
    [Differentiable]
    public static double Each(ReadOnlySpan<double> x, double a)
    {
        Span<double> y = new double[x.Length];
        x.CopyTo(y);
        foreach (ref double element in y)
        {
            element = element * a + y[0];
            if (element > 5)
            {
                break;
            }
        }

        double product = 1;
        foreach (ref readonly double element in y)
        {
            product *= element;
        }

        return product;
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }, 2, 0
    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }, 1, 3
    // check: new double[] { 0.7, -1.2, 0.4, 1.9 }, 1, 1
    [Differentiable]
    public static void Elements(Span<double> x, int i, int j)
    {
        Swap(ref x[i], ref x[j]);
        AddBoth(ref x[i], ref x[j]);
        Parts(x[0] * x[1], out x[2], out x[i]);
        Parts(x[3], out _, out double part);
        x[0] *= part;
        double local = 2;
        AddBoth(ref local, ref x[3]);
        x[1] += local;
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3, 1.1 }, 2
    [Differentiable]
    public static void Returned(Span<double> matrix, int columns)
    {
        for (int i = 0; i < columns; i++)
        {
            At(matrix, columns, i, i) += 3 * At(matrix, columns, 0, i);
            ref double below = ref At(matrix, columns, 2, i);
            below *= Entry(matrix, i);
            Double(ref Entry(matrix, 0));
        }

        static ref double Entry(Span<double> all, int row) => ref At(all, 2, row, 1);

        static void Double(ref double value) => value *= 2;
    }

    // check: 0.7, -0.4
    [Differentiable]
    public static double InArguments(double x, double y)
    {
        double z = x * y;
        return Weighted(in z, y) + Weighted(x + y, weight: x) + Weighted(2, y);

        double Weighted(in double value, double weight)
        {
            z *= 2;
            return value * weight;
        }
    }

    private static ref double At(Span<double> matrix, int columns, int i, int j) => ref matrix[i * columns + j];

    private static void Swap(ref double a, ref double b) => (a, b) = (b, a);

    private static void AddBoth(ref double a, ref double b)
    {
        a += b * b;
        b += 3 * a;
    }

    private static void Parts(double x, out double half, out double square)
    {
        half = x / 2;
        square = half * x;
    }
}
