using Microsoft.CodeAnalysis;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Families;
using StaticAd.Generator.Ir;
using RuleSet = StaticAd.Generator.Ir.RuleSet;

namespace StaticAd.Generator.Frontend;

/// <summary>All rules for one method.</summary>
/// <param name="Methods">The rules' methods, which generated code calls.</param>
/// <param name="IsOwn">Whether the compilation itself declares them.</param>
internal sealed record RuleEntry(RuleSet Set, IReadOnlyList<IMethodSymbol> Methods, IReadOnlyList<DiagnosticInfo> Faults, bool IsOwn)
{
    public static IEnumerable<IGrouping<IMethodSymbol, Rule>> ByTarget(IEnumerable<Rule> rules) => rules
        .Where(rule => rule.Target is not null)
        .GroupBy<Rule, IMethodSymbol>(rule => rule.Target!, SymbolEqualityComparer.Default);

    public static RuleEntry Of(Rule[] rules, bool isOwn)
    {
        RuleMethod? In(FamilyMember mode) => rules.FirstOrDefault(rule => rule.Mode == mode) is { } rule
            ? rule.Call
            : null;

        var set = new RuleSet(In(FamilyMember.Jvp), In(FamilyMember.Vjp), In(FamilyMember.Forward), In(FamilyMember.Backward));
        return new RuleEntry(set, [.. rules.Select(rule => rule.Method)], [.. rules.SelectMany(rule => rule.Faults), .. Duplicates(rules), .. Unpaired(rules)], isOwn);
    }

    private static IEnumerable<DiagnosticInfo> Duplicates(Rule[] rules) =>
        from sameMode in rules.GroupBy(rule => rule.Mode)
        let first = sameMode.First()
        from other in sameMode.Skip(1)
        select new DiagnosticInfo(
            Descriptors.RuleDuplicate.Id,
            [CSharpNames.Short(other.Target!), other.Mode.ToString(), CSharpNames.Short(first.Method)],
            other.At,
            [first.At]);

    private static IEnumerable<DiagnosticInfo> Unpaired(Rule[] rules)
    {
        Rule? forward = rules.FirstOrDefault(rule => rule.Mode == FamilyMember.Forward);
        Rule? backward = rules.FirstOrDefault(rule => rule.Mode == FamilyMember.Backward);
        if ((forward is null) != (backward is null))
        {
            Rule present = forward ?? backward!;
            string missing = forward is null ? "Forward" : "Backward";
            yield return new DiagnosticInfo(
                Descriptors.RuleUnpaired.Id, [CSharpNames.Short(present.Target!), present.Mode.ToString(), missing], present.At, []);
        }
    }
}
