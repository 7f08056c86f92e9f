using System.Globalization;
using StaticAd.Tests.Fuzz.Duals;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Fuzz.Checks;

/// <summary>
/// The truth against the method itself, in one direction: what the dual numbers and the generator both hold wrongly shows in neither.
/// Results are compared where differences forwards and backwards, over one step and half of it, agree: there is no kink and no jump
/// nearby, and rounding has left something of the difference. A tie between what happens to be equal, as <c>Max(x, Floor(x))</c> at a
/// whole number, is a kink by convention of which values know nothing: beside it both agree.
/// </summary>
internal sealed class Differences(MethodDriver driver, Truth truth, DualDriver duals, CheckReport report, double[] direction)
{
    private const double Step = 1e-5;
    private const double Agreement = 1e-4;
    private const double Tolerance = 1e-3;

    // Steps in the last bits, over the shortest step, can agree by chance.
    private const double Noise = 1e-8;

    /// <summary>How many results could be compared.</summary>
    public int Compared { get; private set; }

    public void Run()
    {
        double[] start = Values(0);
        double[][] slopes = [.. new[] { Step, -Step, Step / 2, -Step / 2 }.Select(step => Slopes(start, step))];
        for (int output = 0; output < start.Length; output++)
        {
            double[] found = [.. slopes.Select(slope => slope[output])];
            double size = found.Max(Math.Abs);
            if (size > Noise * (1 + Math.Abs(start[output])) && found.Max() - found.Min() <= Agreement * size)
            {
                Compare(output, found.Average(), size);
            }
        }
    }

    private void Compare(int output, double found, double size)
    {
        Compared++;
        double expected = Along(truth, output);
        bool IsFound(double slope) => Math.Abs(slope - found) <= Tolerance * size;
        if (!IsFound(expected) && !IsFound(Along(Truth.Of(duals, Point(Step / 3), withHessian: false), output)))
        {
            report.Fail("duals", string.Create(CultureInfo.InvariantCulture,
                $"the derivative of {driver.OutputNames[output]} is {expected:R} by dual numbers, {found:R} by differences"));
        }
    }

    private double Along(Truth derivatives, int output) => direction.Select((weight, input) => weight * derivatives.Jacobian[output, input]).Sum();

    private double[] Slopes(double[] start, double step) => [.. Values(step).Zip(start, (there, here) => (there - here) / step)];

    private double[] Values(double step)
    {
        double[] point = Point(step);
        var exchange = new Exchange(point.Length, driver.OutputNames.Count) { Inputs = point };
        driver.Primal(exchange);
        return exchange.Outputs;
    }
    private double[] Point(double step) => [.. driver.Point.Zip(direction, (coordinate, weight) => coordinate + (step * weight))];
}
