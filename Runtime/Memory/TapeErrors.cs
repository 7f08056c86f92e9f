using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace StaticAd.Memory;

/// <summary>What a tape throws, out of line so that the paths that succeed stay small.</summary>
internal static class TapeErrors
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckRecall(bool found, nint recorded, nint wanted, string kind)
    {
        if (!found || recorded != wanted)
        {
            ThrowRecall(found, recorded, wanted, kind);
        }
    }

    [DoesNotReturn]
    public static void ThrowInUse() => throw new InvalidOperationException(
        "This tape is in use by another call. A tape serves one call at a time: give each thread or task its own Tape.");

    [DoesNotReturn]
    public static void ThrowOpen(string member) => throw new InvalidOperationException(
        $"Tape.{member} was called while a recording or a replay of this tape is open. Close it first.");

    [DoesNotReturn]
    public static void ThrowEmpty(string name) => throw new InvalidOperationException(
        $"The tape holds nothing to replay for '{name}'. Run its forward sweep with this tape first; a forward sweep that threw " +
        "an exception leaves nothing behind, and each one can be replayed once.");

    [DoesNotReturn]
    public static void ThrowWrongName(string name, string newest) => throw new InvalidOperationException(
        $"The tape's newest frame was recorded by '{newest}', not by '{name}'. Backward sweeps must run in the reverse order of " +
        "their forward sweeps.");

    [DoesNotReturn]
    private static void ThrowRecall(bool found, nint recorded, nint wanted, string kind) => throw new InvalidOperationException(
        found
            ? $"The next {kind} on the tape has type {TypeTag.NameOf(recorded)}, not {TypeTag.NameOf(wanted)}. Recall in the order of the recording."
            : $"The tape's frame has no further {kind}: the backward sweep asked for more than the forward sweep saved.");
}
