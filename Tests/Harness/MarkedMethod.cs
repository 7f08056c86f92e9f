using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Tests.Harness;

/// <summary>A method marked <c>[Differentiable]</c>, with the argument sets its directives give.</summary>
internal sealed record MarkedMethod(
    IMethodSymbol Symbol,
    MethodDeclarationSyntax Syntax,
    IReadOnlyList<ArgumentDirective> Directives)
{
    public string Family => Option("Name") as string ?? Symbol.Name;

    public bool Batch => Option("Batch") is true;

    public int Order => Option("Order") as int? ?? 1;

    public string DisplayName => $"{Symbol.ContainingType.Name}.{Symbol.Name}";

    /// <summary>Whether a class beside the method's own can call it.</summary>
    public bool IsReachable
    {
        get
        {
            for (ISymbol? symbol = Symbol; symbol is not null; symbol = symbol.ContainingType)
            {
                if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected)
                {
                    return false;
                }
            }

            return true;
        }
    }

    public bool HasBatch => IsGenerated("ValueAndGradientBatch");

    public bool HasDerivative => IsGenerated("Vjp");

    public static IEnumerable<MarkedMethod> In(Compilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var syntax in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            IMethodSymbol symbol = model.GetDeclaredSymbol(syntax)!;
            if (Mark(symbol) is not null)
            {
                yield return new MarkedMethod(symbol, syntax, [.. ArgumentDirective.Above(syntax)]);
            }
        }
    }

    // A clashing member of the user's own stands in the user's file.
    private bool IsGenerated(string suffix)
        => Symbol.ContainingType.GetMembers(Family + suffix)
            .Any(member => member.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree != Syntax.SyntaxTree));

    private static AttributeData? Mark(IMethodSymbol symbol)
        => symbol.GetAttributes().FirstOrDefault(
            attribute => attribute.AttributeClass?.ToDisplayString() == typeof(DifferentiableAttribute).FullName);

    private object? Option(string name)
        => Mark(Symbol)!.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;
}
