namespace StaticAd.Tests.Harness;

/// <summary>What split sweeps promise beyond right numbers: gradients are added to, and a tape holds several frames.</summary>
internal sealed class SweepChecks(MethodDriver driver, CheckReport report, double agreement)
{
    // A power of two keeps the sum with a gradient nearly exact.
    private const double Start = 0.5;
    private const double OtherPoint = 1 + 1.0 / 1024;
    private readonly int _inputs = driver.InputNames.Count;
    private readonly int _outputs = driver.OutputNames.Count;

    public void Run(Tape tape)
    {
        Accumulates(tape);
        FramesNest(tape);
    }

    private void Accumulates(Tape tape)
    {
        var expected = Vjp(driver.Point);
        var exchange = NewExchange(driver.Point, tape);
        Array.Fill(exchange.Gradients, Start);
        driver.Forward(exchange)();
        var added = driver.IsInOut.Select((inOut, index) => exchange.Gradients[index] - (inOut ? 0 : Start)).ToArray();
        Compare("Backward adds to gradients", added, expected, slack: 1);
    }

    /// <summary>Two forward sweeps, then their backward sweeps in opposite order.</summary>
    private void FramesNest(Tape tape)
    {
        var shifted = driver.Point.Select(value => (double)(float)(value * OtherPoint)).ToArray();
        var first = NewExchange(driver.Point, tape);
        var second = NewExchange(shifted, tape);
        var firstBackward = driver.Forward(first);
        var secondBackward = driver.Forward(second);
        secondBackward();
        firstBackward();
        Compare("two frames on one tape, the upper", second.Gradients, Vjp(shifted));
        Compare("two frames on one tape, the lower", first.Gradients, Vjp(driver.Point));
    }

    private double[] Vjp(double[] point)
    {
        var exchange = NewExchange(point, null);
        driver.Vjp(exchange);
        return exchange.Gradients;
    }

    private Exchange NewExchange(double[] point, Tape? tape)
    {
        var exchange = new Exchange(_inputs, _outputs, tape) { Inputs = point };
        for (var i = 0; i < _outputs; i++)
        {
            exchange.Cotangents[i] = 1 - 0.25 * (i % 7);
        }

        return exchange;
    }

    private void Compare(string mode, double[] actual, double[] expected, double slack = 0)
    {
        var largest = expected.Select(Math.Abs).Where(double.IsFinite).DefaultIfEmpty().Max();
        var tolerance = expected.Select(value => agreement * Math.Max(Math.Abs(value), 0.1 * largest + slack)).ToArray();
        report.Compare(mode, actual, expected, tolerance, index => $"gradient of {driver.InputNames[index]}");
    }
}
