namespace StaticAd.Tests.Harness;

/// <summary>
/// A Jacobian by central differences, extrapolated twice (Richardson, error of order h⁶), at the step length whose own
/// error estimate is smallest. Row-major: rows are outputs.
/// </summary>
internal sealed class FiniteDifferences(Func<double[], double[]> function)
{
    private const double LargestStep = 0.125;
    private const int StepLengths = 9;
    private const double UnitRoundoff = 1.2e-16;

    public (double[,] Value, double[,] Error) Jacobian(double[] point, int outputs)
    {
        var value = new double[outputs, point.Length];
        var error = new double[outputs, point.Length];
        for (var column = 0; column < point.Length; column++)
        {
            var step = LargestStep * Math.Max(1, Math.Abs(point[column]));
            var columns = Enumerable.Range(0, StepLengths)
                .Select(index => Column(point, column, step * Math.Pow(2, -2 * index), outputs))
                .ToArray();
            for (var row = 0; row < outputs; row++)
            {
                (value[row, column], error[row, column]) = Best([.. columns.Select(column => column[row])]);
            }
        }

        return (value, error);
    }

    /// <summary>
    /// The estimate of smallest error among those that no shorter step contradicts: across a jump or a kink, long steps can
    /// agree with each other by accident.
    /// </summary>
    private static (double Value, double Error) Best((double Value, double Error)[] fromLongToShort)
    {
        var trusted = fromLongToShort.Where((candidate, index) => double.IsFinite(candidate.Error)
            && fromLongToShort.Skip(index + 1).All(shorter => !double.IsFinite(shorter.Error)
                || Math.Abs(candidate.Value - shorter.Value) <= 10 * (candidate.Error + shorter.Error)));
        return trusted.DefaultIfEmpty((double.NaN, double.PositiveInfinity)).MinBy(candidate => candidate.Item2);
    }

    private (double Value, double Error)[] Column(double[] point, int column, double step, int outputs)
    {
        var coarse = Central(point, column, step);
        var middle = Central(point, column, step / 2);
        var fine = Central(point, column, step / 4);
        var result = new (double Value, double Error)[outputs];
        for (var row = 0; row < outputs; row++)
        {
            var first = (4 * middle.Slope[row] - coarse.Slope[row]) / 3;
            var second = (4 * fine.Slope[row] - middle.Slope[row]) / 3;
            var extrapolated = (16 * second - first) / 15;
            var rounding = 8 * UnitRoundoff * fine.Magnitude[row] / step;
            result[row] = (extrapolated, Math.Abs(extrapolated - second) + rounding);
        }

        return result;
    }

    private (double[] Slope, double[] Magnitude) Central(double[] point, int column, double step)
    {
        var (above, stepUp) = Shifted(point, column, step);
        var (below, stepDown) = Shifted(point, column, -step);
        var slope = above.Zip(below, (high, low) => (high - low) / (stepUp - stepDown));
        var magnitude = above.Zip(below, (high, low) => Math.Max(Math.Abs(high), Math.Abs(low)));
        return ([.. slope], [.. magnitude]);
    }

    // The step that was really taken: x + h - x differs from h.
    private (double[] Values, double Step) Shifted(double[] point, int column, double step)
    {
        var shifted = (double[])point.Clone();
        shifted[column] += step;
        return (function(shifted), shifted[column] - point[column]);
    }
}
