using StaticAd.Tests.Package;
using Xunit;

namespace StaticAd.Tests.Misuse;

/// <summary>
/// The calls of this folder, and the tests of the memory that they use, once more, in a process whose allocator fills what it hands out and what it
/// takes back with garbage, and checks what lies around it.
/// </summary>
[Trait("Needs", "OwnProcess")]
[Collection(OwnProcess.Name)]
public class AllocatorTests
{
    private const string Child = "STATICAD_CHECKED_ALLOCATOR";
    private const string Checker = "libc_malloc_debug.so.0";

    private static readonly string[] Filters = ["*Misuse.BufferTests", "*Misuse.SweepTests", "*Misuse.NumberTests", "*Memory.ArenaTests", "*Memory.TapeTests", "*Memory.TapeStackTests", "*LogSumExpTests"];

    [Fact]
    public void TheAllocatorFindsNothing()
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable(Child) is not null)
        {
            return;
        }

        var child = ChildProcess.Run(
            "dotnet",
            AppContext.BaseDirectory,
            ["exec", typeof(AllocatorTests).Assembly.Location, .. Filters.SelectMany(filter => new[] { "--filter-class", filter }), "--no-progress"],
            Variables(Checked()));
        Assert.True(child.ExitCode == 0, child.Output);
    }

    private static Dictionary<string, string> Variables(bool isChecked)
    {
        var variables = new Dictionary<string, string> { [Child] = "1", ["MALLOC_PERTURB_"] = "165" };
        if (isChecked)
        {
            variables["LD_PRELOAD"] = Checker;
            variables["MALLOC_CHECK_"] = "3";
        }

        return variables;
    }

    /// <summary>Since version 2.34 of the C library the checks are a library of their own, which need not be there.</summary>
    private static bool Checked() => Directory.EnumerateDirectories("/usr/lib", "*-linux-gnu").Append("/lib64").Any(folder => File.Exists(Path.Combine(folder, Checker)));
}
