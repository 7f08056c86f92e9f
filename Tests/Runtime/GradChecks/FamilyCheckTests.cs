using Xunit;

namespace StaticAd.Tests.Runtime.GradChecks;

public class FamilyCheckTests
{
    private static readonly object[] s_scalars = [1.3, 0.7];

    private static readonly object[] s_inOut = [new[] { 0.4, -1.2, 0.9 }, 0.6, 1.1];

    private static readonly object[] s_single = [new[] { 0.3f, -0.8f, 0.1f }, 1.7f];

    public enum Family
    {
        Scalars,
        Buffers,
        InOut,
        Single,
    }

    /// <summary>Each mistake and the member that the report must blame.</summary>
    private static readonly (Family Family, string Member, string Right, string Wrong)[] s_mistakes =
    [
        (Family.Scalars, "FVjp", "dx = 2 *", "dx = -2 *"),
        (Family.Scalars, "FVjp", " + Math.Cos(y)", ""),
        (Family.Scalars, "FVjp", "(x * x + Math.Cos(y)) * resultBar", "(x * x + Math.Cos(y))"),
        (Family.Scalars, "FVjp", "return x * x * y", "return 1e-15 + x * x * y"),
        (Family.Scalars, "FVjp", "dx = 2 *", "dx = 2.004 *"),
        (Family.Scalars, "FJvp", "2 * x * y * xDot +", "2 * x * y * xDot -"),
        (Family.Scalars, "FJvp", "2 * x * y * xDot +", "2 * x * y +"),
        (Family.Scalars, "FJvp", "return F(x, y)", "return F(x, y) + 1"),
        (Family.Scalars, "FForward", "Math.Cos(y)", "Math.Sin(y)"),
        (Family.Scalars, "FForward", "return F(x, y)", "return F(y, x)"),
        (Family.Scalars, "FForward", "recording.Complete();", ""),
        (Family.Scalars, "FBackward", "dx +=", "dx ="),
        (Family.Scalars, "FBackward", "dy +=", "dy ="),
        (Family.Scalars, "FBackward", "dy +=", "dy -="),
        (Family.Scalars, "FBackward", "using var replay = tape.Replay(\"F\");", "tape.Record(\"G\"); using var replay = tape.Replay(\"F\");"),
        (Family.Scalars, "FValueAndGradient", "FVjp(x, y, 1,", "FVjp(x, y, 2,"),
        (Family.Scalars, "FValueAndGradient", "out dx, out dy);", "out dy, out dx);"),
        (Family.Scalars, "FGradient", "x * x + ", "x * x - "),
        (Family.Scalars, "FGradient", "(x * (2 * y), x * x", "(1e-7 + x * (2 * y), x * x"),
        (Family.Scalars, "FBatch", "F(x[i], y[i])", "F(x[i], y[0])"),
        (Family.Scalars, "FBatch", "i = 0", "i = 1"),
        (Family.Scalars, "FValueAndGradientBatch", "i < value.Length", "i < (value.Length / 4 * 4 == 0 ? 1 : value.Length / 4 * 4)"),
        (Family.Scalars, "FValueAndGradientBatch", "dx[i] = 2", "dx[i] = 2.00001"),
        (Family.Scalars, "FValueAndGradientBatch", "dy[i] = ", "dy[i] += "),
        (Family.Buffers, "FVjp", "dx.Clear();", ""),
        (Family.Buffers, "FVjp", "2 * w[i]", "w[i]"),
        (Family.Buffers, "FVjp", "dx.Clear();", "dx.Clear(); w[0] += 1;"),
        (Family.Buffers, "FJvp", "resultDot +=", "resultDot ="),
        (Family.Buffers, "FForward", "work.Slice(0, n).CopyTo(saved)", "saved.Clear()"),
        (Family.Buffers, "FBackward", "dw[i] +=", "dw[i] ="),
        (Family.Buffers, "FBackward", "saved[i] * a", "work[i] * a"),
        (Family.Buffers, "FJvp", "resultDot = value", "resultDot = work[3] + value"),
        (Family.Buffers, "FBackward", "da +=", "w[1] = 0; da +="),
        (Family.Buffers, "FValueAndGradient", "unit, work, 1, dx, dw", "unit, work, 1, dw, dx"),
        (Family.Buffers, "FGradient", "unit, work, 1, dx, dw", "unit, work, -1, dx, dw"),
        (Family.InOut, "FVjp", "yBar[i] = 2", "yBar[i] += 2"),
        (Family.InOut, "FVjp", "yBar[i] = 2 * k * old[i] * bar;", ""),
        (Family.InOut, "FVjp", "sBar = k * y[0] * newSBar;", "sBar += k * y[0] * newSBar;"),
        (Family.InOut, "FVjp", "yBar[0] += k * oldS * newSBar;", ""),
        (Family.InOut, "FVjp", "2 * e * resultLastBar", "0"),
        (Family.InOut, "FVjp", "return result;", "y[0] = old[0]; return result;"),
        (Family.InOut, "FVjp", "return result;", "return (result.first, 0, result.last);"),
        (Family.InOut, "FJvp", "yDot[i] = kDot", "double next = kDot"),
        (Family.InOut, "FJvp", "resultLastDot = 2 * e * eDot", "resultLastDot = 0"),
        (Family.InOut, "FJvp", "sDot = kDot * oldS * y[0] +", "sDot ="),
        (Family.InOut, "FBackward", "yBar[i] = 2", "yBar[i] += 2"),
        (Family.InOut, "FBackward", "dk +=", "dk ="),
        (Family.InOut, "FBackward", "sBar = k * y[0] * newSBar;", ""),
        (Family.Single, "FVjp", "-2 *", "-2.1f *"),
        (Family.Single, "FVjp", "da += bell * resultBar", "da = bell * resultBar"),
        (Family.Single, "FJvp", " + bell * aDot", ""),
        (Family.Single, "FVjp", "return F(x, a)", "return MathF.BitIncrement(F(x, a))"),
    ];

    [Theory]
    [InlineData(Family.Scalars)]
    [InlineData(Family.Buffers)]
    [InlineData(Family.InOut)]
    [InlineData(Family.Single)]
    public void A_right_family_passes(Family family)
    {
        Type type = CompiledFamilies.Compile(SourceOf(family))[0];
        for (int seed = 0; seed < 10; seed++)
        {
            GradCheckReport report = GradCheck.Method(new GradCheckOptions { Seed = seed }, type, "F", ArgumentsOf(family));
            report.ThrowIfFailed();
            Assert.NotNull(report.Worst);
            Assert.True(report.Comparisons > 10);
        }
    }

    [Fact]
    public void Each_mistake_is_found_and_blamed()
    {
        (Family Family, string Member, string Right, string Wrong)[] mistakes = [.. s_mistakes];
        Type[] types = CompiledFamilies.Compile(
            [.. mistakes.Select(static m => CompiledFamilies.Break(SourceOf(m.Family), m.Member, m.Right, m.Wrong))]);
        Assert.All(mistakes, (mistake, i) =>
        {
            GradCheckReport report = GradCheck.Method(types[i], "F", ArgumentsOf(mistake.Family));
            Assert.False(report.Passed, report.ToString());
            string blamed = mistake.Member == "FForward" ? "ward" : mistake.Member;
            Assert.Contains(report.Failures, failure => failure.Contains(blamed));
            Assert.Throws<InvalidOperationException>(report.ThrowIfFailed);
        });
    }

    [Fact]
    public void Every_member_is_checked()
    {
        GradCheckReport report = GradCheck.Method(CompiledFamilies.Compile(FamilySources.Scalars)[0], "F", s_scalars);
        Assert.Equal(
            [
                "FVjp", "FVjp against central differences",
                "FJvp", "FJvp against central differences", "FVjp against FJvp",
                "FBackward", "FBackward against central differences", "FBackward against FVjp",
                "FBackward adds to the gradients", "FBackward after two forward sweeps",
                "FValueAndGradient", "FValueAndGradient against central differences", "FValueAndGradient against FVjp",
                "FGradient", "FGradient against central differences", "FGradient against FVjp",
                "FBatch", "FBatch against F",
                "FValueAndGradientBatch", "FValueAndGradientBatch against F", "FValueAndGradientBatch against FVjp",
            ],
            report.Checks);
    }

    [Fact]
    public void The_worst_element_is_named()
    {
        Type type = CompiledFamilies.Compile(CompiledFamilies.Break(
            FamilySources.InOut, "FVjp", "dk += old[i] * old[i] * bar;", "dk += (i == 1 ? 2 : 1) * old[i] * old[i] * bar;"))[0];
        GradCheckElement worst = GradCheck.Method(type, "F", s_inOut).Worst!;
        Assert.Equal("k", worst.Input);
        Assert.Null(worst.InputIndex);
        Assert.StartsWith("FVjp", worst.Check);
        Assert.False(worst.Passed);
        Assert.Equal(Math.Abs(worst.Analytic - worst.Numeric), worst.Error);
    }

    [Fact]
    public void The_callers_arrays_are_not_changed()
    {
        Type type = CompiledFamilies.Compile(FamilySources.InOut)[0];
        double[] y = [0.4, -1.2, 0.9];
        GradCheck.Method(type, "F", y, 0.6, 1.1).ThrowIfFailed();
        Assert.Equal([0.4, -1.2, 0.9], y);
    }

    [Fact]
    public void Name_of_the_family_is_respected()
    {
        string source = FamilySources.Scalars.Replace("public static double F(", "[Differentiable(Name = \"G\")] public static double F(")
            .Replace(" FVjp(", " GVjp(").Replace("FJvp", "GJvp");
        Type[] types = CompiledFamilies.Compile(source.Replace("FValueAndGradient(double x", "Other(double x").Replace("=> FVjp", "=> GVjp"));
        GradCheckReport report = GradCheck.Method(types[0], "F", s_scalars);
        report.ThrowIfFailed();
        Assert.Equal(5, report.Checks.Count);
        Assert.All(report.Checks, static check => Assert.StartsWith("G", check));
    }

    [Fact]
    public void A_signature_that_is_not_the_contracts_fails()
    {
        string source = FamilySources.Single.Replace("Span<float> dx, out float da", "out float da, Span<float> dx");
        GradCheckReport report = GradCheck.Method(CompiledFamilies.Compile(source)[0], "F", s_single);
        Assert.Contains(report.Failures, static failure => failure.StartsWith("FVjp has not the signature"));
    }

    [Fact]
    public void Rules_are_found_by_their_attribute()
    {
        const string Mark = "[DerivativeOf(typeof(Family0.Ops), \"Cube\", Mode = DerivativeMode.";
        const string Source = "public static class Ops { public static double Cube(double x) => x * x * x; } " +
            Mark + "Vjp)] static double Pull(double x, double r, out double dx) { dx = 3 * x * x * r; return x * x * x; } " +
            Mark + "Jvp)] static double Push(double x, double xDot, out double rDot) { rDot = 3 * x * x * xDot; return x * x * x; }";
        GradCheckReport right = GradCheck.Method(CompiledFamilies.Compile(Source)[0].GetNestedType("Ops")!, "Cube", 1.2);
        right.ThrowIfFailed();
        Assert.Contains("Pull against Push", right.Checks);
        GradCheckReport wrong = GradCheck.Method(
            CompiledFamilies.Compile(Source.Replace("dx = 3", "dx = 2"))[0].GetNestedType("Ops")!, "Cube", 1.2);
        Assert.Contains(wrong.Failures, static failure => failure.StartsWith("Pull"));
        GradCheckReport misshapen = GradCheck.Method(
            CompiledFamilies.Compile(Source.Replace("out double dx", "ref double dx"))[0].GetNestedType("Ops")!, "Cube", 1.2);
        Assert.Contains(misshapen.Failures, static failure => failure.StartsWith("Pull has not the signature"));
    }

    [Fact]
    public void A_forward_sweep_without_its_backward_sweep_fails()
    {
        string source = FamilySources.Scalars.Replace("FBackward", "Other");
        Assert.False(GradCheck.Method(CompiledFamilies.Compile(source)[0], "F", s_scalars).Passed);
    }

    [Fact]
    public void A_function_with_a_memory_fails()
    {
        string source = "static double calls; " + CompiledFamilies.Break(FamilySources.Scalars, "F", "=> x * x", "=> calls++ + x * x");
        Assert.Contains(
            GradCheck.Method(CompiledFamilies.Compile(source)[0], "F", s_scalars).Failures,
            static failure => failure.StartsWith("F is not a function"));
    }

    [Fact]
    public void A_value_that_is_not_finite_fails()
    {
        Type type = CompiledFamilies.Compile(FamilySources.Scalars)[0];
        Assert.False(GradCheck.Method(type, "F", double.NaN, 1.0).Passed);
        Assert.False(GradCheck.Method(type, "F", double.PositiveInfinity, 1.0).Passed);
    }

    [Fact]
    public void Arguments_select_the_overload()
    {
        string source = FamilySources.Scalars + FamilySources.Single + "static double F(int n, string s) => n;";
        Type type = CompiledFamilies.Compile(source)[0];
        GradCheck.Method(type, "F", s_scalars).ThrowIfFailed();
        GradCheck.Method(type, "F", s_single).ThrowIfFailed();
        GradCheck.Method(type, "F", 2, 3).ThrowIfFailed();
        Assert.Throws<ArgumentException>(() => GradCheck.Method(type, "F", 2, "x"));
        Assert.Throws<ArgumentException>(() => GradCheck.Method(type, "F", 2.0));
        Assert.Throws<ArgumentException>(() => GradCheck.Method(type, "NoSuch", 2.0));
    }

    [Fact]
    public void A_method_without_derivative_is_an_error()
    {
        Type type = CompiledFamilies.Compile("public static double F(double x) => x;")[0];
        Assert.Contains("no derivative method", Assert.Throws<ArgumentException>(() => GradCheck.Method(type, "F", 2.0)).Message);
    }

    private static string SourceOf(Family family) => family switch
    {
        Family.Scalars => FamilySources.Scalars,
        Family.Buffers => FamilySources.Buffers,
        Family.InOut => FamilySources.InOut,
        _ => FamilySources.Single,
    };

    private static object[] ArgumentsOf(Family family) => family switch
    {
        Family.Scalars => s_scalars,
        Family.Buffers => [new[] { 1.0, 2.5, -0.3, 7 }, new[] { 0.5, -1.5, 2, 3 }, 1.25, 3, new[] { 0.8 }, new double[4]],
        Family.InOut => s_inOut,
        _ => s_single,
    };
}
