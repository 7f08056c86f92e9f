namespace StaticAd.Speed.HandWritten;

/// <summary>The gradient of <see cref="GradBench.Models.Llsq.Loss"/> as a careful programmer writes it: one pass over the points.</summary>
internal sealed class HandWrittenLlsq(int m)
{
    private readonly double[] _powers = new double[m];

    public double ValueAndGradient(ReadOnlySpan<double> x, int n, Span<double> dx)
    {
        Span<double> powers = _powers.AsSpan(0, x.Length);
        dx = dx[..x.Length];
        dx.Fill(0);
        double squares = 0;
        for (int i = 0; i < n; i++)
        {
            double t = -1.0 + 2.0 * i / (n - 1);
            double residual = Math.Sign(t);
            double power = 1;
            for (int j = 0; j < x.Length; j++)
            {
                powers[j] = power;
                residual -= x[j] * power;
                power *= t;
            }

            for (int j = 0; j < dx.Length; j++)
            {
                dx[j] -= residual * powers[j];
            }

            squares += residual * residual;
        }

        return 0.5 * squares;
    }
}
