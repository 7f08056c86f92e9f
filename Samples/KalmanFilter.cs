namespace StaticAd.Samples;

// Differentiating through time: the likelihood of a series under a model of a level that drifts with a slope. A Kalman filter carries the
// state and its covariance from observation to observation; the gradient goes back through all of them.
public static partial class KalmanFilter
{
    /// <summary>Logarithm of the likelihood of a series, from the errors of predicting each observation by those before it.</summary>
    /// <param name="series">The observations.</param>
    /// <param name="level">Standard deviation of what is added to the level at each step.</param>
    /// <param name="slope">That of what is added to the slope.</param>
    /// <param name="noise">That of what is observed from the level.</param>
    [Differentiable]
    public static double LogLikelihood(ReadOnlySpan<double> series, double level, double slope, double noise)
    {
        using var arena = Arena.Enter();
        var step = new Matrix<double>([1, 1, 0, 1], 2, 2);
        var drift = new Matrix<double>([level * level, 0, 0, slope * slope], 2, 2);
        var observed = new Matrix<double>([1, 0], 1, 2);
        var state = new Matrix<double>([series[0], 0], 2, 1);
        var covariance = new Matrix<double>([1, 0, 0, 1], 2, 2);
        double sum = 0;
        for (int i = 1; i < series.Length; i++)
        {
            Matrix<double> predicted = step * state;
            Matrix<double> spread = step * covariance * step.Transpose() + drift;
            double error = series[i] - predicted[0, 0];
            double variance = spread[0, 0] + noise * noise;
            Matrix<double> gain = spread * observed.Transpose() / variance;
            state = predicted + error * gain;
            covariance = spread - gain * observed * spread;
            sum += Math.Log(2 * Math.PI * variance) + error * error / variance;
        }

        return -0.5 * sum;
    }

    internal static void Run(TextWriter output)
    {
        double[] series = [1, 1.2, 1.1, 1.5, 1.8], dseries = new double[5];
        double value = LogLikelihoodValueAndGradient(series, 0.3, 0.1, 0.2, dseries, out double dlevel, out double dslope, out double dnoise);

        output.WriteLine();
        output.WriteLine("The likelihood of a series under a Kalman filter");
        output.WriteLine($"  log likelihood {Text(value)}");
        output.WriteLine($"  partials by level {Text(dlevel)}, slope {Text(dslope)}, noise {Text(dnoise)}");
        output.WriteLine($"  gradient by the series [{string.Join(", ", dseries.Select(Text))}]");
    }

    private static string Text(double number) => number.ToString("F6", System.Globalization.CultureInfo.InvariantCulture);
}
