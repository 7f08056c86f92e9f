using Xunit;

namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>What the options switch, widen and narrow.</summary>
public class OptionTests
{
    private static readonly object[] s_point = [1.3, 0.7];

    private static readonly Lazy<Type> s_family = new(() => CompiledFamilies.Compile(FamilySources.Scalars)[0]);

    private static readonly Lazy<Type> s_wrongInX = new(() => CompiledFamilies.Compile(
        CompiledFamilies.Break(FamilySources.Scalars, "FVjp", "dx = 2 *", "dx = 2.02 *"))[0]);

    [Theory]
    [InlineData("x", 0.02, true)]
    [InlineData("y", 0.02, false)]
    [InlineData("x", 0.005, false)]
    public void A_tolerance_of_one_input_holds_for_that_alone(string input, double rtol, bool passes)
    {
        var options = new GradCheckOptions { Modes = GradCheckModes.Vjp, Inputs = [new(input) { Rtol = rtol }] };
        Assert.Equal(passes, GradCheck.Method(options, s_wrongInX.Value, "F", s_point).Passed);
    }

    [Fact]
    public void A_tolerance_of_one_output_holds_for_that_alone()
    {
        GradCheckReport Check(params GradCheckTolerance[] outputs) => GradCheck.Method(
            new GradCheckOptions { Modes = GradCheckModes.Vjp, Outputs = outputs },
            CompiledFamilies.Compile(CompiledFamilies.Break(FamilySources.InOut, "FVjp", "2 * e * resultLastBar", "2.02 * e * resultLastBar"))[0],
            "F", new[] { 0.4, -1.2, 0.9 }, 0.6, 1.1);

        Assert.False(Check().Passed);
        Assert.False(Check(new GradCheckTolerance("result.first") { Rtol = 0.05 }).Passed);
        Check(new GradCheckTolerance("result.last") { Rtol = 0.05, Atol = 0.1 }).ThrowIfFailed();
    }

    [Fact]
    public void A_narrower_tolerance_of_one_input_finds_more()
    {
        Func<double, double> almost = x => 1.0001 * Math.Cos(x);
        GradCheck.Function(Math.Sin, almost, 0.3).ThrowIfFailed();
        Assert.False(GradCheck.Function(Math.Sin, almost, 0.3, new GradCheckOptions { Inputs = [new("x") { Rtol = 1e-6, Atol = 1e-6 }] }).Passed);
    }

    [Fact]
    public void A_step_of_one_input_is_taken()
    {
        List<double> asked = [];
        double Function(double x)
        {
            asked.Add(x);
            return x * x;
        }

        GradCheck.Function(Function, x => 2 * x, 0.5, new GradCheckOptions { Inputs = [new("x") { Eps = 0.125 }] }).ThrowIfFailed();
        Assert.Contains(0.625, asked);
    }

    [Fact]
    public void A_name_that_is_none_is_an_error()
    {
        var options = new GradCheckOptions { Inputs = [new("z") { Rtol = 1 }] };
        Assert.Contains("'z', only x, y", Assert.Throws<ArgumentException>(() => GradCheck.Method(options, s_family.Value, "F", s_point)).Message);
        Assert.Throws<ArgumentException>(() => GradCheck.Method(
            new GradCheckOptions { Outputs = [new("x")] }, s_family.Value, "F", s_point));
        Assert.Throws<ArgumentException>(() => GradCheck.Function(Math.Sin, Math.Cos, 1.0, options));
    }

    [Theory]
    [InlineData(GradCheckModes.Jvp, "FJvp")]
    [InlineData(GradCheckModes.Vjp, "FVjp")]
    [InlineData(GradCheckModes.Sweeps, "FBackward")]
    [InlineData(GradCheckModes.Gradient, "FValueAndGradient", "FGradient")]
    [InlineData(GradCheckModes.Batch, "FBatch", "FValueAndGradientBatch")]
    public void A_mode_looks_at_its_members_alone(GradCheckModes mode, params string[] members)
    {
        GradCheckReport report = GradCheck.Method(new GradCheckOptions { Modes = mode }, s_family.Value, "F", s_point);
        report.ThrowIfFailed();
        Assert.Equal(members, report.Checks.Where(static check => !check.Contains(' ')));
        Assert.Contains(report.Notes, note => note.Contains(mode.ToString()));
    }

    [Fact]
    public void What_is_switched_off_cannot_fail()
    {
        Assert.False(GradCheck.Method(s_wrongInX.Value, "F", s_point).Passed);
        GradCheck.Method(new GradCheckOptions { Modes = GradCheckModes.All & ~(GradCheckModes.Vjp | GradCheckModes.Gradient) }, s_wrongInX.Value, "F", s_point)
            .ThrowIfFailed();
    }

    [Fact]
    public void Calls_that_differ_are_found_beyond_the_tolerance_for_them()
    {
        const string Source = "static double drift; public static double F(double x) => x * x; " +
            "public static double FVjp(double x, double r, out double dx) { drift += 1e-9; dx = (2 * x + drift) * r; return x * x; }";
        Type type = CompiledFamilies.Compile(Source)[0];
        Assert.Contains(GradCheck.Method(type, "F", 1.5).Failures, static failure => failure.StartsWith("FVjp does not give the same when it is called again: for x"));
        GradCheck.Method(new GradCheckOptions { NondetTol = 1e-8 }, type, "F", 1.5).ThrowIfFailed();
    }

    [Fact]
    public void A_function_that_differs_from_call_to_call_is_found()
    {
        double drift = 0;
        Func<double, double> function = x => (drift += 1e-12) + Math.Sin(x);
        Assert.Contains(GradCheck.Function(function, Math.Cos, 0.3).Failures, static failure => failure.StartsWith("the function does not give the same"));
        GradCheck.Function(function, Math.Cos, 0.3, new GradCheckOptions { NondetTol = 1e-9 }).ThrowIfFailed();
    }

    [Fact]
    public void Both_Jacobians_are_shown_on_request()
    {
        var options = new GradCheckOptions { ShowJacobians = true };
        Assert.Null(GradCheck.Method(s_family.Value, "F", s_point).Jacobians);
        GradCheckJacobians right = GradCheck.Method(options, s_family.Value, "F", s_point).Jacobians!;
        Assert.Equal(["result", "x", "y"], [.. right.Outputs, .. right.Inputs]);
        Assert.Equal([2 * 1.3 * 0.7, 1.3 * 1.3 + Math.Cos(0.7)], right.Analytic.Cast<double>());
        Assert.Equal(right.Analytic[0, 1], right.Numeric[0, 1], 1e-6);

        GradCheckReport wrong = GradCheck.Method(options, s_wrongInX.Value, "F", s_point);
        Assert.Contains("analytic Jacobian (FVjp against central differences):", wrong.ToString());
        Assert.Contains("1.8382!", wrong.ToString());
    }

    [Fact]
    public void Large_Jacobians_are_shown_in_part()
    {
        double[] point = [.. Enumerable.Range(1, 40).Select(static i => i / 10.0)];
        GradCheckReport report = GradCheck.Function(
            (x, y) => x.CopyTo(y), (x, yBar, dx) => yBar.CopyTo(dx), point, 40, new GradCheckOptions { ShowJacobians = true });
        Assert.Equal(1600, report.Jacobians!.Analytic.Length);
        Assert.Contains("… 28 rows more", report.ToString());
        Assert.All(report.ToString().Split('\n'), static line => Assert.True(line.Length < 250, line));
    }

    [Fact]
    public void The_report_says_where_and_guesses_why()
    {
        string text = GradCheck.Function(Math.Sin, static x => -Math.Cos(x), 0.5).ToString();
        Assert.Contains("at x = 0.5: FAILED", text);
        Assert.Contains("a wrong sign?", text);
        Assert.Contains("is a term missing?", GradCheck.Function(Math.Sin, static x => 0, 0.5).ToString());
        Assert.Contains("is it written at all?", GradCheck.Function(static x => x[0] + x[1], static (x, dx) => dx[0] = 1, [1.0, 2.0]).ToString());
    }
}
