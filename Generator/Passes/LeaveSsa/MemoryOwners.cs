using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>The names of what a method takes memory from: the arena, and the frame of the tape that it records or replays.</summary>
/// <param name="Arena">Null if the method takes nothing from the arena; a backward sweep takes it from the replay.</param>
/// <param name="Frame">Null for a method without a tape.</param>
internal sealed record MemoryOwners(string? Arena, string? Frame)
{
    /// <param name="gathersRows">Whether the rows of arrays of arrays are gathered there.</param>
    public static MemoryOwners Of(GeneratedMethod method, VariableNames names, Scope root, bool gathersRows)
    {
        string? frame = method.Tape switch
        {
            TapeUse.Recording => names.Global("recording", root),
            TapeUse.Rules => names.Global("frame", root),
            TapeUse.Replay => names.Global("replay", root),
            _ => null,
        };
        if (!gathersRows && !method.Body.AllOperations().Any(TakesFromArena))
        {
            return new MemoryOwners(null, frame);
        }

        return new MemoryOwners(method.Tape == TapeUse.Replay ? frame : names.Global("arena", root), frame);
    }

    public string Owner(Storage storage) => (storage == Storage.Tape ? Frame : Arena)
        ?? throw new InvalidOperationException($"Memory of storage {storage} in a method that has none.");

    private static bool TakesFromArena(Operation operation) =>
        operation is Allocate { Storage: Storage.Arena } or AllocateStack { Storage: Storage.Arena };
}
