using StaticAd.CompilerServices;

namespace StaticAd;

/// <summary>
/// Functions that <see cref="Math"/> lacks, differentiable like those of <see cref="Math"/>. A lane-parallel method and a scalar
/// one compute them with the same code, hence with the same bits.
/// </summary>
/// <remarks>
/// Arguments and results are dimensionless. Errors are in units in the last place (ulp) of the exact result. The float
/// overloads compute in double and round once.
/// </remarks>
public static partial class Special
{
    /// <summary>The error function, 2/√π ∫₀ˣ exp(-t²) dt. Error below 3 ulp.</summary>
    /// <returns>A value in [-1, 1]; NaN for NaN.</returns>
    /// <remarks>Derivative: 2/√π·exp(-x²), see <see cref="ExpMinusSquare(double)"/>.</remarks>
    public static double Erf(double x) => DoubleErrorFunction<Double1, BooleanMask>.Erf(Double1.Create(x)).Value;

    /// <inheritdoc cref="Erf(double)"/>
    public static float Erf(float x) => (float)Erf((double)x);

    /// <summary>
    /// The complementary error function, 1 - erf(x), with its relative accuracy kept where it is small. Error below 5 ulp.
    /// </summary>
    /// <returns>A value in [0, 2], zero from about 27.3 on; NaN for NaN.</returns>
    /// <remarks>
    /// Derivative: -2/√π·exp(-x²), see <see cref="ExpMinusSquare(double)"/>. Method: exp(-x²) times a polynomial in
    /// (x - 2)/(x + 2), after Shepherd and Laframboise, Math. Comp. 36 (1981) 249.
    /// </remarks>
    public static double Erfc(double x) => DoubleErrorFunction<Double1, BooleanMask>.Erfc(Double1.Create(x)).Value;

    /// <inheritdoc cref="Erfc(double)"/>
    public static float Erfc(float x) => (float)Erfc((double)x);

    /// <summary>exp(-x²), accurate in the tails, where exp(-x*x) is not. Error below 1.5 ulp.</summary>
    /// <returns>A value in [0, 1]; NaN for NaN.</returns>
    /// <remarks>2/√π times it is the derivative of <see cref="Erf(double)"/>. Its own derivative is -2x·exp(-x²).</remarks>
    public static double ExpMinusSquare(double x) =>
        DoubleErrorFunction<Double1, BooleanMask>.ExpMinusSquare(Double1.Create(x)).Value;

    /// <inheritdoc cref="ExpMinusSquare(double)"/>
    public static float ExpMinusSquare(float x) => (float)ExpMinusSquare((double)x);

    /// <summary>
    /// The cumulative distribution function of the standard normal distribution, erfc(-x/√2)/2, with its relative accuracy kept
    /// in the lower tail. Error below 7 ulp.
    /// </summary>
    /// <returns>A probability in [0, 1], zero below about -38.5; NaN for NaN.</returns>
    public static double NormalCdf(double x) =>
        DoubleErrorFunction<Double1, BooleanMask>.NormalCdf(Double1.Create(x)).Value;

    /// <inheritdoc cref="NormalCdf(double)"/>
    public static float NormalCdf(float x) => (float)NormalCdf((double)x);

    /// <summary>
    /// The density of the standard normal distribution, exp(-x²/2)/√(2π): the derivative of <see cref="NormalCdf(double)"/>.
    /// Error below 2.5 ulp, in the tails too.
    /// </summary>
    /// <returns>A value in [0, 1/√(2π)]; NaN for NaN.</returns>
    public static double NormalPdf(double x) =>
        DoubleErrorFunction<Double1, BooleanMask>.NormalPdf(Double1.Create(x)).Value;

    /// <inheritdoc cref="NormalPdf(double)"/>
    public static float NormalPdf(float x) => (float)NormalPdf((double)x);
}
