namespace StaticAd.Tests.Harness;

/// <summary>One program of the corpus: a C# file with its directives in comments.</summary>
public sealed record CorpusFile(string Name, string Text)
{
    /// <summary>Programs that have derivatives.</summary>
    public const string Accept = "Accept";

    /// <summary>Programs whose marked lines are diagnosed.</summary>
    public const string Reject = "Reject";

    public static CorpusFile Read(string kind, string name)
        => new(name, File.ReadAllText(Path.Combine(Repository.Corpus(kind), name + ".cs")).ReplaceLineEndings("\n"));

    public static IEnumerable<string> Names(string kind)
        => Directory.EnumerateFiles(Repository.Corpus(kind), "*.cs")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);
}
