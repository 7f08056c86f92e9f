using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Package;

/// <summary>Everything that computes runs again in processes that have less of the processor.</summary>
[Trait("Needs", "OwnProcess")]
[Collection(OwnProcess.Name)]
public class HardwareTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void TestsPassWithout(string setting)
    {
        using var images = CorpusImages.Export();
        var results = Path.Combine(images.Directory, "results");
        var run = ChildProcess.Run("dotnet", Repository.Root,
            [
                "exec", typeof(HardwareTests).Assembly.Location,
                "--filter-not-trait", "Needs=CompilerOnly", "Needs=OwnProcess",
                "--no-progress", "--results-directory", results,
            ],
            new Dictionary<string, string> { [setting] = "0", [CorpusImages.Variable] = images.Directory });
        Assert.True(run.ExitCode == 0, $"With {setting}=0:\n{run.Output}");
        Assert.Matches(@"succeeded: [1-9]\d*", run.Output);
    }
}

/// <summary>The settings that the child processes are given take effect, or their runs would prove nothing.</summary>
public class HardwareSettingTests
{
    [Fact]
    public void DisabledHardwareIsNotUsed()
    {
        Assert.False(Disabled("DOTNET_EnableAVX512") && Avx512F.IsSupported);
        Assert.False(Disabled("DOTNET_EnableAVX2") && Avx2.IsSupported);
        Assert.False(Disabled("DOTNET_EnableHWIntrinsic") && Vector128.IsHardwareAccelerated);
    }

    private static bool Disabled(string setting) => Environment.GetEnvironmentVariable(setting) == "0";
}
