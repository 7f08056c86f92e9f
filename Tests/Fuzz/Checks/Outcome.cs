using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Checks;

internal enum Fate
{
    /// <summary>All derivatives agree with the truth.</summary>
    Passed,

    /// <summary>The analyzer says why there is no derivative.</summary>
    Refused,

    /// <summary>Numbers grow beyond what can be compared.</summary>
    Wild,

    /// <summary>The fuzzer's own fault: the program does not compile, or throws.</summary>
    Invalid,

    /// <summary>A fault in what was generated.</summary>
    Failed,
}

/// <summary>What has become of a program.</summary>
/// <param name="Words">What went wrong, or the errors for which it was refused.</param>
internal sealed record Outcome(FuzzProgram Program, Fate Fate, IReadOnlyList<string> Words)
{
    /// <summary>How many results' derivatives were held against finite differences too.</summary>
    public int Differences { get; init; }
}
