using Xunit;
using static StaticAd.Tests.Runtime.GradChecks.MatrixExample;

namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>A published derivative with five mistakes: of the 32 ways to correct some of them, only the one that corrects all is right.</summary>
public class MatrixExampleTests
{
    private static readonly Corrections[] s_subsets = [.. Enumerable.Range(0, 32).Select(static subset => (Corrections)subset)];

    [Theory]
    [InlineData(1, 2, false)]
    [InlineData(2, 3, false)]
    [InlineData(2, 3, true)]
    public void Only_all_five_corrections_together_pass(int batch, int size, bool fast)
    {
        var example = new MatrixExample(batch, size);
        for (int seed = 0; seed < 5; seed++)
        {
            double[] point = example.Point(seed);
            var options = new GradCheckOptions { Fast = fast, Seed = seed };
            Corrections[] passed = [.. s_subsets.Where(subset => GradCheck.Function(
                example.Value, (x, yBar, dx) => example.Vjp(subset, x, yBar, dx), point, batch * size * size, options).Passed)];
            Assert.Equal([Corrections.All], passed);
        }
    }

    [Fact]
    public void Only_all_five_together_give_the_gradient_of_the_length()
    {
        var example = new MatrixExample(2, 3);
        double[] point = example.Point(11);
        Corrections[] passed = [.. s_subsets.Where(subset => GradCheck.Function(
            example.Loss, (x, dx) => example.LossGradient(subset, x, dx), point).Passed)];
        Assert.Equal([Corrections.All], passed);
    }

    [Fact]
    public void The_report_names_an_entry_that_is_wrong()
    {
        var example = new MatrixExample(1, 2);
        GradCheckReport report = GradCheck.Function(
            example.Value, (x, yBar, dx) => example.Vjp(Corrections.All & ~Corrections.TraceInB, x, yBar, dx), example.Point(0), 4);
        Assert.False(report.Passed);
        Assert.InRange(report.Worst!.InputIndex!.Value, 4, 7);
        Assert.Equal("x", report.Worst.Input);
        Assert.Throws<InvalidOperationException>(report.ThrowIfFailed);
    }
}
