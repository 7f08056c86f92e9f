using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Families;
using StaticAd.Generator.Ir;
using RuleSet = StaticAd.Generator.Ir.RuleSet;

namespace StaticAd.Generator.Frontend;

/// <summary>All rules for one method.</summary>
internal sealed record RuleEntry(RuleSet Set, IReadOnlyList<DiagnosticInfo> Faults)
{
    /// <summary>Whether the passes can use rules for a method of this signature.</summary>
    public static bool CanServe(Signature signature) => !signature.Parameters.Any(parameter =>
        parameter.IsActive && (parameter.Type is BufferType || parameter.Passing == Passing.Ref));
}

/// <summary>The rules that a compilation declares with <c>[DerivativeOf]</c>, by the method they belong to.</summary>
internal sealed class RuleIndex
{
    private static readonly ConditionalWeakTable<Compilation, RuleIndex> Indices = new();
    private static readonly ConditionalWeakTable<SyntaxTree, object> Mentions = new();

    private readonly Dictionary<IMethodSymbol, RuleEntry> _entries;

    private RuleIndex(IEnumerable<Rule> rules) => _entries = rules
        .Where(rule => rule.Target is not null)
        .GroupBy(rule => rule.Target!, SymbolEqualityComparer.Default)
        .ToDictionary(group => (IMethodSymbol)group.Key!, group => Entry([.. group]), (IEqualityComparer<IMethodSymbol>)SymbolEqualityComparer.Default);

    public static RuleIndex Of(Compilation compilation, CancellationToken cancellation)
    {
        if (!Indices.TryGetValue(compilation, out RuleIndex index))
        {
            index = new RuleIndex(Scan(compilation, cancellation));
            Indices.GetValue(compilation, _ => index);
        }

        return index;
    }

    public RuleEntry? Find(IMethodSymbol method) => _entries.TryGetValue(method, out RuleEntry entry) ? entry : null;

    /// <summary>What is wrong with the rules that a method declares, those of its siblings included.</summary>
    public IEnumerable<DiagnosticInfo> Check(IMethodSymbol rule) =>
        from declared in Rule.DeclaredBy(rule)
        from fault in declared.Faults.Count > 0 || declared.Target is null ? declared.Faults : SiblingFaults(declared)
        select fault;

    private IEnumerable<DiagnosticInfo> SiblingFaults(Rule rule)
    {
        return _entries.TryGetValue(rule.Target!, out RuleEntry entry) ? entry.Faults.Where(fault => fault.Location == rule.At) : [];
    }

    private static RuleEntry Entry(Rule[] rules)
    {
        string? Text(FamilyMember mode) => rules.FirstOrDefault(rule => rule.Mode == mode) is { } rule ? CSharpNames.FullName(rule.Method) : null;

        var set = new RuleSet(Text(FamilyMember.Jvp), Text(FamilyMember.Vjp), Text(FamilyMember.Forward), Text(FamilyMember.Backward));
        return new RuleEntry(set, [.. rules.SelectMany(rule => rule.Faults), .. Duplicates(rules), .. Unpaired(rules)]);
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

    private static IEnumerable<Rule> Scan(Compilation compilation, CancellationToken cancellation)
    {
        SyntaxTree[] trees = [.. compilation.SyntaxTrees.Where(tree => !GeneratedNames.IsGenerated(tree))];
        SyntaxTree[] mentioning = [.. trees.Where(tree => MentionsRules(tree, cancellation))];
        bool isAliased = mentioning.Any(tree => tree.GetText(cancellation).ToString().Contains("global using"));
        foreach (SyntaxTree tree in isAliased ? trees : mentioning)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (MethodDeclarationSyntax method in tree.GetRoot(cancellation).DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                if (method.AttributeLists.Count > 0 && model.GetDeclaredSymbol(method, cancellation) is IMethodSymbol symbol)
                {
                    foreach (Rule rule in Rule.DeclaredBy(symbol))
                    {
                        yield return rule;
                    }
                }
            }
        }
    }

    private static bool MentionsRules(SyntaxTree tree, CancellationToken cancellation) =>
        (bool)Mentions.GetValue(tree, key => key.GetText(cancellation).ToString().Contains("DerivativeOf"));
}
