using StaticAd.Generator.Emit;
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

    /// <summary>The part of an element that a buffer stands for: the element itself, or a leaf of it.</summary>
    public static Expression Leaf(Value buffer, Expression element) =>
        buffer.Type is BufferType { Within: { } leaf } ? new Member(element, leaf.Value.Path) : element;

    /// <summary>Writes leaves of one element: one by one where they can be assigned, else, or where they are all, as a whole.</summary>
    public static IEnumerable<Statement> Write(StructShape shape, Expression element, IReadOnlyList<(int Leaf, Expression Value)> writes, TypeText types)
    {
        StructLeaf[] leaves = [.. shape.Leaves];
        (int Leaf, Expression Value)[] changes = [.. writes.Where(write => !write.Value.Equals(new Member(element, leaves[write.Leaf].Path)))];
        bool isWhole = writes.Count == leaves.Length && changes.Length > 1;
        if (!isWhole && changes.All(change => leaves[change.Leaf].IsSettable))
        {
            return changes.Select(change => Assignments.Update(new Member(element, leaves[change.Leaf].Path), Fitted(change.Value, leaves[change.Leaf].Native)));
        }

        Expression[] values = [.. leaves.Select(leaf => (Expression)new Member(element, leaf.Path))];
        foreach ((int leaf, Expression value) in changes)
        {
            values[leaf] = value;
        }

        return changes.Length == 0 ? [] : [new Assign(element, Build(shape, values, types))];
    }

    /// <summary>Whether an expression reads one of the leaves of an element of a buffer.</summary>
    public static bool Reads(Expression expression, Expression buffer, Func<string, bool> isPath) =>
        (expression is Member { Target: Element element } member && element.Buffer.Equals(buffer) && isPath(member.Text))
        || Assignments.Children(expression).Any(child => Reads(child, buffer, isPath));

    public static Expression Build(StructShape shape, IReadOnlyList<Expression> leaves, TypeText types)
    {
        int next = 0;
        return Build(shape, leaves, ref next, types);
    }

    /// <summary>Whether an expression reads a leaf of the structure in a parameter.</summary>
    public static bool ReadsLeafOf(Expression expression, string parameter) =>
        expression is Name name
            ? name.Text.StartsWith(parameter + ".", StringComparison.Ordinal) || name.Text.StartsWith(parameter + "[", StringComparison.Ordinal)
            : Assignments.Children(expression).Any(child => ReadsLeafOf(child, parameter));

    private static Expression Build(StructShape shape, IReadOnlyList<Expression> leaves, ref int next, TypeText types)
    {
        var members = new Expression[shape.Members.Count];
        for (int i = 0; i < members.Length; i++)
        {
            members[i] = shape.Members[i].Inner is { } inner ? Build(inner, leaves, ref next, types) : Fitted(leaves[next++], shape.Members[i].Native);
        }

        return shape.Construction switch
        {
            Construction.Nullable => members[0] is Literal { Number: 0 } ? new Verbatim("null") : new Conditional(members[0], members[1], new Verbatim("null")),
            Construction.Tuple => new TupleOf(members.ToEquatableArray()),
            Construction.Elements => new Invocation(new Name(types.Known($"InlineArrays.Of<{shape.CSharpType}, {shape.Element}>")), members.ToEquatableArray()),
            Construction.Constructor => new Invocation(new Name("new " + shape.CSharpType), [.. shape.Order.Select(i => members[i])]),
            _ => new Creation(shape.CSharpType, [.. members.Select((value, i) => new MemberValue(shape.Members[i].Name, value))]),
        };
    }

    private static Expression Fitted(Expression value, string? native) => native is null || value is Literal ? value : new Cast(native, value, IsImplicit: false);

    private static Expression Default(StructLeaf leaf) =>
        leaf.Type is ScalarType { Kind: not ScalarKind.Half } scalar ? new Literal(0, scalar) : new Verbatim("default");
}
