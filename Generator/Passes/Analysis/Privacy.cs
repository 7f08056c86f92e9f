using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Analysis;

/// <summary>Recognises working memory: each iteration of a loop writes all of it before it reads any, and only the loop uses it.</summary>
internal static class Privacy
{
    public static bool IsDefinedByEachIteration(For loop, Value root, Memory memory, ProgramOrder order)
    {
        Span inside = order.SpanOf(loop);
        if (memory.AllocationOf(root) is not { } allocation)
        {
            return false;
        }

        if (inside.Contains(order.PositionOf(allocation)))
        {
            return true;
        }

        return memory.ReadsOf(root).All(read => inside.Contains(order.PositionOf(read)))
            && IsDefinedBeforeUse(loop.Body, root, allocation, memory);
    }

    /// <summary>Whether the block, however often it runs, reads nothing but what the same run has written.</summary>
    private static bool IsDefinedBeforeUse(Block block, Value root, Allocate allocation, Memory memory)
    {
        foreach (Operation operation in block.Operations)
        {
            if (DefinesAll(operation, root, allocation, memory))
            {
                return true;
            }

            bool uses = operation.Regions.Any()
                ? !operation.Regions.All(region => IsDefinedBeforeUse(region, root, allocation, memory))
                : Reads(operation, root, memory);
            if (uses)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Reads(Operation operation, Value root, Memory memory) =>
        operation is Accumulate accumulate
            ? memory.Root(accumulate.Buffer).Equals(root)
            : memory.ReadsOf(root).Any(read => ReferenceEquals(read, operation));

    /// <summary>Whether the operation writes every element, whatever happens, and reads none.</summary>
    private static bool DefinesAll(Operation operation, Value root, Allocate allocation, Memory memory) => operation switch
    {
        Fill fill => fill.Buffer.Equals(root),
        For { Step: 1 } loop => CountsAll(loop, root, allocation, memory)
            && loop.Body.Operations.OfType<Store>().Any(store => store.Buffer.Equals(root) && store.Index.Equals(loop.Induction))
            && !loop.InnerOperations().Any(inner => Reads(inner, root, memory)),
        _ => false,
    };

    private static bool CountsAll(For loop, Value root, Allocate allocation, Memory memory) =>
        memory.IsZero(loop.Start) && (loop.End.Equals(allocation.Count) || memory.IsLengthOf(loop.End, root));
}
