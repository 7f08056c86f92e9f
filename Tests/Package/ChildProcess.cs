using System.Diagnostics;

namespace StaticAd.Tests.Package;

/// <summary>Runs a command to its end and keeps what it said.</summary>
internal sealed record ChildProcess(int ExitCode, string Output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static ChildProcess Dotnet(string directory, params IReadOnlyList<string> arguments)
        => Run("dotnet", directory, arguments, new Dictionary<string, string>());

    public static ChildProcess Run(
        string file, string directory, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, TimeSpan? limit = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Isolate(start);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit ?? Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{file} {string.Join(' ', arguments)}' was not finished after {(limit ?? Limit).TotalMinutes} minutes.");
        }

        return new ChildProcess(process.ExitCode, output.Result + errors.Result);
    }

    /// <summary>A build inside must not take over the settings of the build or test run around it, nor leave servers behind.</summary>
    private static void Isolate(ProcessStartInfo start)
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>())
        {
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("DOTNET_CLI_TEST", StringComparison.OrdinalIgnoreCase))
            {
                start.Environment.Remove(name);
            }
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
    }
}
