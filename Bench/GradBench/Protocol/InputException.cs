namespace StaticAd.GradBench.Protocol;

/// <summary>A message that cannot be answered as asked; the text goes back to the caller.</summary>
internal sealed class InputException(string message) : Exception(message);
