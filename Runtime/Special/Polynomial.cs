namespace StaticAd.CompilerServices;

/// <summary>Evaluation of polynomials, the coefficient of the lowest power first.</summary>
internal static class Polynomial
{
    /// <summary>Two interleaved Horner chains (even and odd powers), which halves the latency of one.</summary>
    public static double Evaluate(double x, ReadOnlySpan<double> coefficients)
    {
        double square = x * x;
        double leading = 0.0;
        double trailing = 0.0;
        int i = coefficients.Length - 1;
        for (; i >= 1; i -= 2)
        {
            leading = Math.FusedMultiplyAdd(leading, square, coefficients[i]);
            trailing = Math.FusedMultiplyAdd(trailing, square, coefficients[i - 1]);
        }

        // Down to the constant term, leading holds the odd powers of an even count, the even ones of an odd count.
        return i < 0
            ? Math.FusedMultiplyAdd(leading, x, trailing)
            : Math.FusedMultiplyAdd(trailing, x, Math.FusedMultiplyAdd(leading, square, coefficients[0]));
    }
}
