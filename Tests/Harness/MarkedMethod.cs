using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Tests.Harness;

/// <summary>
/// A method marked <c>[Differentiable]</c>, with the argument sets its directives give; of a generic method one for each type of numbers
/// that meets its constraints.
/// </summary>
internal sealed record MarkedMethod(
    IMethodSymbol Symbol,
    MethodDeclarationSyntax Syntax,
    IReadOnlyList<ArgumentDirective> Directives)
{
    public string Family => Option("Name") as string ?? Symbol.Name;

    public bool Batch => Option("Batch") is true;

    public int Order => Option("Order") as int? ?? 1;

    public string DisplayName => $"{Symbol.ContainingType.Name}.{Symbol.Name}{TypeArguments}";

    /// <summary>Of an instance of a generic method, what makes it that: <c>&lt;float&gt;</c>.</summary>
    public string TypeArguments => Symbol.IsGenericMethod ? $"<{Symbol.TypeArguments[0].ToDisplayString()}>" : "";

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

    /// <summary>Of the instances of a generic method, that for <c>Half</c> has no batches.</summary>
    public bool IsBatchable => !(Symbol.IsGenericMethod && MethodShape.HoldsHalves(Symbol.TypeArguments[0]));

    public bool HasBatch => IsGenerated("ValueAndGradientBatch");

    public bool HasDerivative => IsGenerated("Vjp");

    public static IEnumerable<MarkedMethod> In(Compilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var syntax in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            IMethodSymbol symbol = model.GetDeclaredSymbol(syntax)!;
            if (Mark(symbol) is null)
            {
                continue;
            }

            ArgumentDirective[] directives = [.. ArgumentDirective.Above(syntax)];
            var instances = Instances(symbol, compilation).ToArray();
            foreach (var instance in instances)
            {
                yield return new MarkedMethod(instance, syntax, [.. ArgumentDirective.Of(directives, instance)]);
            }

            if (instances.Length == 0)
            {
                yield return new MarkedMethod(symbol, syntax, directives);
            }
        }
    }

    private static IEnumerable<IMethodSymbol> Instances(IMethodSymbol method, Compilation compilation)
        => method.TypeParameters is not [var parameter] ? []
            : new[] { typeof(double), typeof(float), typeof(Half) }
                .Select(type => compilation.GetTypeByMetadataName(type.FullName!)!)
                .Where(type => parameter.ConstraintTypes.OfType<INamedTypeSymbol>().All(constraint => Implements(type, constraint)))
                .Select(type => method.Construct(type));

    private static bool Implements(INamedTypeSymbol type, INamedTypeSymbol constraint)
    {
        var wanted = !constraint.IsGenericType ? constraint : constraint.ConstructedFrom.Construct(
            [.. constraint.TypeArguments.Select(argument => argument is ITypeParameterSymbol ? type : argument)]);
        return type.AllInterfaces.Contains(wanted, SymbolEqualityComparer.Default);
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
