using Microsoft.CodeAnalysis;
using StaticAd.Generator.Families;
using StaticAd.Generator.Ir;
using RuleSet = StaticAd.Generator.Ir.RuleSet;

namespace StaticAd.Generator.Frontend;

/// <summary>The methods that call themselves while one marked method is translated, and how the methods that stand for them are called.</summary>
internal sealed class Recursion
{
    /// <summary>Stands in the keys of generated rules between that of the primal and the rule.</summary>
    private const char Mark = '~';

    private readonly HashSet<ISymbol> _methods = new(SymbolEqualityComparer.Default);

    /// <summary>Stands for the rules of a recursive method until their names are known.</summary>
    public static readonly RuleSet Unnamed = new(null, null, null, null);

    /// <summary>Calls of recursive methods, in the order in which they were translated.</summary>
    public List<SyntaxNode> Calls { get; } = [];

    public bool Contains(IMethodSymbol method) => _methods.Contains(method.PartialImplementationPart ?? method);

    /// <summary>Counts a method that is called while it is being translated.</summary>
    public void Add(IMethodSymbol method) => _methods.Add(method);

    /// <summary>Says where a method is called.</summary>
    public void Note(IMethodSymbol method, SyntaxNode call)
    {
        if (Contains(method))
        {
            Calls.Add(call);
        }
    }

    /// <summary>Gives the methods that will stand for recursive ones names that are free in the type of the marked method.</summary>
    public static IEnumerable<Method> Named(IReadOnlyList<Method> methods, IMethodSymbol marked, string family)
    {
        var taken = new HashSet<string>(marked.ContainingType.GetMembers().Where(member => !GeneratedNames.IsGenerated(member)).Select(member => member.Name), StringComparer.Ordinal);
        string root = CSharpNames.Key(marked), stem = family + Ordinal(marked, family) + "Recursion";
        bool mayThrow = methods.Any(method => method.Body is { } body && body.AllOperations().Any(operation => operation is Throw));
        foreach (Method method in methods)
        {
            yield return ReferenceEquals(method.Rules, Unnamed)
                ? LevelSignature.Of(method, Free(method.Key == root ? stem : $"{stem}Of{method.Text.Substring(method.Text.LastIndexOf('.') + 1).TrimStart('@')}", taken), Mark, mayThrow)
                : method;
        }
    }

    // Overloads share a family, and may reach the same recursive methods.
    private static string Ordinal(IMethodSymbol marked, string family)
    {
        int before = marked.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Where(other => Attributes.Find(other, Attributes.Differentiable) is { } mark && Attributes.Family(other, mark) == family)
            .TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, marked))
            .Count();
        return before == 0 ? "" : (before + 1).ToString();
    }

    private static string Free(string name, HashSet<string> taken)
    {
        string free = name;
        string[] suffixes = ["", nameof(RuleSet.Jvp), nameof(RuleSet.Forward), nameof(RuleSet.Backward), nameof(RuleSet.Pullback)];
        for (int i = 2; suffixes.Any(suffix => taken.Contains(free + suffix)); i++)
        {
            free = name + i;
        }

        taken.Add(free);
        return free;
    }
}
