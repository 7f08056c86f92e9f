using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;

namespace StaticAd.Generator.Families;

/// <summary>
/// The rules that a derivative may call if it is differentiated again: those that are methods with a body or rules of their own. What
/// works on a tape is not among them.
/// </summary>
internal static class RulesOfRules
{
    public static CallGraph Of(CallGraph calls)
    {
        bool mayThrow = NestedMember.MayThrow(calls.Methods);
        return calls.With(method => method switch
        {
            { IsRecursive: true } => LevelSignature.Again(method, mayThrow),
            { Body: null, Rules: { } rules } => method with { Rules = Known(rules, calls) },
            _ => method,
        });
    }

    private static RuleSet Known(RuleSet rules, CallGraph calls) => new(
        rules.Jvp is { } jvp && calls.Find(jvp.Key) is not null ? jvp : null,
        rules.Vjp is { } vjp && calls.Find(vjp.Key) is not null ? vjp : null,
        null,
        null);
}
