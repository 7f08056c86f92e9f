namespace StaticAd.Speed.HandWritten;

/// <summary>
/// The gradient of <see cref="GradBench.Models.Gmm.LogPosterior"/> in one pass over the points: what a point's reverse sweep
/// needs (the centred and whitened vectors of each component) lies in buffers of one point's size.
/// </summary>
internal sealed class HandWrittenGmm(int d, int k)
{
    private readonly int _below = d * (d - 1) / 2;
    private readonly double[] _expQ = new double[k * d];
    private readonly double[] _sumQ = new double[k];
    private readonly double[] _centered = new double[k * d];
    private readonly double[] _whitened = new double[k * d];
    private readonly double[] _terms = new double[k];
    private readonly double[] _dSumQ = new double[k];

    /// <summary>The gradient and the log-posterior up to its constant terms, which no gradient depends on.</summary>
    public double ValueAndGradient(
        int n,
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> alpha,
        ReadOnlySpan<double> mu,
        ReadOnlySpan<double> q,
        ReadOnlySpan<double> l,
        double gamma,
        int m,
        Span<double> dAlpha,
        Span<double> dMu,
        Span<double> dQ,
        Span<double> dL)
    {
        Start(q, dAlpha, dMu, dQ, dL);
        double value = 0;
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> point = x.Slice(i * d, d);
            for (int c = 0; c < k; c++)
            {
                _terms[c] = alpha[c] + _sumQ[c] - 0.5 * Whiten(c, point, mu, l);
            }

            value += Softmax(_terms);
            for (int c = 0; c < k; c++)
            {
                dAlpha[c] += _terms[c];
                PullBack(c, _terms[c], l, dMu, dQ, dL);
            }
        }

        dAlpha.CopyTo(_dSumQ);
        value -= n * Softmax(alpha, _terms);
        for (int c = 0; c < k; c++)
        {
            dAlpha[c] -= n * _terms[c];
        }

        return value + Prior(l, gamma, m, dQ, dL);
    }

    private void Start(ReadOnlySpan<double> q, Span<double> dAlpha, Span<double> dMu, Span<double> dQ, Span<double> dL)
    {
        dAlpha.Fill(0);
        dMu.Fill(0);
        dQ.Fill(0);
        dL.Fill(0);
        for (int c = 0; c < k; c++)
        {
            double sum = 0;
            for (int j = c * d; j < (c + 1) * d; j++)
            {
                _expQ[j] = Math.Exp(q[j]);
                sum += q[j];
            }

            _sumQ[c] = sum;
        }
    }

    /// <summary>The squared norm of Q(x − μ), whose factors stay in the buffers.</summary>
    private double Whiten(int c, ReadOnlySpan<double> point, ReadOnlySpan<double> mu, ReadOnlySpan<double> l)
    {
        Span<double> centered = _centered.AsSpan(c * d, point.Length);
        Span<double> whitened = _whitened.AsSpan(c * d, point.Length);
        ReadOnlySpan<double> expQ = _expQ.AsSpan(c * d, point.Length);
        mu = mu.Slice(c * d, point.Length);
        for (int j = 0; j < point.Length; j++)
        {
            centered[j] = point[j] - mu[j];
            whitened[j] = expQ[j] * centered[j];
        }

        int entry = c * _below;
        for (int j = 0; j < centered.Length; j++)
        {
            double factor = centered[j];
            Span<double> rows = whitened[(j + 1)..];
            ReadOnlySpan<double> column = l.Slice(entry, rows.Length);
            for (int row = 0; row < rows.Length; row++)
            {
                rows[row] += column[row] * factor;
            }

            entry += rows.Length;
        }

        double squares = 0;
        foreach (double component in whitened)
        {
            squares += component * component;
        }

        return squares;
    }

    /// <summary>Adds what one component contributes when its term has cotangent <paramref name="weight"/>; dQ collects that of exp(q).</summary>
    private void PullBack(int c, double weight, ReadOnlySpan<double> l, Span<double> dMu, Span<double> dExpQ, Span<double> dL)
    {
        ReadOnlySpan<double> centered = _centered.AsSpan(c * d, d);
        Span<double> whitenedBar = _whitened.AsSpan(c * d, centered.Length);
        ReadOnlySpan<double> expQ = _expQ.AsSpan(c * d, centered.Length);
        dMu = dMu.Slice(c * d, centered.Length);
        dExpQ = dExpQ.Slice(c * d, centered.Length);
        for (int j = 0; j < whitenedBar.Length; j++)
        {
            whitenedBar[j] *= -weight;
        }

        int entry = c * _below;
        for (int j = 0; j < centered.Length; j++)
        {
            double factor = centered[j];
            ReadOnlySpan<double> rowsBar = whitenedBar[(j + 1)..];
            ReadOnlySpan<double> column = l.Slice(entry, rowsBar.Length);
            Span<double> dColumn = dL.Slice(entry, rowsBar.Length);
            double centeredBar = expQ[j] * whitenedBar[j];
            for (int row = 0; row < rowsBar.Length; row++)
            {
                centeredBar += column[row] * rowsBar[row];
                dColumn[row] += rowsBar[row] * factor;
            }

            dExpQ[j] += whitenedBar[j] * factor;
            dMu[j] -= centeredBar;
            entry += rowsBar.Length;
        }
    }

    private double Prior(ReadOnlySpan<double> l, double gamma, int m, Span<double> dQ, Span<double> dL)
    {
        double squares = 0;
        for (int c = 0; c < k; c++)
        {
            for (int j = c * d; j < (c + 1) * d; j++)
            {
                squares += _expQ[j] * _expQ[j];
                dQ[j] = (dQ[j] - gamma * gamma * _expQ[j]) * _expQ[j] + _dSumQ[c] + m;
            }
        }

        for (int entry = 0; entry < l.Length; entry++)
        {
            squares += l[entry] * l[entry];
            dL[entry] -= gamma * gamma * l[entry];
        }

        return m * _sumQ.Sum() - 0.5 * gamma * gamma * squares;
    }

    private static double Softmax(Span<double> terms) => Softmax(terms, terms);

    /// <summary>Log-sum-exp of the terms; the weights are its gradient.</summary>
    private static double Softmax(ReadOnlySpan<double> terms, Span<double> weights) => HandWrittenLse.ValueAndGradient(terms, weights);
}
