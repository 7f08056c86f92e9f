using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Placement;

/// <summary>
/// Moves the clearing of gradients behind all operations before their first use that may throw, so that a check that fails, or memory
/// that is not to be had, leaves them as they were.
/// </summary>
internal static class ChecksFirst
{
    /// <param name="gradients">The parameters whose memory is cleared.</param>
    /// <param name="throws">Whether a call may throw.</param>
    public static Block Run(Block body, IEnumerable<Value> gradients, Func<Call, bool> throws)
    {
        List<Operation> operations = [.. body.Operations];
        HashSet<int> cleared = [.. gradients.Select(gradient => gradient.Id)];
        for (int i = operations.Count - 2; i >= 0; i--)
        {
            if (operations[i] is Fill fill && cleared.Contains(fill.Buffer.Id))
            {
                int use = operations.FindIndex(i + 1, operation => operation.FreeValues().Contains(fill.Buffer));
                int end = use < 0 ? operations.Count : use;
                int last = operations.FindLastIndex(end - 1, end - 1 - i, operation => MayThrow(operation, throws) || TakesMemory(operation));
                if (last > i)
                {
                    operations.RemoveAt(i);
                    operations.Insert(last, fill);
                }
            }
        }

        return body with { Operations = [.. operations] };
    }

    public static bool MayThrow(Operation operation, Func<Call, bool> throws) =>
        operation.InnerOperations().Prepend(operation).Any(inner => inner is Throw || (inner is Call call && throws(call)));

    // There may be none left.
    private static bool TakesMemory(Operation operation) =>
        operation.InnerOperations().Prepend(operation).Any(inner => inner is Push or AllocateStack or Allocate { Storage: Storage.Arena or Storage.Tape });
}
