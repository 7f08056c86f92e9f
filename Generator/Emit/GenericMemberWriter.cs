using StaticAd.Generator.Emit.Tree;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Emit;

/// <summary>The bodies of generic members: for each type that has an overload a branch that calls it.</summary>
internal static class GenericMemberWriter
{
    public static IReadOnlyList<Statement> Body(GenericMember member, TypeText types) =>
    [
        .. member.Branches.Select(branch => Case(member, branch)),
        new Evaluate(new Verbatim($"throw new {types.Known("NotSupportedException")}(\"{member.Missing}\")")),
    ];

    private static IfStatement Case(GenericMember member, GenericBranch branch)
    {
        Expression call = Call(member.Name, branch.Arguments.Select(argument => new Verbatim(argument)));
        Statement[] statements = branch.Result is { } result
            ? [new Return(result.Length == 0 ? call : Call(result, [call]))]
            : [new Evaluate(call), new Return(null)];
        return new IfStatement(new Verbatim($"typeof({member.TypeParameter}) == typeof({branch.TypeArgument})"), [.. statements], []);
    }

    private static Invocation Call(string function, IEnumerable<Expression> arguments) => new(new Name(function), [.. arguments]);
}
