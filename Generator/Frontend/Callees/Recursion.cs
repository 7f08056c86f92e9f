using Microsoft.CodeAnalysis;
using StaticAd.Generator.Families;
using StaticAd.Generator.Ir;
using RuleSet = StaticAd.Generator.Ir.RuleSet;

namespace StaticAd.Generator.Frontend;

/// <summary>The methods that call themselves while one marked method is translated, and how the methods that stand for them are called.</summary>
internal sealed class Recursion
{
    private readonly HashSet<ISymbol> _methods = new(SymbolEqualityComparer.Default);

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
    /// <param name="family">The stem of the names, which no overload of the marked method has.</param>
    /// <param name="apart">The keys of methods that are no recursion, but too large to be put in place.</param>
    public static IEnumerable<Method> Named(IReadOnlyList<Method> methods, IMethodSymbol marked, string family, HashSet<string> apart)
    {
        var taken = new HashSet<string>(marked.ContainingType.GetMembers().Where(member => !GeneratedNames.IsGenerated(member)).Select(member => member.Name), StringComparer.Ordinal);
        string root = CSharpNames.Key(marked), stem = family + "Recursion";
        bool mayThrow = NestedMember.MayThrow(methods);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Method method in methods)
        {
            if (!ReferenceEquals(method.Rules, LevelSignature.Unnamed))
            {
                yield return method;
                continue;
            }

            // What a level's derivative is called follows from what the level is called.
            string name = LevelSignature.Split(method.Key) is { } split && names.TryGetValue(split.Method, out string level)
                ? level + split.Suffix
                : Free(method.Key == root ? stem : (apart.Contains(method.Key) ? family + "Helper" : stem + "Of") + method.Text.Substring(method.Text.LastIndexOf('.') + 1).TrimStart('@'), taken);
            names.Add(method.Key, name);
            yield return LevelSignature.Of(method, name, mayThrow);
        }
    }

    private static string Free(string name, HashSet<string> taken)
    {
        string free = name;
        string[] suffixes = ["", nameof(RuleSet.Jvp), nameof(RuleSet.Vjp), nameof(RuleSet.Forward), nameof(RuleSet.Backward), nameof(RuleSet.Pullback)];
        for (int i = 2; suffixes.Any(first => suffixes.Any(second => taken.Contains(free + first + second))); i++)
        {
            free = name + i;
        }

        taken.Add(free);
        return free;
    }
}
