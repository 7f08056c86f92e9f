using StaticAd.Tests.Mutation.Checks;
using StaticAd.Tests.Package;

namespace StaticAd.Tests.Mutation;

/// <summary>The tests with the mutated generator, in a process that may not take all of the machine's memory.</summary>
internal static class WorkerProcess
{
    private const int KilobytesOfAddresses = 40_000_000;

    // A mutant that does not end has a limit of its own.
    private static readonly TimeSpan Limit = TimeSpan.FromHours(24);

    public static ChildProcess Run(MutationFolder folder, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        string[] command = ["exec", folder.TestAssembly, .. arguments, "--no-progress", "--results-directory", Path.Combine(folder.Root, "results")];
        return OperatingSystem.IsLinux()
            ? ChildProcess.Run("bash", folder.Root, ["-c", $"ulimit -v {KilobytesOfAddresses}; exec dotnet {string.Join(' ', command.Select(word => $"'{word}'"))}"], environment, Limit)
            : ChildProcess.Run("dotnet", folder.Root, command, environment, Limit);
    }
}
