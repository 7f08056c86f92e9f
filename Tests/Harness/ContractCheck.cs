using Microsoft.CodeAnalysis;

namespace StaticAd.Tests.Harness;

/// <summary>Compares the generated members with the contract: names, order, types, modifiers and accessibility.</summary>
internal static class ContractCheck
{
    private static readonly SymbolDisplayFormat Types = SymbolDisplayFormat.MinimallyQualifiedFormat;

    public static IEnumerable<string> Deviations(MarkedMethod method, bool batch)
    {
        var type = method.Symbol.ContainingType;
        var family = new ContractFamily(method.Family, MethodShape.Of(method.Symbol), method.Order);
        foreach (var expected in batch ? family.BatchMethods() : family.Methods())
        {
            var overloads = type.GetMembers(expected.Name).OfType<IMethodSymbol>().ToArray();
            var actual = overloads.FirstOrDefault(candidate => Render(candidate) == expected.ToString());
            if (actual is null)
            {
                var found = overloads.Length == 0 ? "nothing" : string.Join("; ", overloads.Select(Render));
                yield return $"{method.DisplayName}: expected\n      {expected}\n    found\n      {found}";
            }
            else if (actual.DeclaredAccessibility != method.Symbol.DeclaredAccessibility)
            {
                yield return $"{method.DisplayName}: {expected.Name} is {actual.DeclaredAccessibility}, "
                    + $"the method itself {method.Symbol.DeclaredAccessibility}";
            }
        }
    }

    private static string Render(IMethodSymbol method)
        => new ContractMethod(
            method.Name,
            method.ReturnsVoid ? "void" : method.ReturnType.ToDisplayString(Types),
            [.. method.Parameters.Select(parameter => new ContractParameter(
                parameter.RefKind,
                parameter.Type.Name == "Tape" ? parameter.Type.ToDisplayString() : parameter.Type.ToDisplayString(Types),
                parameter.Name))]).ToString();
}
