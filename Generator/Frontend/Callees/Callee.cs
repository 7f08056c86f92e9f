using Microsoft.CodeAnalysis;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;
using RuleSet = StaticAd.Generator.Ir.RuleSet;

namespace StaticAd.Generator.Frontend;

/// <summary>A called method, or why it cannot be differentiated.</summary>
/// <param name="Missing">Why there is nothing to differentiate.</param>
/// <param name="NotNested">For a generated derivative, why it cannot be differentiated again.</param>
/// <param name="Hidden">What generated code would have to call and may not.</param>
internal sealed record Callee(
    Method? Method,
    IReadOnlyList<DiagnosticInfo> Faults,
    string? Missing = null,
    bool HasCompileErrors = false,
    string? Hidden = null,
    string? NotNested = null)
{
    public static Method Of(IMethodSymbol method, Signature signature, Block? body, RuleSet? rules) => new(
        CSharpNames.Key(method),
        CSharpNames.FullName(method),
        signature.Parameters,
        signature.Return,
        body,
        rules);
}
