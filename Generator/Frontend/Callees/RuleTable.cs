using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>The rules of referenced assemblies by the method they belong to. All versions of a project share it.</summary>
internal sealed class RuleTable
{
    public static readonly RuleTable Empty = new([]);

    private readonly Dictionary<IMethodSymbol, RuleEntry> _entries = new(SymbolEqualityComparer.Default);
    private readonly Lazy<Dictionary<string, IMethodSymbol>> _byKey;

    public RuleTable(IEnumerable<Rule> rules)
    {
        foreach (IGrouping<IMethodSymbol, Rule> ofOne in RuleEntry.ByTarget(rules))
        {
            // Those of one assembly fit each other.
            IAssemblySymbol first = ofOne.First().Method.ContainingAssembly;
            _entries.Add(ofOne.Key, RuleEntry.Of([.. ofOne.Where(rule => SymbolEqualityComparer.Default.Equals(rule.Method.ContainingAssembly, first))], isOwn: false));
        }

        _byKey = new(() => _entries.Values.SelectMany(entry => entry.Methods)
            .GroupBy(CSharpNames.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal));
    }

    public RuleEntry? Find(IMethodSymbol target) => _entries.TryGetValue(target, out RuleEntry entry) ? entry : null;

    /// <summary>The rule with a key; null if there is none.</summary>
    public IMethodSymbol? Named(string key) => _byKey.Value.TryGetValue(key, out IMethodSymbol method) ? method : null;
}
