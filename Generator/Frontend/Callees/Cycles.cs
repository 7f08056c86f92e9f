using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace StaticAd.Generator.Frontend;

/// <summary>Which methods call themselves, directly or through others, by their sources.</summary>
internal sealed class Cycles
{
    private readonly Dictionary<IMethodSymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, IMethodSymbol[]> _called = new(SymbolEqualityComparer.Default);

    public bool Contains(IMethodSymbol method, Translation translation)
    {
        if (!_known.TryGetValue(method, out bool isRecursive))
        {
            _known[method] = isRecursive = Reaches(method, method, translation, new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default));
        }

        return isRecursive;
    }

    private bool Reaches(IMethodSymbol from, IMethodSymbol method, Translation translation, HashSet<IMethodSymbol> visited) =>
        CalledBy(from, translation).Any(called => SymbolEqualityComparer.Default.Equals(called, method)
            || (visited.Add(called) && Reaches(called, method, translation, visited)));

    private IMethodSymbol[] CalledBy(IMethodSymbol method, Translation translation)
    {
        if (_called.TryGetValue(method, out IMethodSymbol[] known))
        {
            return known;
        }

        MethodDeclarationSyntax? syntax = MethodBody.Source(method, translation);
        if (syntax is not null)
        {
            translation.Callees.Add(syntax);
        }

        IOperation? body = syntax is not null && MethodBody.Home(syntax.SyntaxTree, translation) is { } home
            ? home.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, translation.Cancellation)
            : null;
        return _called[method] =
        [
            .. (body?.Descendants() ?? []).OfType<IInvocationOperation>()
                .Select(call => call.TargetMethod.OriginalDefinition)
                .Select(called => called.PartialImplementationPart ?? called)
                .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default),
        ];
    }
}
