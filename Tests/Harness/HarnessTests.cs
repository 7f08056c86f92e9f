using Xunit;

namespace StaticAd.Tests.Harness;

/// <summary>The harness against derivatives written by hand: right ones pass, and every way of being wrong is found.</summary>
[Trait("Needs", "CompilerOnly")]
public class HarnessTests
{
    [Fact]
    public void RightDerivativesPass()
        => Verdict.None(Failures(HandWritten.Derivatives));

    [Theory]
    [InlineData("dx = resultBar * y * (2 * x - y);", "dx = resultBar * y * (2 * x + y);", "[Vjp]")]
    [InlineData("resultDot = y * (2 * x - y) * xDot", "resultDot = y * (2 * x - y)", "[Jvp against Vjp]")]
    [InlineData("dx += resultBar", "dx = resultBar", "[Backward adds to gradients]")]
    [InlineData("dy += resultBar * (x * x", "dy += resultBar * (x", "[Sweeps against Vjp]")]
    [InlineData("return y * (x * x - x * y + y); // value", "return x * x * y - x * y * y + y * y;", "[ValueAndGradient]")]
    [InlineData("return (Px, Py)", "return (Py, Px)", "[Gradient against Vjp]")]
    [InlineData("value[i] = SeedValueAndGradient(", "value[i] = 1 + SeedValueAndGradient(", "[ValueAndGradientBatch of 1]")]
    [InlineData("value[i] = Seed(", "value[i] = i == 8 ? 0 : Seed(", "[Batch of 9]")]
    [InlineData("double xBar = resultBar;", "double[] bars = new double[] { resultBar }; Escaped = bars; double xBar = bars[0];", "managed bytes")]
    [InlineData("/* overwrite */ dz.Clear();", "", "[Vjp]")]
    [InlineData("yBar[i] = z[i] * bar;", "yBar[i] = bar;", "[Vjp]")]
    [InlineData("s = total;", "s = total; index[0] = 2 - index[0];",
        "'index' is an input and was written")]
    [InlineData("float WeightedGradient(", "double WeightedGradient(", "expected\n      float WeightedGradient(float x, float h)")]
    [InlineData("dy = xBar * (x * x", "dy = xBar * (x", "[GradCheck]")]
    [InlineData("public static double SeedVjp", "internal static double SeedVjp", "the method itself Public")]
    [InlineData("int unused = 0; _ = unused;", "int unused;", "CS0168")]
    [InlineData("return 2 * x * h;", "return 2 * x;", "[Gradient against Vjp]")]
    [InlineData("ReadOnlySpan<double> entries = [1, y[i], z[i]];", "ReadOnlySpan<double> entries = [1, z[i], y[i]];", "[Jacobian against Vjp]")]
    [InlineData("jacobian[0] = x > 0 ? 2 : 0;", "", "[Jacobian against Vjp]")]
    [InlineData("xHvp = 2 * y * xDot + ", "xHvp = ", "[Hvp against Hessian]")]
    [InlineData("hessian[2] = hessian[1];", "hessian[2] = 0;", "is not symmetric")]
    [InlineData("hessian[3] = 2 - 2 * x;", "hessian[3] = 2 + 2 * x;", "[Hessian against differences of the gradient]")]
    [InlineData("hessian[3] = 2 - 2 * x;", "hessian[3] = 2 + 2 * x;", "[GradCheck]")]
    public void WrongDerivativesAreFound(string right, string wrong, string symptom)
    {
        var mutant = HandWritten.Derivatives.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(HandWritten.Derivatives, mutant);
        Verdict.Contains(symptom, Failures(mutant));
    }

    [Fact]
    public void AKinkNeedsItsMark()
    {
        var text = HandWritten.Program.Text.Replace("// kink 0, 1", "", StringComparison.Ordinal);
        var failures = CorpusChecks.Failures(HandWritten.Program with { Text = text }, new TextGenerator(HandWritten.Derivatives));
        Verdict.Contains("Model.Clip at Sample.cs(", failures);
    }

    [Fact]
    public void AMethodWithoutDirectivesIsReported()
    {
        var text = HandWritten.Program.Text.Replace("// check: 1.5f, 2", "", StringComparison.Ordinal);
        var failures = CorpusChecks.Failures(HandWritten.Program with { Text = text }, new TextGenerator(HandWritten.Derivatives));
        Verdict.Contains("Model.Weighted has no '// check:' directive.", failures);
    }

    private static IReadOnlyList<string> Failures(string derivatives)
        => CorpusChecks.Failures(HandWritten.Program, new TextGenerator(derivatives));
}
