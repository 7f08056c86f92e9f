using StaticAd.Samples;
using Xunit;

namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>What the generator has written into an assembly, all at once.</summary>
public class GeneratedAssemblyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_samples_are_right_at_arguments_that_are_made_up(bool fast)
    {
        GradCheckAssemblyReport report = GradCheck.Assembly(
            typeof(CustomRules).Assembly, new GradCheckAssemblyOptions { Points = 3, Check = new GradCheckOptions { Fast = fast } });
        report.ThrowIfFailed();
        Assert.Contains(report.Reports, static checkedMethod => checkedMethod.Subject == "CustomRules.Multiply");
        Assert.True(report.Reports.Count > 20, report.ToString());
    }
}
