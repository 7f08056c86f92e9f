using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>What operations do besides computing their results.</summary>
internal static class Effects
{
    /// <summary>Whether the operation must stay where it is even if nobody reads its results.</summary>
    public static bool MustRun(Operation operation) => operation switch
    {
        Store or Accumulate or Copy or Fill or Push or Pop or Keep or Recall or Call or Throw => true,
        // The backward sweep finds memory of the tape by its order.
        Allocate { Storage: Storage.Tape } or AllocateStack { Storage: Storage.Tape } => true,
        _ => operation.Regions.Any(region => region.Operations.Any(MustRun)),
    };
}
