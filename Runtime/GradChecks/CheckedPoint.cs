namespace StaticAd.GradChecks;

/// <summary>Where a function is checked, how closely, and in which directions.</summary>
internal sealed record CheckedPoint(PrimalFunction Function, Precision Precision, Probes Probes, Random Random);
