namespace StaticAd.Tests.Harness;

/// <summary>Second derivatives at one argument set: against finite differences of the gradient, and with each other.</summary>
internal sealed class SecondOrderChecks(MethodDriver driver, CheckReport report, double[,] hessian, double agreement)
{
    private const double DoubleRelative = 1e-8;
    private const double SmallestScale = 1e-3;
    private readonly int _inputs = driver.InputNames.Count;

    public void Run(Exchange primal)
    {
        IsSymmetric();
        ProductsAreColumns(primal);
        if (!driver.IsKink && !driver.IsSingle && !driver.IsHalf)
        {
            AgreesWithDifferences();
        }
    }

    private void IsSymmetric()
    {
        for (var row = 0; row < _inputs; row++)
        {
            for (var column = 0; column < row; column++)
            {
                if (!hessian[row, column].Equals(hessian[column, row]))
                {
                    report.Fail("Hessian", $"is not symmetric at {driver.InputNames[row]}, {driver.InputNames[column]}: "
                        + $"{hessian[row, column]:R} and {hessian[column, row]:R}");
                }
            }
        }
    }

    private void ProductsAreColumns(Exchange primal)
    {
        var scale = hessian.Cast<double>().Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        for (var column = 0; column < _inputs; column++)
        {
            var exchange = new Exchange(_inputs, 1) { Inputs = driver.Point };
            exchange.InputTangents[column] = 1;
            driver.Hvp(exchange);
            report.SameValues("Hvp", exchange.Outputs, primal.Outputs, driver);
            if (column > 0 && exchange.Allocated != 0)
            {
                report.Fail("Hvp", $"allocated {exchange.Allocated} managed bytes");
            }

            double[] expected = [.. Enumerable.Range(0, _inputs).Select(row => hessian[row, column])];
            report.Compare("Hvp against Hessian", exchange.Gradients, expected,
                [.. expected.Select(value => agreement * Math.Max(Math.Abs(value), 0.1 * scale))], row => Name(row, column));
        }
    }

    private void AgreesWithDifferences()
    {
        var (value, error) = new FiniteDifferences(Gradient).Jacobian(driver.Point, _inputs);
        var scale = Math.Max(SmallestScale, 0.1 * value.Cast<double>().Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max());
        var tolerance = Jacobian.Tolerances(value, (row, column) => DoubleRelative * Math.Max(scale, Math.Abs(value[row, column])) + 4 * error[row, column]);
        report.Compare("Hessian against differences of the gradient", [.. hessian.Cast<double>()], [.. value.Cast<double>()],
            [.. tolerance.Cast<double>()], index => Name(index / _inputs, index % _inputs));
    }

    private double[] Gradient(double[] point)
    {
        var exchange = new Exchange(_inputs, 1) { Inputs = point };
        driver.ValueAndGradient(exchange);
        return exchange.Gradients;
    }

    private string Name(int row, int column) => $"d² / d {driver.InputNames[row]} d {driver.InputNames[column]}";
}
