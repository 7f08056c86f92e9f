using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Arrays of several dimensions: parameters, locals, tables, helpers.</summary>
public static partial class Grids
{
    private static readonly double[,] Kernel = { { 0.25, -0.5 }, { 0.75, 1.5 }, { -1, 0.125 } };
    private static readonly int[,] Order = { { 1, 0, 2 }, { 2, 2, 0 } };

    // check: new double[,] { { 1.5, -0.5 }, { 0.25, 2 } }
    [Differentiable]
    public static double Determinant(double[,] a) => a[0, 0] * a[1, 1] - a[0, 1] * a[1, 0];

    // check: new double[,] { { 1.5, -0.5, 0.75 }, { 0.25, 2, -1 } }
    // check: new double[0, 3]
    // check: new double[2, 0]
    [Differentiable]
    public static double Frobenius(double[,] a)
    {
        double sum = 0;
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                sum += Math.Sin(a[i, j]) * a[i, j];
            }
        }

        return sum + a.Length * a.Rank;
    }

    // check: new double[,] { { 1.5, -0.5, 0.75 }, { 0.25, 2, -1 } }
    [Differentiable]
    public static double Elements(double[,] a)
    {
        double product = 1, last = 0;
        foreach (double element in a)
        {
            product *= 1 + element * element;
            if (element < -0.9)
            {
                break;
            }

            last = element;
        }

        return product * last;
    }

    // check: new double[,] { { 1.5, -0.5 }, { 0.25, 2 }, { 1, 3 } }, new double[,] { { 0.5, 1, -1 }, { 2, 0.25, 0.75 } }, new double[9]
    [Differentiable]
    public static void Product(double[,] a, double[,] b, Span<double> result)
    {
        int rows = a.GetLength(0), inner = a.GetLength(1), columns = b.GetLength(1);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double sum = 0;
                for (int k = 0; k < inner; k++)
                {
                    sum += a[i, k] * b[k, j];
                }

                result[i * columns + j] = sum;
            }
        }
    }

    // check: new double[,] { { 4, 1, 0.5 }, { 1, 3, -0.25 }, { 0.5, -0.25, 2 } }, new double[] { 1, -2, 0.5 }
    [Differentiable]
    public static double SolvedByElimination(double[,] matrix, ReadOnlySpan<double> right)
    {
        int n = matrix.GetLength(0);
        double[,] a = (double[,])matrix.Clone();
        double[] x = right.ToArray();
        Eliminate(a, x);
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
            {
                x[i] -= a[i, j] * x[j];
            }

            x[i] /= a[i, i];
        }

        return x[0] * x[0] + x[n - 1];
    }

    private static void Eliminate(double[,] a, Span<double> x)
    {
        int n = a.GetLength(0);
        for (int k = 0; k < n; k++)
        {
            for (int i = k + 1; i < n; i++)
            {
                double factor = a[i, k] / a[k, k];
                for (int j = k; j < n; j++)
                {
                    a[i, j] -= factor * a[k, j];
                }

                x[i] -= factor * x[k];
            }
        }
    }

    // check: new double[,] { { 0.5, 1, 4 }, { 3, 0.25, -1 }, { 1, 2, 0.125 } }
    [Differentiable]
    public static double Pivoted(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        var a = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                a[i, j] = matrix[i, j];
            }
        }

        double determinant = 1;
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
            {
                if (Math.Abs(a[i, k]) > Math.Abs(a[pivot, k]))
                {
                    pivot = i;
                }
            }

            if (pivot != k)
            {
                determinant = -determinant;
                for (int j = 0; j < n; j++)
                {
                    (a[k, j], a[pivot, j]) = (a[pivot, j], a[k, j]);
                }
            }

            determinant *= a[k, k];
            for (int i = k + 1; i < n; i++)
            {
                double factor = a[i, k] / a[k, k];
                for (int j = k + 1; j < n; j++)
                {
                    a[i, j] -= factor * a[k, j];
                }
            }
        }

        return determinant;
    }

    // check: new double[,] { { 0.5, 1, 4, 2 }, { 3, 0.25, -1, 1 }, { 1, 2, 0.125, -2 }, { 0, 1, 2, 3 } }, 0.1, 3
    [Differentiable]
    public static double Heat(double[,] start, double rate, int steps)
    {
        int rows = start.GetLength(0), columns = start.GetLength(1);
        double[,] now = (double[,])start.Clone(), next = new double[rows, columns];
        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    double flow = 0;
                    if (i > 0)
                    {
                        flow += now[i - 1, j] - now[i, j];
                    }

                    if (i + 1 < rows)
                    {
                        flow += now[i + 1, j] - now[i, j];
                    }

                    if (j > 0)
                    {
                        flow += now[i, j - 1] - now[i, j];
                    }

                    if (j < columns - 1)
                    {
                        flow += now[i, j + 1] - now[i, j];
                    }

                    next[i, j] = now[i, j] + rate * flow * (1 + now[i, j]);
                }
            }

            (now, next) = (next, now);
        }

        return Weighted(now);
    }

    private static double Weighted(double[,] values)
    {
        double sum = 0;
        for (int i = 0; i <= values.GetUpperBound(0); i++)
        {
            for (int j = values.GetLowerBound(1); j <= values.GetUpperBound(1); j++)
            {
                sum += (i + 2 * j) * values[i, j] * values[i, j];
            }
        }

        return sum;
    }

    // check: new double[,] { { 0.5, 1, 4 }, { 3, 0.25, -1 } }, 1.5
    [Differentiable]
    public static double Tables(double[,] x, double scale)
    {
        double sum = 0;
        for (int i = 0; i < Kernel.GetLength(0); i++)
        {
            for (int j = 0; j < Kernel.GetLength(1); j++)
            {
                sum += Kernel[i, j] * x[j, Order[j, i]] * scale;
            }
        }

        return sum * x[0, 0];
    }

    // check: new float[,] { { 0.5f, 1 }, { 3, 0.25f } }, 2
    [Differentiable]
    public static float Single(float[,] x, [NoDerivative] float weight)
    {
        float[,] square = { { x[0, 0] * x[0, 0], weight }, { x[1, 0], x[0, 1] * x[1, 1] } };
        return Traced(square) * weight;
    }

    private static float Traced(float[,] a) => a[0, 0] * a[1, 0] + a[1, 1] + a[0, 1];

    // check: new int[,] { { 1, 0 }, { 0, 2 }, { 2, 1 } }, new double[] { 0.5, -2, 1.5 }
    [Differentiable]
    public static double Edges(int[,] edges, double[] x)
    {
        double energy = 0;
        for (int e = 0; e < edges.GetLength(0); e++)
        {
            double difference = x[edges[e, 0]] - x[edges[e, 1]];
            energy += difference * difference * x[edges[e, 1]];
        }

        return energy;
    }

    // check: new double[,,] { { { 1, 2 }, { 0.5, -1 }, { 3, 0.25 } }, { { -2, 1.5 }, { 4, 0.125 }, { 2, 1 } } }
    [Differentiable]
    public static double ThreeDimensions(double[,,] x)
    {
        var sums = new double[x.GetLength(1), x.GetLength(2)];
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
            {
                for (int k = 0; k < x.GetLength(2); k++)
                {
                    sums[j, k] += x[i, j, k] * x[i, j, k] * (1 + k);
                }
            }
        }

        double product = 1;
        foreach (double sum in sums)
        {
            product *= sum;
        }

        return product;
    }

    // check: new double[,] { { 0.5, 1, 4 }, { 3, 0.25, -1 } }, 2, 1
    [Differentiable]
    public static double References(double[,] x, double scale, int at)
    {
        double[,] y = Scaled(x, scale);
        ref double corner = ref y[at, at + 1];
        corner *= corner;
        Exchange(ref y[0, 0], ref y[1, 2]);
        y[0, at]++;
        y[1, 1] -= y[0, 0] * corner;
        return y[0, 0] * y[1, 1] * Determinant(y) + corner;
    }

    private static double[,] Scaled(double[,] x, double scale)
    {
        var result = new double[x.GetLength(0), x.GetLength(1)];
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
            {
                result[i, j] = scale * x[i, j];
            }
        }

        return result;
    }

    private static void Exchange(ref double a, ref double b) => (a, b) = (b, a);

    // check: new double[,] { { 1, 2 }, { 3, 4 } }, new double[,] { { 0.5, 1 }, { -1, 2 } }
    [Differentiable]
    public static double CallsMarked(double[,] a, double[,] b)
    {
        double sum = 0;
        for (int i = 0; i < 2; i++)
        {
            sum += Determinant(i == 0 ? 1 : 2, a) * Determinant(b) + Frobenius(a);
        }

        return sum;
    }

    // check: 2, new double[,] { { 1, 2 }, { 3, 4 } }
    [Differentiable(Name = "Times")]
    public static double Determinant(double factor, double[,] a) => factor * Determinant(a);

    // check: new double[,] { { 1, 2, 3 }, { 3, 4, 5 } }, 1.5, 0
    // check: new double[,] { { 1, 2, 3 }, { 3, 4, 5 } }, 1.5, 2
    [Differentiable]
    public static (double Sum, double Largest) Results(double[,] x, in double offset, int column)
    {
        double sum = 0, largest = double.NegativeInfinity;
        int row = 0;
        while (row < x.GetLength(0) && sum < 100)
        {
            sum += (x[row, column] + offset) * x[row++, 0];
        }

        foreach (double element in x)
        {
            largest = Math.Max(largest, element * offset);
        }

        return (sum, largest);
    }
}
