using System.Diagnostics.CodeAnalysis;

namespace StaticAd.Memory;

/// <summary>What the native memory throws, out of line so that the paths that succeed stay small.</summary>
internal static class MemoryErrors
{
    [DoesNotReturn]
    public static void ThrowCount(long count) => throw new ArgumentOutOfRangeException(
        nameof(count), count, $"A native buffer holds 0 to {int.MaxValue:N0} elements.");

    [DoesNotReturn]
    public static void ThrowNotInnermost(int depth, int innermost) => throw new InvalidOperationException(
        depth > innermost
            ? "This scope is closed (disposed of); its memory has been given back."
            : "Only the innermost open scope may allocate: memory taken here would be given back with the scope inside it. " +
              "Close the inner scope first.");

    [DoesNotReturn]
    public static void ThrowEmptyStack() => throw new InvalidOperationException(
        "Pop on an empty stack: the backward sweep took more than the forward sweep put.");

    [DoesNotReturn]
    public static void ThrowStaleStack() => throw new InvalidOperationException(
        "This is a copy of a TapeStack, and the stack has moved without it. Pass a TapeStack by ref.");

    [DoesNotReturn]
    public static void ThrowScopeOpen() => throw new InvalidOperationException(
        "Arena.Release was called inside a call that still uses this thread's arena. Call it when no derivative is running on the thread.");

    [DoesNotReturn]
    public static void ThrowNoScope() => throw new InvalidOperationException(
        "What is computed from matrices lies in the thread's arena, and no scope is open on this thread. Open one around the computation: 'using var arena = Arena.Enter();'.");
}
