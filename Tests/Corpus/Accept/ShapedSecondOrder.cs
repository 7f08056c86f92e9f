using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Second derivatives with respect to arrays of several dimensions and arrays of arrays.</summary>
public static partial class ShapedSecondOrder
{
    // check: new double[,] { { 1.5, -0.5 }, { 0.25, 2 } }
    [Differentiable(Order = 2)]
    public static double Determinant(double[,] a) => a[0, 0] * a[1, 1] - a[0, 1] * a[1, 0];

    // check: new double[,] { { 4, 1, 0.5 }, { 1, 3, -0.25 }, { 0.5, -0.25, 2 } }
    [Differentiable(Order = 2)]
    public static double LogDeterminant(double[,] matrix)
    {
        double[,] a = (double[,])matrix.Clone();
        int n = a.GetLength(0);
        double sum = 0;
        for (int k = 0; k < n; k++)
        {
            sum += Math.Log(a[k, k]);
            for (int i = k + 1; i < n; i++)
            {
                for (int j = k + 1; j < n; j++)
                {
                    a[i, j] -= a[i, k] / a[k, k] * a[k, j];
                }
            }
        }

        return sum;
    }

    // A matrix among other inputs, and one without derivatives.
    // check: 0.7, new double[,] { { 0.5, 1, -1 }, { 2, 0.25, 0.75 } }, new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }, new double[] { 0.3, -0.6 }
    [Differentiable(Order = 2)]
    public static double Layer(double scale, double[,] weights, [NoDerivative] double[,] data, ReadOnlySpan<double> bias)
    {
        double loss = 0;
        for (int column = 0; column < data.GetLength(1); column++)
        {
            for (int i = 0; i < weights.GetLength(0); i++)
            {
                double sum = bias[i];
                for (int j = 0; j < weights.GetLength(1); j++)
                {
                    sum += weights[i, j] * data[j, column];
                }

                loss += scale * Math.Tanh(0.1 * sum) * sum;
            }
        }

        return loss;
    }

    // check: new float[,,] { { { 1, 2 }, { 0.5f, -1 } } }, 0.5f
    // check: new float[0, 2, 2], 0.5f
    [Differentiable(Order = 2)]
    public static float Single(float[,,] x, float s)
    {
        float sum = 0;
        foreach (float element in x)
        {
            sum += element * element * element * s;
        }

        return sum * s;
    }

    // check: new double[][] { [1.5, -2], [], [0.5, 3, 1] }, 0.25
    [Differentiable(Order = 2)]
    public static double Rows(double[][] x, double s)
    {
        double product = 1;
        foreach (double[] row in x)
        {
            double sum = s;
            foreach (double element in row)
            {
                sum += Math.Sin(element) * element;
            }

            product *= sum;
        }

        return product;
    }

    // Rows beside a grid, and rows without derivatives.
    // check: new double[][] { [1.5, -2], [0.25] }, new double[,] { { 0.5, 2 }, { 1, 3 } }, new double[][] { [2], [3, 4] }
    [Differentiable(Order = 2)]
    public static double Both(double[][] x, double[,] y, [NoDerivative] double[][] weights) =>
        x[0][0] * y[0, 1] * y[0, 1] * weights[1][0] + Math.Exp(x[0][1] * y[1, 1]) * x[1][0] * weights[0][0];

    // check: new double[,] { { 0.5, 1, 4 }, { 3, 0.25, -1 } }, 1.5, 3
    [Differentiable(Order = 2)]
    public static double Iterated(double[,] x, in double rate, int steps)
    {
        double[,] now = (double[,])x.Clone();
        double total = 0;
        int step = 0;
        while (step < steps && total < 1000)
        {
            for (int i = 0; i < now.GetLength(0); i++)
            {
                for (int j = 1; j < now.GetLength(1); j++)
                {
                    now[i, j] = Math.Cos(rate * now[i, j]) + now[i, j - 1] * now[i, j];
                }
            }

            total += now[0, 2] * now[1, 1];
            step++;
        }

        return total;
    }
}
