using StaticAd.Generator.Emit.Tree;

namespace StaticAd.Generator.Emit;

/// <summary>
/// Which expressions have their type by themselves. <c>2</c> for a <c>double</c> and <c>n</c> for an <c>int</c> converted to
/// <c>double</c> get it from what stands around them, or must say it: <c>1 / 2</c> is not <c>1.0 / 2</c>.
/// </summary>
internal static class ContextTyping
{
    public static bool IsTyped(Expression expression) => expression switch
    {
        Literal literal => !Literals.NeedsContext(literal),
        Cast cast => !cast.IsImplicit,
        Conditional conditional => IsTyped(conditional.WhenTrue) || IsTyped(conditional.WhenFalse),
        _ => true,
    };

    /// <summary>Index of the operand that must say its type so that all are computed in it; -1 where one does anyway.</summary>
    public static int Spokesman(IReadOnlyList<Expression> operands)
    {
        for (int i = 0; i < operands.Count; i++)
        {
            if (IsTyped(operands[i]))
            {
                return -1;
            }
        }

        return operands.Count == 0 ? -1 : 0;
    }
}
