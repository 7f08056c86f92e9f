using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>The attributes of the runtime, and what is read from them.</summary>
internal static class Attributes
{
    public const string Differentiable = "StaticAd.DifferentiableAttribute";
    public const string NoDerivative = "StaticAd.NoDerivativeAttribute";
    public const string Scratch = "StaticAd.ScratchAttribute";
    public const string DerivativeOf = "StaticAd.DerivativeOfAttribute";

    public static bool Has(ISymbol symbol, string attribute) => Find(symbol, attribute) is not null;

    public static AttributeData? Find(ISymbol symbol, string attribute) => All(symbol, attribute).FirstOrDefault();

    public static IEnumerable<AttributeData> All(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Where(data => data.AttributeClass is { } type
            && attribute.EndsWith(type.Name, StringComparison.Ordinal)
            && type.ToDisplayString() == attribute);

    public static object? Option(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    /// <summary>The highest order of derivative that is asked for.</summary>
    public static int Order(AttributeData differentiable) => Option(differentiable, "Order") is int order ? order : 1;

    /// <summary>The stem of the generated names: <c>Name = "…"</c> or the method's own.</summary>
    public static string Family(IMethodSymbol method, AttributeData differentiable) =>
        Option(differentiable, "Name") as string ?? method.Name;

    /// <summary>Whether the parameter is the receiver of an extension method.</summary>
    public static bool IsThis(this IParameterSymbol parameter) =>
        parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } };
}
