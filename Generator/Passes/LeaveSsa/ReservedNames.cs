using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>The names that mean something in a method's text and that no local may therefore have.</summary>
internal static class ReservedNames
{
    public static IEnumerable<string> Of(GeneratedMethod method) =>
    [
        .. Identifiers.Unusable,
        .. TypeText.UsedNames,
        .. method.Parameters.Select(parameter => parameter.DeclaredName),
        .. method.Lanes is { } lanes ? (string[])[lanes.Lane.CSharpName, lanes.Mask.CSharpName] : [],
        .. method.Callees.SelectMany(callee => Identifiers.Words(callee.Text)),
        .. In(method.Body),
    ];

    private static IEnumerable<string> In(Block block) => block.Operations.SelectMany(In);

    private static IEnumerable<string> In(Operation operation) => operation switch
    {
        Constant { Text: { } text } => Identifiers.Words(text),
        Symbol symbol => Identifiers.Words(symbol.Text),
        _ => operation.Regions.SelectMany(In),
    };
}
