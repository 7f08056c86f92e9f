namespace StaticAd.Tests.Harness;

/// <summary>
/// Everything the contract promises of a marked method's derivatives at one argument set. The oracle is the method itself, by
/// finite differences; this engine shares nothing with the library's own gradient check.
/// </summary>
internal sealed class DerivativeChecks(MethodDriver driver, CheckReport report)
{
    private const double DoubleAgreement = 2e-11;
    private const double SingleAgreement = 2e-5;
    private const double HalfAgreement = 3e-3;
    private readonly int _inputs = driver.InputNames.Count;
    private readonly int _outputs = driver.OutputNames.Count;
    private readonly double _agreement = driver.IsHalf ? HalfAgreement : driver.IsSingle ? SingleAgreement : DoubleAgreement;

    public void Run()
    {
        var primal = NewExchange();
        driver.Primal(primal);
        using var tape = new Tape();
        double[,]? byVjp = null;
        report.Guard("Vjp", () => byVjp = Rows("Vjp", primal, exchange => driver.Vjp(exchange), null));
        report.Guard("Vjp", () => Truth()?.Compare(report, "Vjp", byVjp!, driver));
        if (byVjp is null)
        {
            return;
        }

        var expected = Jacobian.Exact(byVjp, _agreement);
        report.Guard("Jvp", () => expected.Compare(report, "Jvp against Vjp", Columns(primal), driver));
        report.Guard("Sweeps", () => expected.Compare(
            report, "Sweeps against Vjp", Rows("Sweeps", primal, exchange => driver.Forward(exchange)(), tape), driver));
        report.Guard("Sweeps", () => new SweepChecks(driver, report, _agreement).Run(tape));
        report.Guard("Jacobian", () => expected.Compare(report, "Jacobian against Vjp", Matrix("Jacobian", primal, driver.Jacobian, _outputs), driver));
        report.Guard("adjoint identity", AdjointIdentity);
        if (!driver.IsKink && !driver.HasReceiver)
        {
            report.Guard("GradCheck", LibraryGradCheck);
        }

        if (driver.HasHessian)
        {
            report.Guard("second order", RunSecondOrder);
        }

        if (driver.HasGradient)
        {
            report.Guard("ValueAndGradient", () => Gradient("ValueAndGradient", primal, driver.ValueAndGradient, expected));
            report.Guard("Gradient", () => Gradient("Gradient", null, driver.Gradient, expected));
        }
    }

    /// <summary>The Hessian and its products alone.</summary>
    public void RunSecondOrder()
    {
        var primal = NewExchange();
        driver.Primal(primal);
        new SecondOrderChecks(driver, report, Matrix("Hessian", primal, driver.Hessian, _inputs), _agreement).Run(primal);
    }

    /// <summary>The library's own engine must come to the same verdict.</summary>
    private void LibraryGradCheck()
    {
        foreach (var failure in GradCheck.Method(driver.DeclaringType, driver.MethodName, driver.Arguments).Failures)
        {
            report.Fail("GradCheck", failure);
        }
    }

    private Exchange NewExchange(Tape? tape = null) => new(_inputs, _outputs, tape) { Inputs = driver.Point };

    /// <summary>The Jacobian the derivatives must give; none at a kink that states none.</summary>
    private Jacobian? Truth()
    {
        if (driver.IsKink)
        {
            return driver.StatedJacobian is { } stated ? Jacobian.Exact(Shaped(stated), _agreement) : null;
        }

        return FiniteDifferenceOracle.Jacobian(driver, report);
    }

    private double[,] Shaped(double[] flat)
    {
        if (flat.Length != _inputs * _outputs)
        {
            throw new InvalidOperationException($"The directive states {flat.Length} entries of a {_outputs} x {_inputs} Jacobian.");
        }

        return Jacobian.Tolerances(new double[_outputs, _inputs], (row, column) => flat[row * _inputs + column]);
    }

    /// <summary>The Jacobian row by row, from unit cotangents.</summary>
    private double[,] Rows(string mode, Exchange primal, Action<Exchange> call, Tape? tape)
    {
        var rows = new double[_outputs, _inputs];
        for (var row = 0; row < _outputs; row++)
        {
            // Gradients start from zero here, which matters only where they are added to.
            var exchange = NewExchange(tape);
            exchange.Cotangents[row] = 1;
            call(exchange);
            VerifyCall(mode, primal, exchange, firstCall: row == 0);
            for (var column = 0; column < _inputs; column++)
            {
                rows[row, column] = exchange.Gradients[column];
            }
        }

        VerifyRepeated(mode, primal, call, tape);
        return rows;
    }

    /// <summary>The Jacobian column by column, from unit tangents.</summary>
    private double[,] Columns(Exchange primal)
    {
        var columns = new double[_outputs, _inputs];
        for (var column = 0; column < _inputs; column++)
        {
            var exchange = NewExchange();
            exchange.InputTangents[column] = 1;
            driver.Jvp(exchange);
            VerifyCall("Jvp", primal, exchange, firstCall: column == 0);
            for (var row = 0; row < _outputs; row++)
            {
                columns[row, column] = exchange.OutputTangents[row];
            }
        }

        VerifyRepeated("Jvp", primal, driver.Jvp, null);
        return columns;
    }

    private double[,] Matrix(string mode, Exchange primal, Action<Exchange> call, int rows)
    {
        var matrix = new double[rows, _inputs];
        for (var run = 0; run < 2; run++)
        {
            var exchange = NewExchange();
            exchange.Matrix = Exchange.Poison<double>(matrix.Length);
            call(exchange);
            VerifyCall(mode, primal, exchange, firstCall: run == 0);
            Buffer.BlockCopy(exchange.Matrix, 0, matrix, 0, matrix.Length * sizeof(double));
        }

        return matrix;
    }

    private void VerifyRepeated(string mode, Exchange primal, Action<Exchange> call, Tape? tape)
    {
        var exchange = NewExchange(tape);
        call(exchange);
        VerifyCall(mode + " again", primal, exchange, firstCall: false);
    }

    private void VerifyCall(string mode, Exchange primal, Exchange exchange, bool firstCall)
    {
        report.SameValues(mode, exchange.Outputs, primal.Outputs, driver);
        VerifyPassive(mode, primal, exchange);
        VerifyAllocation(mode, exchange, firstCall);
    }

    private void VerifyPassive(string mode, Exchange primal, Exchange exchange)
    {
        if (!primal.Passive.SequenceEqual(exchange.Passive))
        {
            report.Fail(mode, $"passive results are ({string.Join(", ", exchange.Passive)}), the method itself gives "
                + $"({string.Join(", ", primal.Passive)})");
        }
    }

    private void VerifyAllocation(string mode, Exchange exchange, bool firstCall)
    {
        if (!firstCall && exchange.Allocated != 0)
        {
            report.Fail(mode, $"allocated {exchange.Allocated} managed bytes");
        }
    }

    private void AdjointIdentity()
    {
        var random = new Random(20);
        var vjp = NewExchange();
        var jvp = NewExchange();
        Fill(vjp.Cotangents, random);
        Fill(jvp.InputTangents, random);
        double[] cotangents = [.. vjp.Cotangents];
        driver.Vjp(vjp);
        driver.Jvp(jvp);
        var left = cotangents.Zip(jvp.OutputTangents, (c, t) => c * t).ToArray();
        var right = vjp.Gradients.Zip(jvp.InputTangents, (g, t) => g * t).ToArray();
        var scale = left.Concat(right).Sum(Math.Abs);
        report.Compare("adjoint identity", [left.Sum()], [right.Sum()], [_agreement * scale], _ => "<c, J t> against <J' c, t>");
    }

    private static void Fill(double[] values, Random random)
    {
        for (var i = 0; i < values.Length; i++)
        {
            // Exact in single precision, so that both sides of the identity see the same vectors.
            values[i] = (float)(random.NextDouble() * 2 - 1);
        }
    }

    private void Gradient(string mode, Exchange? primal, Action<Exchange> call, Jacobian expected)
    {
        call(NewExchange());
        var exchange = NewExchange();
        call(exchange);
        if (primal is not null)
        {
            report.SameValues(mode, exchange.Outputs, primal.Outputs, driver);
            VerifyPassive(mode, primal, exchange);
        }

        VerifyAllocation(mode, exchange, firstCall: false);
        var gradient = new double[1, _inputs];
        Buffer.BlockCopy(exchange.Gradients, 0, gradient, 0, _inputs * sizeof(double));
        expected.Compare(report, mode + " against Vjp", gradient, driver);
    }
}
