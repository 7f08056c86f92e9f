using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Families;
using StaticAd.Generator.Ir;
using RuleSet = StaticAd.Generator.Ir.RuleSet;

namespace StaticAd.Generator.Frontend;

/// <summary>All rules for one method.</summary>
/// <param name="Methods">The rules' methods, which generated code calls.</param>
/// <param name="IsOwn">Whether the compilation itself declares them.</param>
internal sealed record RuleEntry(RuleSet Set, IReadOnlyList<IMethodSymbol> Methods, IReadOnlyList<DiagnosticInfo> Faults, bool IsOwn);

/// <summary>
/// The rules that a compilation sees, by the method they belong to: those it declares with <c>[DerivativeOf]</c>, and for other
/// methods those of its references.
/// </summary>
internal sealed class RuleIndex
{
    private static readonly ConditionalWeakTable<Compilation, RuleIndex> Indices = new();

    private readonly Dictionary<IMethodSymbol, RuleEntry> _entries = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly OwnRules _own;
    private readonly object _lock = new();

    private RuleIndex(OwnRules own, IEnumerable<Rule> referenced)
    {
        _own = own;
        foreach (IGrouping<ISymbol?, Rule> rules in ByTarget(referenced))
        {
            // Those of one assembly fit each other.
            IAssemblySymbol first = rules.First().Method.ContainingAssembly;
            _entries.Add((IMethodSymbol)rules.Key!, Entry([.. rules.Where(rule => SymbolEqualityComparer.Default.Equals(rule.Method.ContainingAssembly, first))], isOwn: false));
        }
    }

    private static IEnumerable<IGrouping<ISymbol?, Rule>> ByTarget(IEnumerable<Rule> rules) => rules
        .Where(rule => rule.Target is not null)
        .GroupBy(rule => (ISymbol?)rule.Target, SymbolEqualityComparer.Default);

    public static RuleIndex Of(Compilation compilation, CancellationToken cancellation)
    {
        if (Indices.TryGetValue(compilation, out RuleIndex known))
        {
            return known;
        }

        var index = new RuleIndex(new OwnRules(compilation, cancellation), ReferencedRules.In(compilation, cancellation));
        return Indices.GetValue(compilation, _ => index);
    }

    public RuleEntry? Find(IMethodSymbol method)
    {
        IMethodSymbol target = TypeArguments.Resolve(method);
        lock (_lock)
        {
            ReadThoseFor(target.Name);
            return _entries.TryGetValue(target, out RuleEntry entry) ? entry : null;
        }
    }

    /// <summary>The rule with a key; null if there is none.</summary>
    public IMethodSymbol? Named(string key)
    {
        lock (_lock)
        {
            foreach (Rule rule in _own.All())
            {
                ReadThoseFor(rule.Target?.Name ?? "");
            }

            return _entries.Values.SelectMany(entry => entry.Methods).FirstOrDefault(method => CSharpNames.Key(method) == key);
        }
    }

    private void ReadThoseFor(string target)
    {
        if (!_read.Add(target))
        {
            return;
        }

        foreach (IGrouping<ISymbol?, Rule> rules in ByTarget(_own.Naming(target)).Where(rules => rules.Key!.Name == target))
        {
            _entries[(IMethodSymbol)rules.Key!] = Entry([.. rules], isOwn: true);
        }
    }

    /// <summary>What is wrong with the rules that a method declares, those of its siblings included.</summary>
    public IEnumerable<DiagnosticInfo> Check(IMethodSymbol rule) =>
        from declared in _own.ReadBy(rule)
        from fault in declared.Faults.Count > 0 || declared.Target is null ? declared.Faults : SiblingFaults(declared)
        select fault;

    private IEnumerable<DiagnosticInfo> SiblingFaults(Rule rule) => Find(rule.Target!)?.Faults.Where(fault => fault.Location == rule.At) ?? [];

    private static RuleEntry Entry(Rule[] rules, bool isOwn)
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
