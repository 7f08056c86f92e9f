using System.Globalization;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text.RegularExpressions;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Package;

/// <summary>Everything that computes runs again in processes that have less of the processor.</summary>
[Trait("Needs", "OwnProcess")]
[Collection(OwnProcess.Name)]
public class HardwareTests(LessHardware runs) : IClassFixture<LessHardware>
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void TestsPassWithout(string setting)
    {
        (ChildProcess run, string vectors) = runs.Without(setting);
        Assert.True(run.ExitCode == 0, $"With {setting}=0:\n{run.Output}");
        Assert.Equal(HardwareSettingTests.Widest(setting), vectors);
        var succeeded = Regex.Match(run.Output, @"succeeded: (\d+)");
        Assert.True(succeeded.Success && int.Parse(succeeded.Groups[1].Value, CultureInfo.InvariantCulture) > CorpusFile.Names(CorpusFile.Accept).Count(), run.Output);
    }
}

/// <summary>The test runs with less of the processor, as many at a time as there are processors: each alone leaves some of them idle.</summary>
public sealed class LessHardware
{
    private static readonly string[] Settings = ["DOTNET_EnableAVX512", "DOTNET_EnableAVX2", "DOTNET_EnableHWIntrinsic"];

    private readonly Lazy<IReadOnlyDictionary<string, (ChildProcess, string)>> _runs = new(static () => Settings
        .AsParallel().WithExecutionMode(ParallelExecutionMode.ForceParallelism)
        .Select(static setting => (Setting: setting, Outcome: Run(setting)))
        .ToDictionary(static run => run.Setting, static run => run.Outcome));

    /// <summary>A run without what a setting names, and the widest vectors that it had.</summary>
    internal (ChildProcess Run, string Vectors) Without(string setting) => _runs.Value[setting];

    private static (ChildProcess, string) Run(string setting)
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
        var report = HardwareSettingTests.Report(images.Directory);
        return (run, File.Exists(report) ? File.ReadAllText(report) : "unknown");
    }
}

/// <summary>The settings that the child processes are given take effect, or their runs would prove nothing.</summary>
public class HardwareSettingTests
{
    /// <summary>The widest vectors that a process may use with the setting off, on this processor.</summary>
    public static string Widest(string setting) => setting switch
    {
        "DOTNET_EnableHWIntrinsic" => "none",
        "DOTNET_EnableAVX2" => Name(Math.Min(Widest(), 128)),
        _ => Name(Math.Min(Widest(), 256)),
    };

    /// <summary>Where a child process says which vectors it had.</summary>
    public static string Report(string directory) => Path.Combine(directory, "vectors.txt");

    [Fact]
    public void DisabledHardwareIsNotUsed()
    {
        Assert.False(Disabled("DOTNET_EnableAVX512") && (Avx512F.IsSupported || Vector512.IsHardwareAccelerated));
        Assert.False(Disabled("DOTNET_EnableAVX2") && (Avx2.IsSupported || Vector256.IsHardwareAccelerated));
        Assert.False(Disabled("DOTNET_EnableHWIntrinsic") && Vector128.IsHardwareAccelerated);
        if (Environment.GetEnvironmentVariable(CorpusImages.Variable) is { } directory)
        {
            File.WriteAllText(Report(directory), Name(Widest()));
        }
    }

    private static int Widest() => Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 0;

    private static string Name(int bits) => bits == 0 ? "none" : bits.ToString(CultureInfo.InvariantCulture);

    private static bool Disabled(string setting) => Environment.GetEnvironmentVariable(setting) == "0";
}
