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

        if (memory.ReadsOf(root).Any(read => !inside.Contains(order.PositionOf(read))))
        {
            return false;
        }

        Operation? definition = loop.Body.Operations.FirstOrDefault(operation => DefinesAll(operation, root, allocation, memory));
        if (definition is null)
        {
            return false;
        }

        int defined = order.SpanOf(definition).End;
        IEnumerable<Operation> accumulations = memory.WritesTo(root).Where(write => write is Accumulate);
        return memory.ReadsOf(root).Concat(accumulations).All(use => order.PositionOf(use) >= defined);
    }

    /// <summary>Whether the operation writes every element, whatever happens.</summary>
    public static bool DefinesAll(Operation operation, Value root, Allocate allocation, Memory memory) => operation switch
    {
        Fill fill => fill.Buffer.Equals(root),
        For { Step: 1 } loop => CountsAll(loop, root, allocation, memory)
            && loop.Body.Operations.OfType<Store>().Any(store => store.Buffer.Equals(root) && store.Index.Equals(loop.Induction)),
        _ => false,
    };

    private static bool CountsAll(For loop, Value root, Allocate allocation, Memory memory) =>
        memory.IsZero(loop.Start) && (loop.End.Equals(allocation.Count) || memory.IsLengthOf(loop.End, root));
}
