namespace StaticAd.GradChecks;

/// <summary>The derivatives of a function along some directions, with an estimate of the error of each entry.</summary>
internal sealed class NumericJacobian
{
    private readonly Tolerances _tolerances;
    private readonly Slope[][] _columns;
    private readonly double[] _rowScale;

    /// <param name="directions">The columns: all elements of the inputs, or in a fast check random directions.</param>
    /// <param name="differences">Gives the derivatives of all outputs along a direction.</param>
    /// <param name="value">The function's value at the point.</param>
    /// <param name="tolerances">How exact it is.</param>
    public NumericJacobian(IReadOnlyList<Direction> directions, Func<Direction, Slope[]> differences, double[] value, Tolerances tolerances)
    {
        Directions = directions;
        Value = value;
        _tolerances = tolerances;
        _columns = [.. directions.Select(differences)];
        _rowScale = new double[value.Length];
        foreach (Slope[] column in _columns)
        {
            for (int o = 0; o < value.Length; o++)
            {
                _rowScale[o] = Math.Max(_rowScale[o], column[o].Magnitude);
            }
        }

        IsFinite = _columns.All(static column => column.All(static slope => slope.IsFinite));
    }

    public IReadOnlyList<Direction> Directions { get; }

    /// <summary>The function's value at the point.</summary>
    public double[] Value { get; }

    /// <summary>Whether every derivative is a number: otherwise sums of them say nothing.</summary>
    public bool IsFinite { get; }

    public Precision Precision => _tolerances.Precision;

    /// <summary>Largest of the values' magnitudes.</summary>
    public double Magnitude => LargestMagnitude(Value);

    /// <summary>Derivative of each output along a combination of the directions.</summary>
    public Expectation[] Along(double[] coefficients)
    {
        var sums = new Sum[Value.Length];
        for (int k = 0; k < coefficients.Length; k++)
        {
            for (int o = 0; o < sums.Length && coefficients[k] != 0; o++)
            {
                sums[o].Add(coefficients[k], _columns[k][o], _tolerances.At(Directions[k].Element, o));
            }
        }

        return [.. sums.Select((sum, o) => sum.Expect(_tolerances, _rowScale[o], Math.Abs(Value[o])))];
    }

    /// <summary>Derivative of each output along one of the directions.</summary>
    public Expectation[] Along(int direction)
    {
        var coefficients = new double[Directions.Count];
        coefficients[direction] = 1;
        return Along(coefficients);
    }

    /// <summary>Derivative of the weighted sum of the outputs along each direction.</summary>
    public Expectation[] Weighted(double[] weights)
    {
        var sums = new Sum[_columns.Length];
        double scale = 0;
        for (int k = 0; k < sums.Length; k++)
        {
            for (int o = 0; o < weights.Length; o++)
            {
                if (weights[o] != 0)
                {
                    sums[k].Add(weights[o], _columns[k][o], _tolerances.At(Directions[k].Element, o));
                }
            }

            scale = Math.Max(scale, sums[k].Magnitude);
        }

        return [.. sums.Select(sum => sum.Expect(_tolerances, scale, Magnitude))];
    }

    public static double LargestMagnitude(double[] values)
    {
        double largest = 0;
        foreach (double value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }

    /// <summary>A weighted sum of slopes, with the widest tolerances of what is in it.</summary>
    private struct Sum
    {
        private double _low;
        private double _high;
        private double _noise;
        private double _atol;
        private double _rtol;

        public readonly double Magnitude => double.IsFinite(_low) && double.IsFinite(_high) ? Math.Max(Math.Abs(_low), Math.Abs(_high)) : 0;

        public void Add(double weight, Slope slope, (double Atol, double Rtol) tolerance)
        {
            _low += weight * (weight > 0 ? slope.Low : slope.High);
            _high += weight * (weight > 0 ? slope.High : slope.Low);
            _noise += Math.Abs(weight) * slope.Noise;
            _atol = Math.Max(_atol, tolerance.Atol);
            _rtol = Math.Max(_rtol, tolerance.Rtol);
        }

        public readonly Expectation Expect(Tolerances tolerances, double scale, double magnitude) =>
            new(_low, _high, tolerances.OfDifference((_atol, _rtol), Magnitude, scale, _noise, magnitude));
    }
}
