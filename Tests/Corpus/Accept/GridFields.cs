using System;
using StaticAd;

namespace StaticAd.Corpus;

public sealed partial class Layer(double[,] weights)
{
    private readonly double[,] _weights = weights;

    private double[,] Squares { get; } = { { 1, 4 }, { 9, 16 } };

    // check: new Layer(new double[,] { { 1, 2 }, { -3, 4 } }), new double[] { 0.5, -1 }
    [Differentiable]
    public double Apply(double[] x)
    {
        double sum = 0;
        for (int i = 0; i < _weights.GetLength(0); i++)
        {
            double row = 0;
            for (int j = 0; j < _weights.GetLength(1); j++)
            {
                row += _weights[i, j] * x[j] + Squares[j, i] * x[i];
            }

            sum += Math.Tanh(row);
        }

        return sum;
    }
}
