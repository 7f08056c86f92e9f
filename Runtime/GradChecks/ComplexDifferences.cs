using System.Numerics;

namespace StaticAd.GradChecks;

/// <summary>Derivatives by one step in imaginary direction, Im f(x + ihu) / h: so small a step that nothing but rounding is left.</summary>
internal static class ComplexDifferences
{
    private const double Step = 1e-100;

    public static Slope[] Along(Func<Complex[], Complex[]> function, double[] point, Direction direction)
    {
        double[] vector = direction.ToVector();
        Complex[] values = function([.. point.Zip(vector, static (x, u) => new Complex(x, Step * u))]);
        return Array.ConvertAll(values, static value => Slope.At(value.Imaginary / Step, 0));
    }

    /// <summary>Fails where the version over complex numbers is not the function: in its values, or in its derivatives.</summary>
    public static void CheckVersion(
        Findings findings, Func<Complex[], Complex[]> version, double[] point, NumericJacobian central, NumericJacobian complex, VectorLayout outputs)
    {
        Complex[] values = version(Array.ConvertAll(point, static x => new Complex(x, 0)));
        for (int o = 0; o < values.Length; o++)
        {
            double tolerance = central.Precision.OfAgreement(Math.Abs(central.Value[o]), central.Magnitude);
            var expected = new Expectation(central.Value[o], central.Value[o], tolerance);
            if (!(Math.Abs(values[o].Real - expected.Low) <= tolerance))
            {
                (string name, int? index) = outputs.Place(o);
                findings.Fail(FormattableString.Invariant(
                    $"The version over Complex is another function: {GradCheckElement.Place(name, index)} is {values[o].Real:R}, and must be {expected.Low:R}."));
            }
        }

        for (int k = 0; k < complex.Directions.Count; k++)
        {
            Expectation[] exact = complex.Along(k), expected = central.Along(k);
            for (int o = 0; o < exact.Length; o++)
            {
                findings.Compare("the complex step against central differences", exact[o].Low, expected[o], complex.Directions[k].Place, outputs.Place(o));
            }
        }
    }
}
