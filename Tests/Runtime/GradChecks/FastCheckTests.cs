using Xunit;

namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>Random projections in place of whole Jacobians.</summary>
public class FastCheckTests
{
    private static readonly GradCheckOptions s_fast = new() { Fast = true };

    [Fact]
    public void Few_calls_suffice_for_many_elements()
    {
        int calls = 0;
        double Function(ReadOnlySpan<double> x)
        {
            calls++;
            return Sum(x);
        }

        GradCheck.Function(Function, Gradient, Point(2000), s_fast).ThrowIfFailed();
        Assert.InRange(calls, 4, 40);
    }

    [Fact]
    public void Matrices_of_many_entries_are_left_out()
    {
        double[] a = [.. Enumerable.Range(0, 400).Select(static i => 1 + (0.5 * Math.Sin(i)))];
        GradCheckReport report = GradCheck.Method(s_fast, typeof(Linear.Operations.OperationPrograms), "Inverses", Diagonal(a), 20);
        report.ThrowIfFailed();
        Assert.Contains(report.Notes, static note => note == "InversesHessian is left out of this fast check: it has 400 x 400 entries.");
        Assert.Contains(report.Checks, static check => check.StartsWith("InversesHvp", StringComparison.Ordinal));
        Assert.Contains("InversesJacobian", string.Join(' ', report.Checks));
    }

    [Fact]
    public void What_fails_and_is_too_large_for_the_full_check_stays_as_it_is()
    {
        Type type = CompiledFamilies.Compile(CompiledFamilies.Break(FamilySources.InOut, "FVjp", "2 * e * resultLastBar", "0"))[0];
        GradCheckReport report = GradCheck.Method(s_fast, type, "F", Point(5000), 0.6, 1.1);
        Assert.False(report.Passed);
        Assert.Contains(report.Notes, static note => note.EndsWith("compares 25030008 entries; it is made without Fast.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_fails_is_named_by_the_full_check()
    {
        GradCheckReport report = GradCheck.Function(
            Sum,
            (x, dx) =>
            {
                Gradient(x, dx);
                dx[17] *= -1;
            },
            Point(40),
            s_fast);
        Assert.False(report.Passed);
        Assert.Equal(17, report.Worst!.InputIndex);
        Assert.Contains(report.Notes, static note => note.Contains("The fast check failed"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_right_family_passes_and_names_directions(int seed)
    {
        object[] point = [new[] { 0.4, -1.2, 0.9 }, 0.6, 1.1];
        GradCheckReport report = GradCheck.Method(s_fast with { Seed = seed }, CompiledFamilies.Compile(FamilySources.InOut)[0], "F", point);
        report.ThrowIfFailed();
        Assert.DoesNotContain(report.Notes, static note => note.Contains("fast check failed"));
        Assert.DoesNotContain("[", report.Worst!.Input ?? "");
    }

    [Theory]
    [InlineData("FVjp", "yBar[i] = 2", "yBar[i] += 2")]
    [InlineData("FVjp", "2 * e * resultLastBar", "0")]
    [InlineData("FJvp", "resultLastDot = 2 * e * eDot", "resultLastDot = 0")]
    [InlineData("FBackward", "dk +=", "dk =")]
    public void Mistakes_are_found(string member, string right, string wrong)
    {
        Type type = CompiledFamilies.Compile(CompiledFamilies.Break(FamilySources.InOut, member, right, wrong))[0];
        for (int seed = 0; seed < 10; seed++)
        {
            GradCheckReport report = GradCheck.Method(s_fast with { Seed = seed }, type, "F", new[] { 0.4, -1.2, 0.9 }, 0.6, 1.1);
            Assert.Contains(report.Failures, failure => failure.Contains(member));
        }
    }

    [Fact]
    public void Single_precision_has_directions_too()
    {
        Type type = CompiledFamilies.Compile(FamilySources.Single)[0];
        for (int seed = 0; seed < 10; seed++)
        {
            GradCheck.Method(s_fast with { Seed = seed }, type, "F", new[] { 0.3f, -0.8f, 0.1f }, 1.7f).ThrowIfFailed();
        }
    }

    [Fact]
    public void Kinks_in_the_way_leave_the_word_to_the_full_check()
    {
        double Function(ReadOnlySpan<double> x) => Math.Max(x[0], 0) - Math.Max(x[1], 0);
        for (int seed = 0; seed < 10; seed++)
        {
            GradCheck.Function(Function, static (x, dx) => dx.Clear(), [0.0, 0.0], s_fast with { Seed = seed }).ThrowIfFailed();
        }
    }

    private static double[] Diagonal(double[] a) => [.. a.Select(static (x, i) => i % 21 == 0 ? 10 + x : x)];

    private static double[] Point(int count) => [.. Enumerable.Range(0, count).Select(static i => Math.Sin(i))];

    private static double Sum(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Math.Sin(x[i] * (i % 3 + 1));
        }

        return sum;
    }

    private static void Gradient(ReadOnlySpan<double> x, Span<double> dx)
    {
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] = (i % 3 + 1) * Math.Cos(x[i] * (i % 3 + 1));
        }
    }
}
