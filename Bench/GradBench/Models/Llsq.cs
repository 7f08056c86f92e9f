namespace StaticAd.GradBench.Models;

/// <summary>Linear least squares: a polynomial fitted to the sign function on [−1, 1].</summary>
public static partial class Llsq
{
    /// <summary>Half the sum of squared residuals at <paramref name="n"/> equidistant points.</summary>
    /// <param name="x">Coefficients of the polynomial, constant term first.</param>
    /// <param name="n">Number of points, at least 2.</param>
    [Differentiable]
    public static double Loss(ReadOnlySpan<double> x, int n)
    {
        double squares = 0;
        for (int i = 0; i < n; i++)
        {
            double t = -1.0 + 2.0 * i / (n - 1);
            double residual = Math.Sign(t);
            double power = 1;
            for (int j = 0; j < x.Length; j++)
            {
                residual -= x[j] * power;
                power *= t;
            }

            squares += residual * residual;
        }

        return 0.5 * squares;
    }
}
