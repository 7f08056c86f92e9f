using System.Reflection;

namespace StaticAd.Tests.Harness;

/// <summary>The source tree these tests were built from; corpus files are read there, so an edit needs no rebuild.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string Tests => Path.Combine(Root, "Tests");

    public static string Corpus(string kind) => Path.Combine(Tests, "Corpus", kind);
}
