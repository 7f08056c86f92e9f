using StaticAd.Generator.Emit.Tree;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>Puts structures together where they leave a method.</summary>
internal static class Structures
{
    /// <summary>What each leaf takes; those that take nothing, being passive, have their default.</summary>
    public static Expression[] Leaves((StructParameter Of, List<(int Leaf, Value Value)> Leaves) item, Func<Value, Expression> build)
    {
        Expression[] leaves = [.. item.Of.Shape.Leaves.Select(Default)];
        foreach ((int leaf, Value value) in item.Leaves)
        {
            leaves[leaf] = build(value);
        }

        return leaves;
    }

    public static Expression Build(StructShape shape, IReadOnlyList<Expression> leaves)
    {
        int next = 0;
        return Build(shape, leaves, ref next);
    }

    /// <summary>Whether an expression reads a leaf of the structure in a parameter.</summary>
    public static bool ReadsLeafOf(Expression expression, string parameter) =>
        expression is Name name
            ? name.Text.StartsWith(parameter + ".", StringComparison.Ordinal)
            : Assignments.Children(expression).Any(child => ReadsLeafOf(child, parameter));

    private static Expression Build(StructShape shape, IReadOnlyList<Expression> leaves, ref int next)
    {
        var members = new Expression[shape.Members.Count];
        for (int i = 0; i < members.Length; i++)
        {
            members[i] = shape.Members[i].Inner is { } inner ? Build(inner, leaves, ref next) : leaves[next++];
        }

        return shape.Construction switch
        {
            Construction.Tuple => new TupleOf(members.ToEquatableArray()),
            Construction.Constructor => new Invocation(new Name("new " + shape.CSharpType), [.. shape.Order.Select(i => members[i])]),
            _ => new Creation(shape.CSharpType, [.. members.Select((value, i) => new MemberValue(shape.Members[i].Name, value))]),
        };
    }

    private static Expression Default(StructLeaf leaf) =>
        leaf.Type is ScalarType scalar ? new Literal(0, scalar) : new Verbatim("default");
}
