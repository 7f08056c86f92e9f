namespace StaticAd.Generator.Frontend;

/// <summary>How one loop may be left early, known before it is translated.</summary>
/// <param name="Broken">Set by <c>break</c>; null if there is none.</param>
/// <param name="Skipped">Set by <c>continue</c>.</param>
/// <param name="Flags">What ends the loop apart from its condition.</param>
internal sealed record LoopExits(Variable? Broken, Variable Skipped, IReadOnlyList<Variable> Flags);
