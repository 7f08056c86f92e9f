using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Simplify;

/// <summary>
/// Moves a pure computation that only one arm of a later branch uses into that arm. Where the other arm is taken it then
/// neither costs anything nor enters the derivative: a zero cotangent times an infinite partial would be NaN.
/// </summary>
internal static class Sinking
{
    public static Block Run(Block block)
    {
        List<Operation> operations = [.. block.Operations.Select(RunInside)];
        for (int i = operations.Count - 1; i >= 0; i--)
        {
            if (IsPure(operations[i]) && OnlyUser(operations, i, block.Yields) is { } user)
            {
                If branch = (If)operations[user.Index];
                operations[user.Index] = user.InThen
                    ? branch with { Then = Prepend(operations[i], branch.Then) }
                    : branch with { Else = Prepend(operations[i], branch.Else) };
                operations.RemoveAt(i);
            }
        }

        return block with { Operations = [.. operations] };
    }

    // Inner blocks come again after something has sunk into them: it may sink further.
    private static Block Prepend(Operation operation, Block arm) =>
        Run(arm with { Operations = [operation, .. arm.Operations] });

    private static Operation RunInside(Operation operation) => operation switch
    {
        If branch => branch with { Then = Run(branch.Then), Else = Run(branch.Else) },
        For loop => loop with { Body = Run(loop.Body) },
        While loop => loop with { Body = Run(loop.Body) },
        _ => operation,
    };

    private static (int Index, bool InThen)? OnlyUser(List<Operation> operations, int index, EquatableArray<Value> yields)
    {
        HashSet<Value> results = [.. operations[index].Results];
        if (yields.Any(results.Contains))
        {
            return null;
        }

        (int Index, bool InThen)? found = null;
        for (int i = index + 1; i < operations.Count; i++)
        {
            if (!operations[i].FreeValues().Any(results.Contains))
            {
                continue;
            }

            if (found is not null || operations[i] is not If branch || results.Contains(branch.Condition))
            {
                return null;
            }

            bool then = branch.Then.FreeValues().Any(results.Contains);
            if (then && branch.Else.FreeValues().Any(results.Contains))
            {
                return null;
            }

            found = (i, then);
        }

        return found;
    }

    private static bool IsPure(Operation operation) => operation switch
    {
        Compute => true,
        If branch => branch.InnerOperations().All(inner => inner is Compute or If or Constant or Symbol),
        _ => false,
    };
}
