namespace StaticAd.Tests.Harness;

/// <summary>A method's Jacobian from its own values, with tolerances that say how far they can be trusted.</summary>
internal static class FiniteDifferenceOracle
{
    private const double DoubleRelative = 1e-8;
    private const double SingleRelative = 2e-5;
    private const double HalfRelative = 5e-3;
    private const double LargestUsefulError = 1e-6;
    private const double SmallestScale = 1e-3;

    public static Jacobian? Jacobian(MethodDriver driver, CheckReport report)
    {
        var outputs = driver.OutputNames.Count;
        var (value, error) = new FiniteDifferences(Evaluate).Jacobian(driver.Point, outputs);
        var relative = driver.IsHalf ? HalfRelative : driver.IsSingle ? SingleRelative : DoubleRelative;
        var magnitude = Evaluate(driver.Point).Select(Math.Abs).ToArray();
        for (var row = 0; row < outputs; row++)
        {
            for (var column = 0; column < driver.InputNames.Count; column++)
            {
                if (!(error[row, column] <= LargestUsefulError * Scale(row, column)))
                {
                    report.Fail("finite differences", $"d {driver.OutputNames[row]} / d {driver.InputNames[column]} does not settle: "
                        + $"{value[row, column]:G6} with error {error[row, column]:G3}. Choose another point or mark it '// kink'.");
                    return null;
                }
            }
        }

        return new Jacobian(value, Harness.Jacobian.Tolerances(
            value, (row, column) => relative * Scale(row, column) + 4 * error[row, column]));

        double Scale(int row, int column)
            => Math.Max(Harness.Jacobian.Scale(value, row, column), Math.Max(SmallestScale, 0.01 * magnitude[row]));

        double[] Evaluate(double[] point)
        {
            var exchange = new Exchange(point.Length, outputs) { Inputs = point };
            driver.Oracle(exchange);
            return exchange.Outputs;
        }
    }
}
