namespace StaticAd.GradChecks;

/// <summary>Derivatives by central differences, and at kinks by differences from either side.</summary>
/// <remarks>
/// Each entry is differenced with a step h and again with 2h; how far the two differ tells truncation and rounding together.
/// Where that is too much for the tolerance, larger steps are tried (rounding weighs less), and the entry keeps the step
/// whose two differences agree best. Where that is not enough, or the two sides do not agree, a kink is looked for.
/// </remarks>
/// <param name="function">The function, from vector to vector.</param>
/// <param name="inputs">Its inputs.</param>
/// <param name="point">Where to differentiate.</param>
/// <param name="value">The function's value there.</param>
/// <param name="tolerances">Steps, and how exact the differences have to be.</param>
/// <param name="report">Gets to know of kinks: along which direction, in which output.</param>
internal sealed class CentralDifferences(
    Func<double[], double[]> function, VectorLayout inputs, double[] point, double[] value, Tolerances tolerances,
    Action<Direction, int, Kink>? report = null)
{
    public Slope[] Along(Direction direction)
    {
        var samples = new Samples(function, inputs, point, value, direction);
        double first = tolerances.Step(direction.Element) * (direction.IsUnit ? Math.Max(1, Math.Abs(point[direction.Element])) : 1);
        var slopes = new Slope[value.Length];
        var steps = new double[value.Length];
        Array.Fill(slopes, Slope.At(double.NaN, double.PositiveInfinity));
        double step = first;
        for (int power = 0; power <= tolerances.Precision.LargestStepPower; power++, step *= 10)
        {
            if (!Improve(samples, step, slopes, steps))
            {
                break;
            }
        }

        var search = new KinkSearch(samples, tolerances);
        for (int o = 0; o < slopes.Length; o++)
        {
            if ((search.Find(o, first, slopes[o]) ?? search.Find(o, steps[o], slopes[o])) is { } kink)
            {
                slopes[o] = kink.Slope;
                report?.Invoke(direction, o, kink);
            }
        }

        return slopes;
    }

    /// <summary>Takes over the entries for which this step is better; returns whether any is still too inexact.</summary>
    private bool Improve(Samples samples, double step, Slope[] slopes, double[] steps)
    {
        Sample near = samples.At(step);
        Sample far = samples.At(2 * step);
        bool inexact = false;
        for (int o = 0; o < slopes.Length; o++)
        {
            double difference = near.Central(o);
            double rounding = 16 * tolerances.Precision.UnitRoundoff * Math.Max(1, Math.Abs(value[o])) / step;
            double estimate = 4 * Math.Abs(difference - far.Central(o)) + rounding;
            if (estimate < slopes[o].Noise || double.IsPositiveInfinity(slopes[o].Noise))
            {
                slopes[o] = Slope.At(difference, double.IsNaN(estimate) ? double.PositiveInfinity : estimate);
                steps[o] = step;
            }

            inexact |= slopes[o].Noise > tolerances.Target(slopes[o].Low);
        }

        return inexact;
    }
}
