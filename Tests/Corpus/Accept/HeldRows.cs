using System;
using StaticAd;

namespace StaticAd.Corpus;

public sealed class Layers(double[][] weights)
{
    internal readonly double[][] _weights = weights;

    internal double[][] Biases { get; } = [[0.5], [], [1, -2]];

    public double Output(int layer, double x)
    {
        double sum = 0;
        foreach (double weight in _weights[layer])
        {
            sum += weight * x;
        }

        return Math.Tanh(sum);
    }

    internal double[][] Weights => _weights;
}

public static partial class HeldRows
{
    private static readonly double[][] Stages = [[], [0.5], [0, 0.5], [0, 0, 1]];

    private static readonly int[][] Neighbours = [[1, 2], [0], [0, 1, 2]];

    // check: 0.3, 1.7, 0.2, 3
    [Differentiable(Order = 2)]
    public static double RungeKutta(double y, double rate, double h, int steps)
    {
        ReadOnlySpan<double> weights = [1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6];
        Span<double> slopes = stackalloc double[Stages.Length];
        for (int n = 0; n < steps; n++)
        {
            for (int s = 0; s < Stages.Length; s++)
            {
                double[] row = Stages[s];
                double at = y;
                for (int j = 0; j < row.Length; j++)
                {
                    at += h * row[j] * slopes[j];
                }

                slopes[s] = rate * at * (1 - at);
            }

            for (int s = 0; s < slopes.Length; s++)
            {
                y += h * weights[s] * slopes[s];
            }
        }

        return y;
    }

    // check: new double[] { 1.5, -0.5, 2 }
    [Differentiable]
    public static double Springs(double[] x)
    {
        double energy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            foreach (int j in Neighbours[i])
            {
                energy += Stretch(x[i], x[j]) * (Neighbours[i][0] + 1);
            }
        }

        return energy;
    }

    private static double Stretch(double a, double b) => (a - b) * (a - b) * Stages[3][2] / 2;

    // check: 0.7, new HeldRowsNet()
    [Differentiable]
    public static double Through(double x, HeldRowsNet net)
    {
        for (int layer = 0; layer < 2; layer++)
        {
            x = net.Layers.Output(layer, x) + net.Layers.Biases[2][layer] * x;
        }

        return x;
    }
}

public sealed class HeldRowsNet
{
    public readonly Layers Layers = new([[0.5, -1.5, 2], [0.25]]);
}
