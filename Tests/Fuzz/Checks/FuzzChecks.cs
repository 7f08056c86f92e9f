using StaticAd.Tests.Fuzz.Duals;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Fuzz.Checks;

/// <summary>A program's derivatives in all modes, held against its truth.</summary>
internal sealed class FuzzChecks(MethodDriver driver, Truth truth, CheckReport report, Tolerance tolerance)
{
    private const double Start = 0.5;
    private readonly int _inputs = driver.InputNames.Count;
    private readonly int _outputs = driver.OutputNames.Count;
    private Exchange _primal = null!;

    public void Run()
    {
        _primal = NewExchange(null);
        driver.Primal(_primal);
        report.SameValues("duals", truth.Values, _primal.Outputs, driver);
        using var tape = new Tape();
        report.Guard("Vjp", () => Reverse("Vjp", driver.Vjp, null));
        report.Guard("Sweeps", () => Reverse("Sweeps", exchange => driver.Forward(exchange)(), tape));
        report.Guard("Sweeps", () => Accumulates(tape));
        report.Guard("Jvp", Forward);
        report.Guard("Jacobian", () => Whole("Jacobian", driver.Jacobian, truth.Jacobian, truth.JacobianTerms));
        if (driver.HasGradient)
        {
            report.Guard("ValueAndGradient", () => Gradient("ValueAndGradient", driver.ValueAndGradient, hasValue: true));
            report.Guard("Gradient", () => Gradient("Gradient", driver.Gradient, hasValue: false));
        }

        if (driver.HasHessian)
        {
            report.Guard("Hessian", () => Whole("Hessian", driver.Hessian, truth.Hessian, truth.HessianTerms));
            report.Guard("Hvp", Products);
        }
    }

    /// <summary>Holds the truth against differences of the method's values, and says how many results could be compared.</summary>
    /// <param name="duals">The program over dual numbers.</param>
    public int Differences(DualDriver duals)
    {
        var differences = new Differences(driver, truth, duals, report, Direction(_inputs));
        report.Guard("duals", differences.Run);
        return differences.Compared;
    }

    private void Reverse(string mode, Action<Exchange> call, Tape? tape)
    {
        for (int row = 0; row <= _outputs; row++)
        {
            // The last run has all cotangents at once, none of which is zero.
            double[] weights = row < _outputs ? Unit(_outputs, row) : Direction(_outputs);
            var exchange = NewExchange(tape);
            weights.CopyTo(exchange.Cotangents, 0);
            call(exchange);
            VerifyCall(mode, exchange, isFirst: row == 0);
            Compare(mode, exchange.Gradients, Sums(truth.Jacobian, weights, byRows: true, false), Sums(truth.JacobianTerms, weights, byRows: true, true), Input);
        }
    }

    private void Accumulates(Tape tape)
    {
        var exchange = NewExchange(tape);
        double[] weights = Direction(_outputs);
        weights.CopyTo(exchange.Cotangents, 0);
        Array.Fill(exchange.Gradients, Start);
        driver.Forward(exchange)();
        double[] added = [.. exchange.Gradients.Select((gradient, index) => gradient - (driver.IsInOut[index] ? 0 : Start))];
        Compare("Backward adds to gradients", added, Sums(truth.Jacobian, weights, byRows: true, false),
            [.. Sums(truth.JacobianTerms, weights, byRows: true, true).Select(terms => terms + 1)], Input);
    }

    private void Forward()
    {
        for (int column = 0; column <= _inputs; column++)
        {
            double[] weights = column < _inputs ? Unit(_inputs, column) : Direction(_inputs);
            var exchange = NewExchange(null);
            weights.CopyTo(exchange.InputTangents, 0);
            driver.Jvp(exchange);
            VerifyCall("Jvp", exchange, isFirst: column == 0);
            Compare("Jvp", exchange.OutputTangents, Sums(truth.Jacobian, weights, byRows: false, false), Sums(truth.JacobianTerms, weights, byRows: false, true), index => driver.OutputNames[index]);
        }
    }

    private void Whole(string mode, Action<Exchange> call, double[,] expected, double[,] terms)
    {
        for (int run = 0; run < 2; run++)
        {
            var exchange = NewExchange(null);
            exchange.Matrix = Exchange.Poison<double>(expected.Length);
            call(exchange);
            VerifyCall(mode, exchange, isFirst: run == 0);
            Compare(mode, exchange.Matrix, [.. expected.Cast<double>()], [.. terms.Cast<double>()],
                index => $"entry {index / _inputs}, {Input(index % _inputs)}");
        }
    }

    private void Gradient(string mode, Action<Exchange> call, bool hasValue)
    {
        for (int run = 0; run < 2; run++)
        {
            var exchange = NewExchange(null);
            call(exchange);
            VerifyCall(mode, exchange, isFirst: run == 0, hasValue);
            Compare(mode, exchange.Gradients, [.. truth.Jacobian.Cast<double>()], [.. truth.JacobianTerms.Cast<double>()], Input);
        }
    }

    private void Products()
    {
        for (int run = 0; run < 3; run++)
        {
            double[] weights = run < 2 ? Unit(_inputs, run * (_inputs - 1)) : Direction(_inputs);
            var exchange = NewExchange(null);
            weights.CopyTo(exchange.InputTangents, 0);
            driver.Hvp(exchange);
            VerifyCall("Hvp", exchange, isFirst: run == 0);
            Compare("Hvp", exchange.Gradients, Sums(truth.Hessian, weights, byRows: false, false), Sums(truth.HessianTerms, weights, byRows: false, true), Input);
        }
    }

    private void VerifyCall(string mode, Exchange exchange, bool isFirst, bool hasValue = true)
    {
        if (hasValue)
        {
            report.SameValues(mode, exchange.Outputs, _primal.Outputs, driver);
        }

        if (!_primal.Passive.SequenceEqual(exchange.Passive))
        {
            report.Fail(mode, $"passive results are ({string.Join(", ", exchange.Passive)}), the method itself gives ({string.Join(", ", _primal.Passive)})");
        }

        if (!isFirst && exchange.Allocated != 0)
        {
            report.Fail(mode, $"allocated {exchange.Allocated} managed bytes");
        }
    }

    private void Compare(string mode, double[] actual, double[] expected, double[] terms, Func<int, string> name)
        => report.Compare(mode, actual, expected, [.. terms.Select(sum => tolerance.Relative * sum + tolerance.Least)], name);

    private Exchange NewExchange(Tape? tape) => new(_inputs, _outputs, tape) { Inputs = driver.Point };

    private string Input(int index) => driver.InputNames[index];

    private static double[] Unit(int length, int index) => [.. Enumerable.Range(0, length).Select(i => i == index ? 1.0 : 0.0)];

    // Exact in single precision.
    private static double[] Direction(int length) => [.. Enumerable.Range(0, length).Select(i => 1 - 0.375 * (i % 5))];

    /// <summary>Weighted sums of a matrix's rows or columns, or of their absolute values.</summary>
    private static double[] Sums(double[,] matrix, double[] weights, bool byRows, bool isAbsolute)
    {
        double[] sums = new double[matrix.GetLength(byRows ? 1 : 0)];
        for (int row = 0; row < matrix.GetLength(0); row++)
        {
            for (int column = 0; column < matrix.GetLength(1); column++)
            {
                double term = matrix[row, column] * weights[byRows ? row : column];
                sums[byRows ? column : row] += isAbsolute ? Math.Abs(term) : term;
            }
        }

        return sums;
    }
}
