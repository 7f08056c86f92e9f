namespace StaticAd.GradChecks;

/// <summary>A function's values a step to the left and a step to the right of the point.</summary>
/// <param name="LeftStep">How far the left point really is away, as the elements' types can hold it.</param>
/// <param name="RightStep">How far the right one is.</param>
/// <param name="Left">The values there.</param>
/// <param name="Right">The values there.</param>
internal sealed record Sample(double LeftStep, double RightStep, double[] Left, double[] Right)
{
    public double Central(int output) => (Right[output] - Left[output]) / (LeftStep + RightStep);
}

/// <summary>Values of a function along a direction, each computed once.</summary>
internal sealed class Samples(Func<double[], double[]> function, VectorLayout inputs, double[] point, double[] value, Direction direction)
{
    private readonly Dictionary<double, Sample> _known = [];
    private readonly double[] _vector = direction.IsUnit ? [] : direction.ToVector();

    /// <summary>The function's values at the point itself.</summary>
    public double[] Value => value;

    public Sample At(double step)
    {
        if (!_known.TryGetValue(step, out Sample? sample))
        {
            (double left, double[] leftValues) = Shifted(-step);
            (double right, double[] rightValues) = Shifted(step);
            _known[step] = sample = new Sample(-left, right, leftValues, rightValues);
        }

        return sample;
    }

    private (double Step, double[] Values) Shifted(double step)
    {
        var shifted = (double[])point.Clone();
        if (direction.IsUnit)
        {
            int element = direction.Element;
            shifted[element] = inputs.Round(element, point[element] + step);
            return (shifted[element] - point[element], Evaluate(shifted));
        }

        for (int i = 0; i < shifted.Length; i++)
        {
            shifted[i] = inputs.Round(i, point[i] + (step * _vector[i]));
        }

        return (step, Evaluate(shifted));
    }

    /// <summary>A neighbour of the point at which the function throws lies outside its domain.</summary>
    private double[] Evaluate(double[] at)
    {
        try
        {
            return function(at);
        }
        catch (Exception)
        {
            var nothing = new double[value.Length];
            Array.Fill(nothing, double.NaN);
            return nothing;
        }
    }
}
