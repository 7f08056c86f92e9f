namespace StaticAd.Tests.Harness;

/// <summary>A Jacobian with the tolerance of each of its elements; rows are outputs, columns inputs.</summary>
internal sealed class Jacobian(double[,] value, double[,] tolerance)
{
    public double[,] Value => value;

    /// <summary>A matrix compared element by element, each within a share of itself and of the largest in its row.</summary>
    public static Jacobian Exact(double[,] value, double relative)
        => new(value, Tolerances(value, (row, column) => relative * Scale(value, row, column)));

    public static double Scale(double[,] value, int row, int column)
        => Math.Max(Math.Abs(value[row, column]), 0.1 * RowMaximum(value, row));

    public static double[,] Tolerances(double[,] value, Func<int, int, double> tolerance)
    {
        var result = new double[value.GetLength(0), value.GetLength(1)];
        for (var row = 0; row < result.GetLength(0); row++)
        {
            for (var column = 0; column < result.GetLength(1); column++)
            {
                result[row, column] = tolerance(row, column);
            }
        }

        return result;
    }

    public void Compare(CheckReport report, string mode, double[,] actual, MethodDriver driver)
        => report.Compare(mode, Flat(actual), Flat(value), Flat(tolerance), index =>
            $"d {driver.OutputNames[index / driver.InputNames.Count]} / d {driver.InputNames[index % driver.InputNames.Count]}");

    private static double[] Flat(double[,] matrix) => [.. matrix.Cast<double>()];

    private static double RowMaximum(double[,] value, int row)
        => Enumerable.Range(0, value.GetLength(1))
            .Select(column => Math.Abs(value[row, column]))
            .Where(double.IsFinite).DefaultIfEmpty().Max();
}
