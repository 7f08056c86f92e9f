using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Something in a body that is differentiated, but perhaps not as meant; whether it matters is known when it is known which values are
/// active.
/// </summary>
/// <param name="Subjects">It matters only if one of them depends on an active input; empty if it always does.</param>
/// <param name="Result">It matters only if an active result depends on this number; null if it always does.</param>
internal sealed record Remark(DiagnosticInfo Diagnostic, EquatableArray<Value> Subjects, Value? Result)
{
    /// <summary>It matters only if this number can be exactly zero, and nobody has thought of that; null if it always does.</summary>
    public Value? Edge { get; init; }

    /// <summary>It does not matter if this number is never negative: a test whether it is zero guards an edge.</summary>
    public Value? Guarded { get; init; }

    /// <summary>It matters only if the derivatives remember one of the values that the loop with these makes; null if it always does.</summary>
    public EquatableArray<Value>? Loop { get; init; }
}
