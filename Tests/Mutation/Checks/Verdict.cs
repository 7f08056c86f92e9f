using System.Text.Json.Serialization;

namespace StaticAd.Tests.Mutation.Checks;

[JsonConverter(typeof(JsonStringEnumConverter<MutantFate>))]
internal enum MutantFate
{
    /// <summary>A check fails.</summary>
    Killed,

    /// <summary>Something else is generated for a program, and no check fails.</summary>
    Survived,

    /// <summary>Nothing else is generated for any program.</summary>
    Unchanged,

    /// <summary>No program comes by its place.</summary>
    Unreached,
}

/// <summary>What has become of a mutant.</summary>
/// <param name="Mutant">Its number.</param>
/// <param name="Fate">Whether it was noticed.</param>
/// <param name="By">The first check that failed.</param>
/// <param name="Changed">The subjects for which something else was generated.</param>
/// <param name="Untried">How many subjects there was no time for.</param>
internal sealed record Verdict(int Mutant, MutantFate Fate, string By, IReadOnlyList<string> Changed, int Untried = 0)
{
    /// <summary>Whether the rest of the suite has been asked, too.</summary>
    public bool IsFinal { get; init; }
}
