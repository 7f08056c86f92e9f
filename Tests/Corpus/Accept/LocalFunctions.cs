using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Local functions: static ones, and those that read and write the variables around them.</summary>
public static partial class LocalFunctions
{
    // check: 0.7
    // check: -1.9
    [Differentiable]
    public static double Static(double x)
    {
        return Square(x) + Square(Square(x) - 1);

        static double Square(double y) => y * y;
    }

    // check: 0.7, 1.3, 3
    // check: 0.7, 1.3, 0
    [Differentiable]
    public static double Captures(double x, double scale, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            Add(x * i);
            scale *= 1.1;
        }

        return sum;

        void Add(double term)
        {
            sum += scale * Math.Sin(term + x);
        }
    }

    // check: 0.7, 5
    // check: 1.4, 2
    [Differentiable]
    public static double EarlyReturns(double x, int n)
    {
        double total = 0;
        int calls = 0;
        for (int i = 0; i < n; i++)
        {
            total += Piece(x + i) * calls;
        }

        return total;

        double Piece(double y)
        {
            calls++;
            if (y < 1)
            {
                return y * y;
            }

            for (int k = 0; k < 4; k++)
            {
                y /= 2;
                if (y < 1)
                {
                    return y * k;
                }
            }

            return Math.Sqrt(y);
        }
    }

    // check: 0.7, 1.2
    [Differentiable]
    public static double CallsOneAnother(double x, double y)
    {
        double scale = x * y;
        return Outer(x) + Outer(Inner(y));

        double Inner(double z) => z * scale + x;

        double Outer(double z)
        {
            double w = Inner(z) * Innermost();
            scale += w;
            return w;

            double Innermost() => Math.Cos(z) * Inner(y);
        }
    }

    // check: 0.7, 4
    [Differentiable]
    public static double ChangesTheBound(double x, int n)
    {
        double product = 1;
        for (int i = 0; i < n; i++)
        {
            Step();
        }

        int k = 0;
        while (Continue())
        {
            product += x * k;
        }

        return product;

        void Step()
        {
            product *= x + n;
            n--;
        }

        bool Continue() => k++ < 3 && product < 100;
    }

    // check: new double[] { 0.7, -1.2, 0.4 }
    [Differentiable]
    public static double OverMemory(double[] x)
    {
        double[] work = new double[x.Length];
        int used = 0;
        foreach (double element in x)
        {
            Push(element * element);
        }

        Push2(x[0], x[1]);
        return work[0] * work[1] + Last() * used;

        void Push(double value)
        {
            work[used] += value * Weight(used);
            used++;
        }

        void Push2(double first, double second)
        {
            used = 0;
            Push(first);
            Push(second);
        }

        double Weight(int i) => i + x[i];

        double Last() => work[^1];
    }

    // check: 0.7, 1.2
    [Differentiable]
    public static double ReferencesAndDefaults(double x, double y)
    {
        Rotate(ref x, ref y);
        Rotate(angle: 0.5, b: ref x, a: ref y);
        Split(x * y, out double whole, out double rest);
        return x * whole + y * rest;

        void Rotate(ref double a, ref double b, double angle = 0.25)
        {
            double c = Math.Cos(angle), s = Math.Sin(angle);
            (a, b) = (c * a - s * b, s * a + c * b);
        }

        static void Split(double value, out double half, out double third)
        {
            half = value / 2;
            third = value / 3;
        }
    }

    // check: new double[] { 0.7, -1.2, 0.4, 1.9, 0.3, 1.1 }, 2
    [Differentiable]
    public static double Views(ReadOnlySpan<double> matrix, int columns)
    {
        double sum = 0;
        for (int i = 0; i < matrix.Length / columns; i++)
        {
            sum += Norm(Row(matrix, columns, i)) * (i + 1);
        }

        return sum;

        static ReadOnlySpan<double> Row(ReadOnlySpan<double> all, int width, int row) => all.Slice(row * width, width);

        static double Norm(ReadOnlySpan<double> row)
        {
            double squares = 0;
            foreach (double element in row)
            {
                squares += element * element;
            }

            return Math.Sqrt(squares);
        }
    }

    // check: 0.7, -0.4
    [Differentiable]
    public static double Tuples(double x, double y)
    {
        (double sine, double cosine) = Both(x);
        var polar = Both(y);
        return sine * polar.Cosine + cosine * polar.Sine + Length((x, y));

        (double Sine, double Cosine) Both(double angle) => (Math.Sin(angle * y), Math.Cos(angle));

        static double Length((double X, double Y) vector) => vector.X * vector.X + 3 * vector.Y;
    }
}
