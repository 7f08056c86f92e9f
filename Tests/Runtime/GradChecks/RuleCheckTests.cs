using Xunit;

namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>Every rule of a method is checked, whatever else states a derivative of it.</summary>
public class RuleCheckTests
{
    private const string Mark = "[DerivativeOf(typeof(Family0.Ops), \"Cube\", Mode = DerivativeMode.";

    private const string Source = "public static class Ops { public static double Cube(double x) => x * x * x; " +
        "public static double CubeVjp(double x, double r, out double dx) { dx = 3 * x * x * r; return x * x * x; } } " +
        Mark + "Vjp)] static double First(double x, double r, out double dx) { dx = 3 * x * x * r; return x * x * x; } " +
        Mark + "Vjp)] static double Second(double x, double r, out double dx) { dx = 3 * x * x * r; return x * x * x; } " +
        Mark + "Jvp)] static double Push(double x, double xDot, out double rDot) { rDot = 3 * x * x * xDot; return x * x * x; } " +
        Mark + "Forward)] static double Go(double x, Tape tape) { using var r = tape.Record(\"Cube\"); r.Keep(x); r.Complete(); return x * x * x; } " +
        Mark + "Backward)] static void Return(double x, double r, ref double dx, Tape tape) { using var p = tape.Replay(\"Cube\"); double s = p.RecallValue<double>(); dx += 3 * s * s * r; } ";

    [Theory]
    [InlineData("First", "dx = 3")]
    [InlineData("Second", "dx = 3")]
    [InlineData("Push", "rDot = 3")]
    [InlineData("Return", "dx += 3")]
    [InlineData("CubeVjp", "dx = 3")]
    public void A_wrong_one_among_others_is_blamed(string rule, string right)
    {
        string wrong = CompiledFamilies.Break(Source, rule, right, right.Replace("3", "4"));
        GradCheckReport report = GradCheck.Method(Ops(wrong), "Cube", 1.2);
        Assert.Contains(report.Failures, failure => failure.StartsWith($"{rule} against central differences"));
    }

    [Fact]
    public void Right_ones_pass_by_the_name_of_the_method_and_of_the_rule()
    {
        Type ops = Ops(Source);
        GradCheck.Method(ops, "Cube", 1.2).ThrowIfFailed();
        GradCheckReport report = GradCheck.Rule(ops.DeclaringType!, "Push", 1.2);
        report.ThrowIfFailed();
        Assert.Equal("Ops.Cube", report.Subject);
        Assert.Equal(["CubeVjp", "First", "Push", "Return", "Second"], report.Checks.Where(static check => !check.Contains(' ')).Order());
        Assert.Throws<ArgumentException>(() => GradCheck.Rule(ops, "Cube", 1.2));
    }

    private static Type Ops(string source) => CompiledFamilies.Compile(source)[0].GetNestedType("Ops")!;
}
