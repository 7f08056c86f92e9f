using System.Collections.Concurrent;

namespace StaticAd.Tests.Harness;

/// <summary>Compiled programs, kept so that the child processes of a test run need not compile them again.</summary>
internal static class CorpusImages
{
    /// <summary>Names the directory that a child process takes compiled programs from.</summary>
    public const string Variable = "STATICAD_CORPUS_IMAGES";

    private static readonly ConcurrentDictionary<string, byte[]> Compiled = new();

    public static void Keep(string program, byte[] image) => Compiled[program] = image;

    /// <summary>The image a parent process compiled of this program.</summary>
    public static byte[]? FromParent(string program)
        => Environment.GetEnvironmentVariable(Variable) is { } directory && File.Exists(PathOf(directory, program))
            ? File.ReadAllBytes(PathOf(directory, program))
            : null;

    public static Exported Export()
    {
        var exported = new Exported(System.IO.Directory.CreateTempSubdirectory("staticad-corpus-").FullName);
        foreach (var (program, image) in Compiled)
        {
            File.WriteAllBytes(PathOf(exported.Directory, program), image);
        }

        return exported;
    }

    private static string PathOf(string directory, string program) => Path.Combine(directory, program + ".dll");

    internal sealed record Exported(string Directory) : IDisposable
    {
        public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
    }
}
