using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// The rules in a compilation's own source, by the name of the method that they are for. Only those that name it are bound: most edits ask
/// for the rules of a few methods.
/// </summary>
internal sealed class OwnRules
{
    private readonly Compilation _compilation;
    private readonly Dictionary<string, List<MethodDeclarationSyntax>> _byName = new(StringComparer.Ordinal);
    private readonly List<MethodDeclarationSyntax> _withoutName = [];
    private readonly Dictionary<MethodDeclarationSyntax, Rule[]> _read = [];

    public OwnRules(Compilation compilation, CancellationToken cancellation)
    {
        _compilation = compilation;
        SyntaxTree[] trees = [.. compilation.SyntaxTrees.Where(tree => !GeneratedNames.IsGenerated(tree))];
        RuleMentions[] mentions = [.. trees.Select(tree => RuleMentions.In(tree, cancellation))];
        bool isAliased = mentions.Any(mention => mention.HasGlobalUsings);
        for (int i = 0; i < trees.Length; i++)
        {
            foreach (MethodDeclarationSyntax method in isAliased ? RuleMentions.MethodsWithAttributes(trees[i], cancellation) : mentions[i].Methods)
            {
                Add(method);
            }
        }
    }

    /// <summary>The rules for methods of a name, and any whose text does not tell what they are for.</summary>
    public IEnumerable<Rule> Naming(string target) =>
        (_byName.TryGetValue(target, out List<MethodDeclarationSyntax> named) ? named : []).Concat(_withoutName).Distinct().SelectMany(Read);

    public IEnumerable<Rule> All() => _byName.Values.SelectMany(static methods => methods).Concat(_withoutName).Distinct().SelectMany(Read);

    private void Add(MethodDeclarationSyntax method)
    {
        foreach (string? target in RuleMentions.TargetsOf(method).Distinct())
        {
            if (target is null)
            {
                _withoutName.Add(method);
            }
            else if (_byName.TryGetValue(target, out List<MethodDeclarationSyntax> methods))
            {
                methods.Add(method);
            }
            else
            {
                _byName.Add(target, [method]);
            }
        }
    }

    private Rule[] Read(MethodDeclarationSyntax method)
    {
        if (!_read.TryGetValue(method, out Rule[] rules))
        {
            // Asked for by whoever comes first, and kept for all: nobody may cancel it.
            var symbol = (IMethodSymbol)_compilation.GetSemanticModel(method.SyntaxTree).GetDeclaredSymbol(method, CancellationToken.None)!;
            _read.Add(method, rules = [.. Rule.DeclaredBy(symbol)]);
        }

        return rules;
    }
}
