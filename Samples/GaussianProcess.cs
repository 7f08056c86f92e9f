namespace StaticAd.Samples;

// Fitting a Gaussian process: the likelihood of what has been observed, as a function of the kernel's parameters. Its gradient goes back
// through the Cholesky factor and the solution of a triangular system.
public static partial class GaussianProcess
{
    /// <summary>Logarithm of the marginal likelihood, −½ yᵀ K⁻¹ y − ½ log det K − ½ n log 2π (Rasmussen, Williams 2006, equation 2.30).</summary>
    /// <param name="x">Where it was observed.</param>
    /// <param name="y">What was observed there.</param>
    /// <param name="length">The length over which values are alike.</param>
    /// <param name="signal">Standard deviation of values.</param>
    /// <param name="noise">Standard deviation of what is observed from them.</param>
    [Differentiable]
    public static double LogLikelihood([NoDerivative] ReadOnlySpan<double> x, [NoDerivative] ReadOnlySpan<double> y, double length, double signal, double noise)
    {
        using var arena = Arena.Enter();
        int n = x.Length;
        Span<double> covariance = arena.Allocate<double>(n * n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double distance = (x[i] - x[j]) / length;
                covariance[(i * n) + j] = signal * signal * Math.Exp(-0.5 * distance * distance) + (i == j ? noise * noise : 0);
            }
        }

        Matrix<double> factor = new Matrix<double>(covariance, n, n).Cholesky();
        double whitened = factor.SolveTriangular(new Matrix<double>(y, n, 1)).Norm(), logarithms = 0;
        for (int i = 0; i < n; i++)
        {
            logarithms += Math.Log(factor[i, i]);
        }

        return -0.5 * whitened * whitened - logarithms - 0.5 * n * Math.Log(2 * Math.PI);
    }

    internal static void Run(TextWriter output)
    {
        double[] x = [0, 0.5, 1.5, 2], y = [0.1, 0.6, 1.1, 0.8];
        double value = LogLikelihoodValueAndGradient(x, y, 1, 0.8, 0.1, out double dlength, out double dsignal, out double dnoise);

        output.WriteLine();
        output.WriteLine("The likelihood of a Gaussian process");
        output.WriteLine($"  log likelihood {Text(value)}");
        output.WriteLine($"  partials by length {Text(dlength)}, signal {Text(dsignal)}, noise {Text(dnoise)}");
    }

    private static string Text(double number) => number.ToString("F6", System.Globalization.CultureInfo.InvariantCulture);
}
