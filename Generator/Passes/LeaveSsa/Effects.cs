using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>What operations do besides computing their results.</summary>
internal static class Effects
{
    /// <summary>Whether the operation must stay where it is even if nobody reads its results.</summary>
    public static bool MustRun(Operation operation) => operation switch
    {
        Store or Accumulate or Copy or Fill or Push or Pop or Keep or Recall or Call => true,
        Allocate allocate => IsOrdered(allocate.Storage),
        AllocateStack allocate => IsOrdered(allocate.Storage),
        _ => operation.Regions.Any(region => region.Operations.Any(MustRun)),
    };

    // Buffers of a tape's frame are found again by their order.
    private static bool IsOrdered(Storage storage) => storage is Storage.Tape or Storage.Recalled;
}
