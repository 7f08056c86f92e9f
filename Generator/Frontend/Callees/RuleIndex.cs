using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// The rules that a compilation sees, by the method they belong to: those it declares with <c>[DerivativeOf]</c>, and for other
/// methods those of its references.
/// </summary>
internal sealed class RuleIndex
{
    private static readonly ConditionalWeakTable<Compilation, RuleIndex> Indices = new();

    private readonly Dictionary<IMethodSymbol, RuleEntry> _ownEntries = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly OwnRules _own;
    private readonly RuleTable _referenced;
    private readonly object _lock = new();

    private RuleIndex(OwnRules own, RuleTable referenced) => (_own, _referenced) = (own, referenced);

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
            return _ownEntries.TryGetValue(target, out RuleEntry entry) ? entry : _referenced.Find(target);
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

            return _ownEntries.Values.SelectMany(entry => entry.Methods).FirstOrDefault(method => CSharpNames.Key(method) == key) ?? _referenced.Named(key);
        }
    }

    private void ReadThoseFor(string target)
    {
        if (!_read.Add(target))
        {
            return;
        }

        foreach (IGrouping<IMethodSymbol, Rule> rules in RuleEntry.ByTarget(_own.Naming(target)).Where(rules => rules.Key.Name == target))
        {
            _ownEntries[rules.Key] = RuleEntry.Of([.. rules], isOwn: true);
        }
    }

    /// <summary>What is wrong with the rules that a method declares, those of its siblings included.</summary>
    public IEnumerable<DiagnosticInfo> Check(IMethodSymbol rule) =>
        from declared in _own.ReadBy(rule)
        from fault in declared.Faults.Count > 0 || declared.Target is null ? declared.Faults : SiblingFaults(declared)
        select fault;

    private IEnumerable<DiagnosticInfo> SiblingFaults(Rule rule) => Find(rule.Target!)?.Faults.Where(fault => fault.Location == rule.At) ?? [];
}
