using Microsoft.CodeAnalysis;

namespace StaticAd.Tests.Harness;

/// <summary>Compares the generated members with the contract: names, order, types, modifiers and accessibility.</summary>
internal static class ContractCheck
{
    private static readonly SymbolDisplayFormat Types = SymbolDisplayFormat.MinimallyQualifiedFormat;

    public static IEnumerable<string> Deviations(MarkedMethod method, bool batch) =>
    [
        .. Deviations(method, method.Symbol, batch),
        .. method.Symbol.IsGenericMethod ? Deviations(method, method.Symbol.OriginalDefinition, batch) : [],
    ];

    /// <param name="form">The method or the instance whose members are expected, or the generic method for those that are generic too.</param>
    private static IEnumerable<string> Deviations(MarkedMethod method, IMethodSymbol form, bool batch)
    {
        var type = form.ContainingType;
        var family = new ContractFamily(method.Family, MethodShape.Of(form), method.Order);
        var arity = form.IsDefinition ? form.Arity : 0;
        foreach (var expected in batch ? family.BatchMethods() : family.Methods())
        {
            var overloads = type.GetMembers(expected.Name).OfType<IMethodSymbol>().ToArray();
            var actual = overloads.FirstOrDefault(candidate => candidate.Arity == arity && Render(candidate) == expected.ToString());
            if (actual is null)
            {
                var found = overloads.Length == 0 ? "nothing" : string.Join("; ", overloads.Select(Render));
                yield return $"{method.DisplayName}: expected\n      {expected}\n    found\n      {found}";
            }
            else if (arity == 1 && Constraints(actual) != Constraints(form))
            {
                yield return $"{method.DisplayName}: {expected.Name} has the constraints {Constraints(actual)}, the method itself {Constraints(form)}";
            }
            else if (actual.DeclaredAccessibility != method.Symbol.DeclaredAccessibility)
            {
                yield return $"{method.DisplayName}: {expected.Name} is {actual.DeclaredAccessibility}, "
                    + $"the method itself {method.Symbol.DeclaredAccessibility}";
            }
        }
    }

    private static string Constraints(IMethodSymbol method) => method.ToDisplayString(new SymbolDisplayFormat(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeTypeParameters)).Split(" where ")[^1];

    private static string Render(IMethodSymbol method)
        => new ContractMethod(
            method.Name,
            method.ReturnsVoid ? "void" : method.ReturnType.ToDisplayString(Types),
            [.. method.Parameters.Select(parameter => new ContractParameter(
                parameter.RefKind,
                parameter.Type.Name == "Tape" ? parameter.Type.ToDisplayString() : parameter.Type.ToDisplayString(Types),
                parameter.Name))]).ToString();
}
