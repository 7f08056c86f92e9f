using Xunit;

namespace StaticAd.Tests.Harness;

/// <summary>Assertions over lists of failures that print them whole.</summary>
internal static class Verdict
{
    public static void None(IReadOnlyCollection<string> failures)
    {
        if (failures.Count > 0)
        {
            Assert.Fail($"{failures.Count} failures:\n  {string.Join("\n  ", failures)}");
        }
    }

    public static void Contains(string symptom, IReadOnlyCollection<string> failures)
    {
        if (!failures.Any(failure => failure.Contains(symptom, StringComparison.Ordinal)))
        {
            Assert.Fail($"Nothing says '{symptom}' in:\n  {string.Join("\n  ", failures)}");
        }
    }
}
