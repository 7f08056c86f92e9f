namespace StaticAd.GradChecks;

/// <summary>The Jacobian of a function by central differences, with an estimate of the error of each entry.</summary>
/// <remarks>
/// Each entry is differenced with a step h and again with 2h; how far the two differ tells truncation and rounding together.
/// Where that is too much for the tolerance, larger steps are tried (rounding weighs less), and the entry keeps the step
/// whose two differences agree best.
/// </remarks>
internal sealed class NumericJacobian
{
    private readonly Func<double[], double[]> _function;
    private readonly VectorLayout _inputs;
    private readonly Precision _precision;
    private readonly double[] _point;
    private readonly double[][] _columns;
    private readonly double[][] _noise;
    private readonly double[] _rowScale;

    public NumericJacobian(Func<double[], double[]> function, VectorLayout inputs, double[] point, double[] value, Precision precision)
    {
        _function = function;
        _inputs = inputs;
        _point = point;
        _precision = precision;
        Value = value;
        _columns = new double[point.Length][];
        _noise = new double[point.Length][];
        _rowScale = new double[value.Length];
        for (int i = 0; i < point.Length; i++)
        {
            DifferenceBy(i);
        }
    }

    /// <summary>The function's value at the point.</summary>
    public double[] Value { get; }

    /// <summary>Largest of the values' magnitudes.</summary>
    public double Magnitude => LargestMagnitude(Value);

    /// <summary>Derivative of each output along a direction, and the tolerance for it.</summary>
    public (double[] Numeric, double[] Tolerance) Along(double[] direction)
    {
        var numeric = new double[Value.Length];
        var noise = new double[Value.Length];
        for (int i = 0; i < direction.Length; i++)
        {
            for (int o = 0; o < numeric.Length && direction[i] != 0; o++)
            {
                numeric[o] += direction[i] * _columns[i][o];
                noise[o] += Math.Abs(direction[i]) * _noise[i][o];
            }
        }

        var tolerance = new double[numeric.Length];
        for (int o = 0; o < numeric.Length; o++)
        {
            tolerance[o] = _precision.OfDifference(numeric[o], _rowScale[o], noise[o]);
        }

        return (numeric, tolerance);
    }

    /// <summary>Derivative of the weighted sum of the outputs by each input, and the tolerance for it.</summary>
    public (double[] Numeric, double[] Tolerance) Weighted(double[] weights)
    {
        var numeric = new double[_columns.Length];
        var noise = new double[_columns.Length];
        for (int i = 0; i < numeric.Length; i++)
        {
            for (int o = 0; o < weights.Length; o++)
            {
                if (weights[o] != 0)
                {
                    numeric[i] += weights[o] * _columns[i][o];
                    noise[i] += Math.Abs(weights[o]) * _noise[i][o];
                }
            }
        }

        double scale = LargestMagnitude(numeric);
        var tolerance = new double[numeric.Length];
        for (int i = 0; i < numeric.Length; i++)
        {
            tolerance[i] = _precision.OfDifference(numeric[i], scale, noise[i]);
        }

        return (numeric, tolerance);
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

    private void DifferenceBy(int input)
    {
        double[] column = _columns[input] = new double[Value.Length];
        double[] noise = _noise[input] = new double[Value.Length];
        Array.Fill(noise, double.PositiveInfinity);
        double step = _precision.Step * Math.Max(1, Math.Abs(_point[input]));
        for (int power = 0; power <= _precision.LargestStepPower; power++, step *= 10)
        {
            if (!Improve(input, step, column, noise))
            {
                break;
            }
        }

        for (int o = 0; o < column.Length; o++)
        {
            _rowScale[o] = Math.Max(_rowScale[o], Math.Abs(column[o]));
        }
    }

    /// <summary>Takes over the entries for which this step is better; returns whether any is still too inexact.</summary>
    private bool Improve(int input, double step, double[] column, double[] noise)
    {
        double[] near = CentralDifference(input, step);
        double[] far = CentralDifference(input, 2 * step);
        bool inexact = false;
        for (int o = 0; o < column.Length; o++)
        {
            double rounding = 16 * _precision.UnitRoundoff * Math.Max(1, Math.Abs(Value[o])) / step;
            double estimate = 4 * Math.Abs(near[o] - far[o]) + rounding;
            if (estimate < noise[o] || double.IsPositiveInfinity(noise[o]))
            {
                column[o] = near[o];
                noise[o] = double.IsNaN(estimate) ? double.PositiveInfinity : estimate;
            }

            inexact |= noise[o] > 0.1 * (_precision.Rtol * Math.Abs(column[o]) + 1e-2 * _precision.Atol);
        }

        return inexact;
    }

    private double[] CentralDifference(int input, double step)
    {
        var point = (double[])_point.Clone();
        double right = _inputs.Round(input, _point[input] + step);
        double left = _inputs.Round(input, _point[input] - step);
        point[input] = right;
        double[] difference = _function(point);
        point[input] = left;
        double[] leftValue = _function(point);
        for (int o = 0; o < difference.Length; o++)
        {
            difference[o] = (difference[o] - leftValue[o]) / (right - left);
        }

        return difference;
    }
}
