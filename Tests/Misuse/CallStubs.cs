using System.Text;
using Microsoft.CodeAnalysis;

namespace StaticAd.Tests.Misuse;

/// <summary>
/// C# that calls each member with arguments from an array: spans are <see cref="Part{T}"/>, what is passed by reference is written back,
/// also after an exception, and the result comes last.
/// </summary>
internal static class CallStubs
{
    public const string TypeName = "Misused.CallStubs";

    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat;

    public static string Of(IReadOnlyList<IMethodSymbol> members)
    {
        var text = new StringBuilder($"using {typeof(CallStubs).Namespace};\nnamespace Misused {{ public static class CallStubs {{\n");
        for (int i = 0; i < members.Count; i++)
        {
            text.Append($"public static void Call{i}(object[] a)\n{{\n{Body(members[i])}}}\n");
        }

        return text.Append("} }\n").ToString();
    }

    private static string Body(IMethodSymbol member)
    {
        var references = member.Parameters.Where(parameter => parameter.RefKind != RefKind.None).ToArray();
        string declarations = string.Concat(references.Select(parameter =>
            $"{parameter.Type.ToDisplayString(Full)} v{parameter.Ordinal} = ({parameter.Type.ToDisplayString(Full)})a[{parameter.Ordinal}];\n"));
        string call = $"{member.ContainingType.ToDisplayString(Full)}.{member.Name}({string.Join(", ", member.Parameters.Select(Argument))});";
        string back = string.Concat(references.Select(parameter => $"a[{parameter.Ordinal}] = v{parameter.Ordinal};\n"));
        return $"{declarations}try {{ {(member.ReturnsVoid ? "" : "a[^1] = ")}{call} }} finally {{\n{back}}}\n";
    }

    private static string Argument(IParameterSymbol parameter) => parameter switch
    {
        { RefKind: RefKind.Out } => $"out v{parameter.Ordinal}",
        { RefKind: RefKind.Ref } => $"ref v{parameter.Ordinal}",
        { RefKind: not RefKind.None } => $"in v{parameter.Ordinal}",
        { Type: INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [var element] } } =>
            $"((Part<{element.ToDisplayString(Full)}>)a[{parameter.Ordinal}]).Span",
        _ => $"({parameter.Type.ToDisplayString(Full)})a[{parameter.Ordinal}]",
    };
}
