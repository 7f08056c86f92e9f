using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes;

/// <summary>
/// Moves the clearing of gradients behind the last operation that may throw, so that a check that fails leaves them as they were.
/// </summary>
internal static class ChecksFirst
{
    /// <param name="gradients">The parameters whose memory is cleared.</param>
    public static Block Run(Block body, IEnumerable<Value> gradients)
    {
        List<Operation> operations = [.. body.Operations];
        int last = operations.FindLastIndex(MayThrow);
        HashSet<int> cleared = [.. gradients.Select(gradient => gradient.Id)];
        for (int i = last - 1; i >= 0; i--)
        {
            if (operations[i] is Fill fill && cleared.Contains(fill.Buffer.Id) && !IsUsed(fill.Buffer, operations, i + 1, last))
            {
                operations.RemoveAt(i);
                operations.Insert(last--, fill);
            }
        }

        return body with { Operations = [.. operations] };
    }

    public static bool MayThrow(Operation operation) => operation is Throw || operation.InnerOperations().Any(inner => inner is Throw);

    private static bool IsUsed(Value buffer, List<Operation> operations, int from, int to) =>
        operations.Skip(from).Take(to - from + 1).Any(operation => operation.FreeValues().Contains(buffer));
}
