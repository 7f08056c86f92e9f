using System.Globalization;

namespace StaticAd.Tests.Harness;

/// <summary>Collects what is wrong with the derivatives of one method, one line per mode.</summary>
internal sealed class CheckReport(string title)
{
    private const double SingleRounding = 1e-5;

    private readonly List<string> _failures = [];

    public IReadOnlyList<string> Failures => _failures;

    public void Fail(string mode, string message)
    {
        var failure = $"{title} [{mode}]: {message}";
        if (!_failures.Contains(failure))
        {
            _failures.Add(failure);
        }
    }

    /// <summary>Runs one mode; what it throws is a failure of that mode.</summary>
    public void Guard(string mode, Action check)
    {
        try
        {
            check();
        }
        catch (Exception exception)
        {
            Fail(mode, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>Compares element by element and reports the worst one that is out of tolerance.</summary>
    public void Compare(
        string mode, IReadOnlyList<double> actual, IReadOnlyList<double> expected, IReadOnlyList<double> tolerance, Func<int, string> name)
    {
        var worst = -1;
        var excess = 1.0;
        for (var i = 0; i < expected.Count; i++)
        {
            var ratio = Excess(actual[i], expected[i], tolerance[i]);
            if (ratio > excess)
            {
                (worst, excess) = (i, ratio);
            }
        }

        if (worst >= 0)
        {
            Fail(mode, string.Create(CultureInfo.InvariantCulture,
                $"{name(worst)} is {actual[worst]:R}, expected {expected[worst]:R} (off by {Math.Abs(actual[worst] - expected[worst]):G3}, "
                + $"tolerance {tolerance[worst]:G3})"));
        }
    }

    /// <summary>What the method gives, with all bits where it says so itself.</summary>
    public void SameValues(string mode, IReadOnlyList<double> actual, IReadOnlyList<double> expected, MethodDriver driver)
    {
        if (driver.RoundsAsItsProcessor)
        {
            Compare(mode, actual, expected, [.. expected.Select(value => SingleRounding * Math.Max(1, Math.Abs(value)))], i => driver.OutputNames[i]);
        }
        else
        {
            SameBits(mode, actual, expected, driver.OutputNames);
        }
    }

    private void SameBits(string mode, IReadOnlyList<double> actual, IReadOnlyList<double> expected, IReadOnlyList<string> names)
    {
        for (var i = 0; i < expected.Count; i++)
        {
            if (BitConverter.DoubleToInt64Bits(actual[i]) != BitConverter.DoubleToInt64Bits(expected[i]))
            {
                Fail(mode, string.Create(CultureInfo.InvariantCulture,
                    $"result {names[i]} is {actual[i]:R}, the method itself gives {expected[i]:R}: the bits must be the same"));
                return;
            }
        }
    }

    private static double Excess(double actual, double expected, double tolerance)
    {
        if (actual.Equals(expected) || actual == expected)
        {
            return 0;
        }

        var difference = Math.Abs(actual - expected);
        return double.IsFinite(difference) ? difference / tolerance : double.PositiveInfinity;
    }
}
