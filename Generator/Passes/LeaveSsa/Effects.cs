using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>What operations do besides computing their results.</summary>
internal static class Effects
{
    /// <summary>Adds the operations that must stay where they are even if nobody reads their results; returns whether there are any.</summary>
    public static bool AddThoseThatMustRun(Block block, HashSet<Operation> found)
    {
        bool hasAny = false;
        foreach (Operation operation in block.Operations)
        {
            bool must = MustRunItself(operation);
            foreach (Block region in operation.Regions)
            {
                must |= AddThoseThatMustRun(region, found);
            }

            if (must)
            {
                found.Add(operation);
                hasAny = true;
            }
        }

        return hasAny;
    }

    private static bool MustRunItself(Operation operation) => operation switch
    {
        Store or Accumulate or Copy or Fill or Push or Pop or Keep or Recall or Call or Throw => true,
        // The backward sweep finds memory of the tape by its order.
        Allocate { Storage: Storage.Tape } or AllocateStack { Storage: Storage.Tape } => true,
        _ => false,
    };
}
