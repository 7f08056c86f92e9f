namespace StaticAd.Tests.Robustness;

/// <summary>A program as an IDE sees it while someone writes it.</summary>
/// <param name="Title">The program it was made of, and what was done to it.</param>
internal sealed record Draft(string Title, string Text);
