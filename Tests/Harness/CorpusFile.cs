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

    /// <summary>The program with <c>Order = 2</c> at every marked method.</summary>
    public CorpusFile InSecondOrder()
        => new(Name, Text
            .Replace("[Differentiable(Order = 2", "[Differentiable(", StringComparison.Ordinal)
            .Replace("[Differentiable(, ", "[Differentiable(", StringComparison.Ordinal)
            .Replace("[Differentiable()]", "[Differentiable]", StringComparison.Ordinal)
            .Replace("[Differentiable(", "[Differentiable(Order = 2, ", StringComparison.Ordinal)
            .Replace("[Differentiable]", "[Differentiable(Order = 2)]", StringComparison.Ordinal));
}
