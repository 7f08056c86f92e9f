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
        foreach (MethodDeclarationSyntax method in AttributeMentions.DerivativeOf.Methods(compilation, cancellation))
        {
            Add(method);
        }
    }

    /// <summary>The rules for methods of a name, and any whose text does not tell what they are for.</summary>
    public IEnumerable<Rule> Naming(string target) =>
        (_byName.TryGetValue(target, out List<MethodDeclarationSyntax> named) ? named : []).Concat(_withoutName).Distinct().SelectMany(Read);

    public IEnumerable<Rule> All() => _byName.Values.SelectMany(static methods => methods).Concat(_withoutName).Distinct().SelectMany(Read);

    /// <summary>The rules that a method states, sound or not.</summary>
    public IEnumerable<Rule> ReadBy(IMethodSymbol rule) => Rule.DeclaredBy(rule, _compilation);

    private void Add(MethodDeclarationSyntax method)
    {
        foreach (string? target in TargetsOf(method).Distinct())
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
            _read.Add(method, rules = [.. ReadBy(symbol)]);
        }

        return rules;
    }

    /// <summary>The names of the methods that a rule's attributes say it is for; null where the text does not tell.</summary>
    private static IEnumerable<string?> TargetsOf(MethodDeclarationSyntax method) => method.AttributeLists
        .SelectMany(list => list.Attributes)
        .Where(attribute => attribute.ArgumentList is { Arguments.Count: > 1 })
        .Select(attribute => attribute.ArgumentList!.Arguments[1] is { NameEquals: null, NameColon: null } second ? NameIn(second.Expression) : null);

    private static string? NameIn(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [var named] } => LastName(named.Expression),
        _ => null,
    };

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
