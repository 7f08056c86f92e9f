using Xunit;

namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>At kinks a derivative passes that lies between those from either side, and the report names the kink.</summary>
public class KinkTests
{
    private static readonly Func<double, double> s_rectifier = static x => Math.Max(x, 0);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(1.1, false)]
    [InlineData(-1.1, false)]
    [InlineData(double.NaN, false)]
    public void At_a_kink_all_between_left_and_right_passes(double derivative, bool passes)
    {
        GradCheckReport report = GradCheck.Function(Math.Abs, _ => derivative, 0.0);
        Assert.Equal(passes, report.Passed);
        GradCheckKink kink = Assert.Single(report.Kinks);
        Assert.Equal((-1, 1, 0), (Math.Round(kink.Left, 6), Math.Round(kink.Right, 6), kink.Distance));
        Assert.Contains("kink at x: the derivative of y is -1 from the left and 1 from the right", report.ToString());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(0.5, true)]
    [InlineData(1, true)]
    [InlineData(-0.1, false)]
    [InlineData(1.1, false)]
    public void A_rectifier_may_have_any_of_its_conventions_at_zero(double derivative, bool passes) =>
        Assert.Equal(passes, GradCheck.Function(s_rectifier, _ => derivative, 0.0).Passed);

    [Theory]
    [InlineData(3e-7)]
    [InlineData(-3e-7)]
    [InlineData(7e-7)]
    [InlineData(6.6666e-7)]
    [InlineData(1.4e-6)]
    [InlineData(2e-8)]
    public void A_kink_nearby_is_left_out_and_named(double point)
    {
        GradCheckReport right = GradCheck.Function(s_rectifier, x => x > 0 ? 1 : 0, point);
        right.ThrowIfFailed();
        Assert.InRange(Assert.Single(right.Kinks).Distance, Math.Abs(point), 1e-5);
        Assert.Contains("kink near x", right.ToString());
        Assert.False(GradCheck.Function(s_rectifier, x => x > 0 ? 0 : 1, point).Passed);
        Assert.False(GradCheck.Function(s_rectifier, x => 0.5, point).Passed);
    }

    [Fact]
    public void A_kink_among_many_elements_is_named_by_input_and_output()
    {
        void Function(ReadOnlySpan<double> x, Span<double> y) => (y[0], y[1]) = (x[0] * x[1], x[0] + Math.Abs(x[2]));
        void Vjp(ReadOnlySpan<double> x, ReadOnlySpan<double> yBar, Span<double> dx) =>
            (dx[0], dx[1], dx[2]) = (x[1] * yBar[0] + yBar[1], x[0] * yBar[0], Math.Sign(x[2]) * yBar[1]);
        GradCheckReport report = GradCheck.Function(Function, Vjp, [0.4, 0.7, 0], outputs: 2);
        report.ThrowIfFailed();
        GradCheckKink kink = Assert.Single(report.Kinks);
        Assert.Equal(("x", 2, "y", 1), (kink.Input, kink.InputIndex, kink.Output, kink.OutputIndex));
    }

    [Fact]
    public void A_mistake_elsewhere_is_found_beside_a_kink()
    {
        double Function(ReadOnlySpan<double> x) => x[0] * x[1] + Math.Abs(x[2]);
        GradCheckReport report = GradCheck.Function(Function, (x, dx) => (dx[0], dx[1], dx[2]) = (x[1], -x[0], 0), [0.4, 0.7, 0]);
        Assert.Equal(1, report.Worst!.InputIndex);
        Assert.False(report.Passed);
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void At_a_tie_each_share_between_none_and_all_passes(double first, double second)
    {
        double Function(ReadOnlySpan<double> x) => Math.Max(x[0], x[1]);
        GradCheckReport report = GradCheck.Function(Function, (x, dx) => (dx[0], dx[1]) = (first, second), [0.3, 0.3]);
        report.ThrowIfFailed();
        Assert.Equal(2, report.Kinks.Count);
        Assert.False(GradCheck.Function(Function, (x, dx) => (dx[0], dx[1]) = (1.5, -0.5), [0.3, 0.3]).Passed);
    }

    [Fact]
    public void Where_a_function_jumps_the_side_that_does_not_counts()
    {
        GradCheckReport report = GradCheck.Function(x => Math.Floor(x) + 3 * x, x => 3, 2.0);
        report.ThrowIfFailed();
        Assert.Equal(double.PositiveInfinity, Assert.Single(report.Kinks).Left);
        Assert.False(GradCheck.Function(x => Math.Floor(x) + 3 * x, x => 2, 2.0).Passed);
    }

    [Fact]
    public void Where_a_domain_ends_the_other_side_counts()
    {
        Func<double, double> function = x => Math.Pow(x, 1.5) + 2 * x;
        GradCheckReport report = GradCheck.Function(function, x => 1.5 * Math.Sqrt(x) + 2, 0.0, new GradCheckOptions { Rtol = 1e-2 });
        report.ThrowIfFailed();
        Assert.True(double.IsNaN(Assert.Single(report.Kinks).Left));
        Assert.Contains("none from the left", report.ToString());
        Assert.False(GradCheck.Function(function, x => 3, 0.0).Passed);
    }

    [Fact]
    public void What_throws_beyond_its_domain_is_checked_within()
    {
        double Function(double x)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(x);
            return 3 * x + x * x;
        }

        GradCheck.Function(Function, x => 3 + 2 * x, 0.0).ThrowIfFailed();
        Assert.False(GradCheck.Function(Function, x => 0, 0.0).Passed);
    }

    [Fact]
    public void An_infinite_derivative_must_be_infinite()
    {
        GradCheck.Function(Math.Sqrt, x => double.PositiveInfinity, 0.0).ThrowIfFailed();
        Assert.False(GradCheck.Function(Math.Sqrt, x => 0, 0.0).Passed);
        Assert.False(GradCheck.Function(Math.Sqrt, x => double.NegativeInfinity, 0.0).Passed);
        GradCheck.Function(Math.Cbrt, x => double.PositiveInfinity, 0.0).ThrowIfFailed();
        Assert.False(GradCheck.Function(Math.Cbrt, x => 1, 0.0).Passed);
    }

    [Theory]
    [MemberData(nameof(HandWrittenTests.Elementary), MemberType = typeof(HandWrittenTests), DisableDiscoveryEnumeration = true)]
    public void A_smooth_function_has_none(string name, Func<double, double> function, Func<double, double> derivative)
    {
        for (double x = 0.01; x < 5; x *= 1.07)
        {
            Assert.True(GradCheck.Function(function, derivative, x).Kinks.Count == 0, $"{name} at {x}");
        }
    }

    [Fact]
    public void Rounding_is_no_kink()
    {
        Func<double, double> noisy = x => (1e7 + Math.Sin(x)) - 1e7;
        GradCheckReport report = GradCheck.Function(noisy, Math.Cos, 0.4);
        Assert.True(report.Passed && report.Kinks.Count == 0, report.ToString());
    }

    [Fact]
    public void Kinks_of_single_precision_are_found_too()
    {
        const string Source = "public static float F(float x) => MathF.Abs(x); " +
            "public static float FVjp(float x, float r, out float dx) { dx = MathF.Sign(x) * r; return MathF.Abs(x); }";
        Type[] types = CompiledFamilies.Compile(Source, Source.Replace("MathF.Sign(x)", "1.5f"));
        GradCheckReport report = GradCheck.Method(types[0], "F", 0f);
        report.ThrowIfFailed();
        Assert.Single(report.Kinks);
        Assert.False(GradCheck.Method(types[1], "F", 0f).Passed);
    }
}
