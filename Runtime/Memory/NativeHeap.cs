using System.Runtime.InteropServices;

namespace StaticAd.Memory;

/// <summary>The one place that takes memory from the operating system and gives it back; it counts what is live.</summary>
internal static unsafe class NativeHeap
{
    /// <summary>A cache line, and the width of the widest vector register.</summary>
    public const int Alignment = 64;

    private static long s_liveBytes;

    /// <summary>Bytes taken and not yet given back, over all threads.</summary>
    public static long LiveBytes => Interlocked.Read(ref s_liveBytes);

    /// <exception cref="InsufficientMemoryException">The memory is not to be had; nothing has changed.</exception>
    public static byte* Allocate(ulong bytes)
    {
        try
        {
            var block = (byte*)NativeMemory.AlignedAlloc(checked((nuint)bytes), Alignment);
            Interlocked.Add(ref s_liveBytes, (long)bytes);
            return block;
        }
        catch (Exception e) when (e is OutOfMemoryException or OverflowException)
        {
            throw new InsufficientMemoryException(
                $"StaticAd could not get {bytes:N0} bytes of native memory for a derivative's working memory or tape. " +
                "Use smaller arguments, or give back what is no longer needed (Arena.Release, Tape.Dispose).", e);
        }
    }

    public static void Free(byte* block, ulong bytes)
    {
        NativeMemory.AlignedFree(block);
        Interlocked.Add(ref s_liveBytes, -(long)bytes);
    }
}
