using Xunit;

namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>A number that may be missing is a constant, whether it is there or not.</summary>
public class MissingArgumentTests
{
    private const string Source = """
        public static double F(double x, double? scale) => x * x * (scale ?? 2);

        public static double FVjp(double x, double? scale, double resultBar, out double dx)
        {
            dx = 2 * x * (scale ?? 2) * resultBar;
            return F(x, scale);
        }
        """;

    [Fact]
    public void It_has_no_derivative()
    {
        Type[] types = CompiledFamilies.Compile(Source, Source.Replace("dx = 2", "dx = 3"));
        foreach (double? scale in new double?[] { 0.75, null })
        {
            GradCheck.Method(types[0], "F", 1.25, scale!).ThrowIfFailed();
            Assert.False(GradCheck.Method(types[1], "F", 1.25, scale!).Passed);
        }
    }
}
