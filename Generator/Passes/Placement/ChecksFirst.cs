using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Placement;

/// <summary>
/// Moves the clearing of gradients behind the last operation that may throw, so that a check that fails leaves them as they were.
/// </summary>
internal static class ChecksFirst
{
    /// <param name="gradients">The parameters whose memory is cleared.</param>
    /// <param name="throws">Whether a call may throw.</param>
    public static Block Run(Block body, IEnumerable<Value> gradients, Func<Call, bool> throws)
    {
        List<Operation> operations = [.. body.Operations];
        int last = operations.FindLastIndex(operation => MayThrow(operation, throws));
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

    public static bool MayThrow(Operation operation, Func<Call, bool> throws) =>
        operation.InnerOperations().Prepend(operation).Any(inner => inner is Throw || (inner is Call call && throws(call)));

    private static bool IsUsed(Value buffer, List<Operation> operations, int from, int to) =>
        operations.Skip(from).Take(to - from + 1).Any(operation => operation.FreeValues().Contains(buffer));
}
