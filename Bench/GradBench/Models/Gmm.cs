namespace StaticAd.GradBench.Models;

/// <summary>Log-posterior of a Gaussian mixture with a Wishart prior on the precision matrices.</summary>
/// <remarks>
/// The inverse covariance of component c is QᵀQ with Q lower triangular: its diagonal is exp(q), and l fills it below the
/// diagonal, column by column.
/// </remarks>
public static partial class Gmm
{
    /// <summary>The logarithm of the posterior.</summary>
    /// <param name="d">Dimension of a point.</param>
    /// <param name="k">Number of components.</param>
    /// <param name="n">Number of points.</param>
    /// <param name="x">The points, n × d.</param>
    /// <param name="alpha">Logarithms of the unnormalised weights, k.</param>
    /// <param name="mu">The means, k × d.</param>
    /// <param name="q">Logarithms of the diagonals of Q, k × d.</param>
    /// <param name="l">The entries of Q below the diagonal, k × d(d−1)/2.</param>
    /// <param name="gamma">Scale of the Wishart prior.</param>
    /// <param name="m">Surplus degrees of freedom of the Wishart prior.</param>
    [Differentiable]
    public static double LogPosterior(
        int d, int k, int n, [NoDerivative] ReadOnlySpan<double> x,
        ReadOnlySpan<double> alpha, ReadOnlySpan<double> mu, ReadOnlySpan<double> q, ReadOnlySpan<double> l,
        [NoDerivative] double gamma, int m)
    {
        double[] expQ = new double[k * d];
        double[] sumQ = new double[k];
        for (int c = 0; c < k; c++)
        {
            for (int j = 0; j < d; j++)
            {
                expQ[c * d + j] = Math.Exp(q[c * d + j]);
                sumQ[c] += q[c * d + j];
            }
        }

        double likelihood = LogLikelihood(d, k, n, x, alpha, mu, expQ, sumQ, l);
        double prior = LogPrior(expQ, sumQ, l, gamma, m) + k * LogWishartConstant(d, gamma, m);
        return likelihood + prior - n * Lse.LogSumExp(alpha) - 0.5 * n * d * Math.Log(2 * Math.PI);
    }

    [Differentiable]
    private static double LogLikelihood(
        int d, int k, int n, [NoDerivative] ReadOnlySpan<double> x,
        ReadOnlySpan<double> alpha, ReadOnlySpan<double> mu,
        ReadOnlySpan<double> expQ, ReadOnlySpan<double> sumQ, ReadOnlySpan<double> l)
    {
        double[] centered = new double[d];
        double[] whitened = new double[d];
        double[] terms = new double[k];
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            int entry = 0;
            for (int c = 0; c < k; c++)
            {
                for (int j = 0; j < d; j++)
                {
                    centered[j] = x[i * d + j] - mu[c * d + j];
                    whitened[j] = expQ[c * d + j] * centered[j];
                }

                for (int j = 0; j < d; j++)
                {
                    for (int row = j + 1; row < d; row++)
                    {
                        whitened[row] += l[entry] * centered[j];
                        entry++;
                    }
                }

                double squares = 0;
                for (int j = 0; j < d; j++)
                {
                    squares += whitened[j] * whitened[j];
                }

                terms[c] = alpha[c] + sumQ[c] - 0.5 * squares;
            }

            sum += Lse.LogSumExp(terms);
        }

        return sum;
    }

    [Differentiable]
    private static double LogPrior(
        ReadOnlySpan<double> expQ, ReadOnlySpan<double> sumQ, ReadOnlySpan<double> l, [NoDerivative] double gamma, int m)
    {
        double squares = 0;
        for (int i = 0; i < expQ.Length; i++)
        {
            squares += expQ[i] * expQ[i];
        }

        for (int i = 0; i < l.Length; i++)
        {
            squares += l[i] * l[i];
        }

        double sum = 0;
        for (int c = 0; c < sumQ.Length; c++)
        {
            sum += sumQ[c];
        }

        return m * sum - 0.5 * gamma * gamma * squares;
    }

    private static double LogWishartConstant(int d, double gamma, int m)
    {
        int freedom = d + m + 1;
        double logGammaD = 0.25 * d * (d - 1) * Math.Log(Math.PI);
        for (int j = 1; j <= d; j++)
        {
            logGammaD += Special.LogGamma(0.5 * freedom + 0.5 * (1 - j));
        }

        return freedom * d * (Math.Log(gamma) - 0.5 * Math.Log(2)) - logGammaD;
    }
}
