using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Statistics
{
    // check: new double[] { 0.4, -0.7, 1.3, 2.2 }
    [Differentiable]
    public static (double Mean, double Variance) Moments(ReadOnlySpan<double> x)
    {
        double mean = 0;
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double delta = x[i] - mean;
            mean += delta / (i + 1);
            sum += delta * (x[i] - mean);
        }

        return (mean, sum / (x.Length - 1));
    }

    // check: 0.3, 0.8, new double[] { 0.4, -0.7, 1.3, 2.2 }
    [Differentiable]
    public static double NormalLogLikelihood(double mean, double logDeviation, [NoDerivative] ReadOnlySpan<double> data)
    {
        double sum = 0;
        for (int i = 0; i < data.Length; i++)
        {
            double z = (data[i] - mean) * Math.Exp(-logDeviation);
            sum -= 0.5 * z * z + logDeviation;
        }

        return sum;
    }

    // check: new double[] { 0.2, -0.4, 0.9 }, new double[] { 1, 0.5, -1, 2, 0.3, 0.7 }, new bool[] { true, false }
    [Differentiable]
    public static double LogisticRegression(
        ReadOnlySpan<double> weights, [NoDerivative] ReadOnlySpan<double> features, ReadOnlySpan<bool> labels)
    {
        double loss = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double score = 0;
            for (int i = 0; i < weights.Length; i++)
            {
                score += weights[i] * features[row * weights.Length + i];
            }

            loss += labels[row] ? Special.Softplus(-score) : Special.Softplus(score);
        }

        return loss;
    }

    // check: 0.9, 0.2, 0.5, new double[] { 0.4, -0.7, 1.3, 2.2 }
    [Differentiable]
    public static double KalmanLogLikelihood(double decay, double processNoise, double sensorNoise, [NoDerivative] double[] measurements)
    {
        double state = 0;
        double variance = 1;
        double logLikelihood = 0;
        for (int t = 0; t < measurements.Length; t++)
        {
            state = decay * state;
            variance = decay * decay * variance + processNoise;
            double innovation = measurements[t] - state;
            double total = variance + sensorNoise;
            double gain = variance / total;
            logLikelihood -= 0.5 * (innovation * innovation / total + Math.Log(total));
            state += gain * innovation;
            variance *= 1 - gain;
        }

        return logLikelihood;
    }

    // check: new double[] { 0.1, 0.2, 0.05, 0.1 }, 5
    [Differentiable]
    public static double LeastSquaresPolynomial(ReadOnlySpan<double> x, int points)
    {
        double sum = 0;
        for (int i = 0; i < points; i++)
        {
            double t = -1 + i * 2.0 / (points - 1);
            double s = Math.Sign(t);
            double power = 1;
            for (int j = 0; j < x.Length; j++)
            {
                s -= x[j] * power;
                power *= t;
            }

            sum += s * s;
        }

        return 0.5 * sum;
    }
}
