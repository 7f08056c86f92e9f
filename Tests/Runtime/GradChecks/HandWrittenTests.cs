using Xunit;

namespace StaticAd.Tests.Runtime.GradChecks;

public class HandWrittenTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(-2.0)]
    [InlineData(40.0)]
    public void A_right_derivative_passes_and_wrong_ones_fail(double point)
    {
        GradCheck.Function(Math.Sin, Math.Cos, point).ThrowIfFailed();
        Assert.False(GradCheck.Function(Math.Sin, x => -Math.Cos(x), point).Passed);
        Assert.False(GradCheck.Function(Math.Sin, x => Math.Cos(x) * 1.01, point).Passed);
        Assert.False(GradCheck.Function(Math.Sin, x => double.NaN, point).Passed);
    }

    [Theory]
    [InlineData(1e-7)]
    [InlineData(1e-3)]
    [InlineData(1.0)]
    [InlineData(1e6)]
    [InlineData(1e12)]
    public void Small_and_large_derivatives_are_judged_by_their_own_size(double factor)
    {
        Func<double, double> function = x => factor * Math.Exp(x);
        GradCheck.Function(function, function, 1.5).ThrowIfFailed();
        Assert.False(GradCheck.Function(function, x => 1.1 * function(x), 1.5).Passed);
        Assert.False(GradCheck.Function(function, x => 0, 1.5).Passed);
    }

    public static readonly TheoryData<string, Func<double, double>, Func<double, double>> Elementary = new()
    {
        { "exp", Math.Exp, Math.Exp },
        { "log", Math.Log, static x => 1 / x },
        { "sqrt", Math.Sqrt, static x => 0.5 / Math.Sqrt(x) },
        { "cbrt", Math.Cbrt, static x => Math.Cbrt(x) / (3 * x) },
        { "reciprocal", static x => 1 / x, static x => -1 / (x * x) },
        { "tan", Math.Tan, static x => 1 + Math.Tan(x) * Math.Tan(x) },
        { "tanh", Math.Tanh, static x => 1 / (Math.Cosh(x) * Math.Cosh(x)) },
        { "sinh", Math.Sinh, Math.Cosh },
        { "atan", Math.Atan, static x => 1 / (1 + x * x) },
        { "asinh", Math.Asinh, static x => 1 / Math.Sqrt(1 + x * x) },
        { "power", static x => Math.Pow(x, 4.5), static x => 4.5 * Math.Pow(x, 3.5) },
        { "tower", static x => Math.Pow(x, x), static x => Math.Pow(x, x) * (Math.Log(x) + 1) },
        { "bell", static x => Math.Exp(-x * x), static x => -2 * x * Math.Exp(-x * x) },
        { "wave", static x => Math.Sin(20 * x), static x => 20 * Math.Cos(20 * x) },
        { "logistic", static x => 1 / (1 + Math.Exp(-x)), static x => Math.Exp(-x) / Math.Pow(1 + Math.Exp(-x), 2) },
        { "abs", static x => Math.Abs(x - 20), static x => Math.Sign(x - 20) },
    };

    [Theory]
    [MemberData(nameof(Elementary), DisableDiscoveryEnumeration = true)]
    public void Over_moderate_arguments_the_right_derivative_passes_and_one_off_by_a_percent_fails(
        string name, Func<double, double> function, Func<double, double> derivative)
    {
        for (double x = 0.01; x < 5; x *= 1.37)
        {
            GradCheckReport right = GradCheck.Function(function, derivative, x);
            Assert.True(right.Passed, $"{name} at {x}: {right}");

            // A derivative that vanishes against the value can't be seen in differences of the value.
            if (Math.Abs(derivative(x)) > 1e-4 * Math.Max(1, Math.Abs(function(x))))
            {
                Assert.False(GradCheck.Function(function, y => 1.01 * derivative(y), x).Passed, $"{name} at {x}");
            }
        }
    }

    [Fact]
    public void A_small_derivative_of_a_large_value_passes()
    {
        GradCheck.Function(x => 1e6 + 0.01 * Math.Sin(x), x => 0.01 * Math.Cos(x), 0.4).ThrowIfFailed();
        Assert.False(GradCheck.Function(x => 1e6 + 0.01 * Math.Sin(x), x => 0.011 * Math.Cos(x), 0.4).Passed);
    }

    [Fact]
    public void A_derivative_that_is_zero_but_for_rounding_passes()
    {
        GradCheck.Function(x => Math.Sin(x) * Math.Sin(x) + Math.Cos(x) * Math.Cos(x) - 1, x => 0, 0.7).ThrowIfFailed();
        GradCheck.Function(x => (x - 2) * (x - 2), x => 2 * (x - 2), 2).ThrowIfFailed();
    }

    [Fact]
    public void A_gradient_is_checked_element_by_element()
    {
        double[] point = [0.5, -1.5, 2.5, 0.1];
        GradCheck.Function(LogSumExp, LogSumExpGradient, point).ThrowIfFailed();
        GradCheckReport wrong = GradCheck.Function(
            LogSumExp,
            (x, dx) =>
            {
                LogSumExpGradient(x, dx);
                dx[2] *= -1;
            },
            point);
        Assert.False(wrong.Passed);
        Assert.Equal("x", wrong.Worst!.Input);
        Assert.Equal(2, wrong.Worst.InputIndex);
        Assert.Equal("y", wrong.Worst.Output);
        Assert.Contains("x[2]", wrong.ToString());
        Assert.Contains("FAILED", wrong.ToString());
    }

    [Fact]
    public void A_gradient_that_is_not_written_whole_fails()
    {
        Assert.False(GradCheck.Function(x => x[0], (x, dx) => dx[0] = 1, [1.0, 2.0]).Passed);
    }

    [Fact]
    public void A_vector_function_is_checked_output_by_output()
    {
        double[] point = [1.5, -0.5];
        GradCheck.Function(Polar, PolarVjp, point, outputs: 3).ThrowIfFailed();
        GradCheckReport wrong = GradCheck.Function(
            Polar,
            (x, yBar, dx) =>
            {
                PolarVjp(x, yBar, dx);
                dx[1] -= 2 * x[0] * Math.Cos(x[1]) * yBar[1];
            },
            point,
            outputs: 3);
        Assert.False(wrong.Passed);
        Assert.Equal(("y", 1), (wrong.Worst!.Output, wrong.Worst.OutputIndex));
        Assert.Equal(("x", 1), (wrong.Worst.Input, wrong.Worst.InputIndex));
    }

    [Fact]
    public void Options_decide_what_passes()
    {
        Func<double, double> almost = x => 1.01 * Math.Cos(x);
        Assert.False(GradCheck.Function(Math.Sin, almost, 0.3).Passed);
        Assert.True(GradCheck.Function(Math.Sin, almost, 0.3, new GradCheckOptions { Rtol = 0.02 }).Passed);
        Assert.True(GradCheck.Function(Math.Sin, almost, 0.3, new GradCheckOptions { Atol = 0.02 }).Passed);
    }

    private static double LogSumExp(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double element in x)
        {
            sum += Math.Exp(element);
        }

        return Math.Log(sum);
    }

    private static void LogSumExpGradient(ReadOnlySpan<double> x, Span<double> dx)
    {
        double value = LogSumExp(x);
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] = Math.Exp(x[i] - value);
        }
    }

    private static void Polar(ReadOnlySpan<double> x, Span<double> y)
    {
        y[0] = x[0] * Math.Cos(x[1]);
        y[1] = x[0] * Math.Sin(x[1]);
        y[2] = x[0] * x[0];
    }

    private static void PolarVjp(ReadOnlySpan<double> x, ReadOnlySpan<double> yBar, Span<double> dx)
    {
        dx[0] = Math.Cos(x[1]) * yBar[0] + Math.Sin(x[1]) * yBar[1] + 2 * x[0] * yBar[2];
        dx[1] = x[0] * (Math.Cos(x[1]) * yBar[1] - Math.Sin(x[1]) * yBar[0]);
    }
}
