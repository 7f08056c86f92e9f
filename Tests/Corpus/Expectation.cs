using System.Text.RegularExpressions;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Corpus;

/// <summary>
/// A diagnostic that a program expects: <c>// expect: SAD0007</c> at the end of the offending line; <c>// expect: error</c>
/// for any of ours that prevents a derivative.
/// </summary>
internal sealed partial record Expectation(int Line, string Id)
{
    public const string AnyError = "error";

    public static IReadOnlyList<Expectation> In(CorpusFile file)
        => [.. file.Text.Split('\n').Index()
            .SelectMany(line => Directive().Matches(line.Item), (line, match) => new Expectation(line.Index + 1, match.Groups["id"].Value))];

    public override string ToString() => $"line {Line}: {Id}";

    [GeneratedRegex(@"//\s*expect:\s*(?<id>\w+)\s*$")]
    private static partial Regex Directive();
}
