using System.Globalization;
using System.Text.RegularExpressions;
using StaticAd.Tests.Mutation.Checks;
using StaticAd.Tests.Mutation.Mutants;

namespace StaticAd.Tests.Mutation;

/// <summary>The tests that look at more than the corpus and the fuzzer do, with one mutant active from the start.</summary>
internal static partial class Suite
{
    private static readonly string[] Tests =
    [
        "StaticAd.Tests.Rules.*", "StaticAd.Tests.Golden.*", "StaticAd.Tests.Emit.*", "StaticAd.Tests.Special.*", "StaticAd.Tests.Checkpoints.*",
        "*.AliasedArgumentTests", "*.ClosedFormTests", "*.ExceptionTests", "*.FieldArrayTests", "*.GridArgumentTests", "*.JaggedArgumentTests",
        "*.LeftOutTests", "*.NullObjectTests", "*.RecursiveExceptionTests", "*.TapeSizeTests", "*.SnapshotTests", "*.DiagnosticTests",
        "*.BufferTests", "*.NumberTests", "*.SweepTests", "*.NestedTapeTests", "*.LeakTests",
    ];

    public static Verdict Try(MutationFolder folder, Verdict before)
    {
        var child = WorkerProcess.Run(
            folder,
            [.. Tests.SelectMany(name => new[] { "--filter-class", name }), "--filter-not-trait", "Needs=OwnProcess", "--stop-on-fail", "on"],
            new Dictionary<string, string> { [MutantSwitch.Variable] = before.Mutant.ToString(CultureInfo.InvariantCulture) });
        string[] failed = [.. FailedTest().Matches(child.Output).Select(match => match.Groups[1].Value)];
        return child.ExitCode == 0
            ? before with { IsFinal = true }
            : before with { Fate = MutantFate.Killed, By = failed.Length > 0 ? failed[0] : child.Output, IsFinal = true };
    }

    [GeneratedRegex(@"^failed (.+?)(?: \(\d.*)?$", RegexOptions.Multiline)]
    private static partial Regex FailedTest();
}
