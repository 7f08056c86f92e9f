using System.Runtime.CompilerServices;
using StaticAd.CompilerServices;
using StaticAd.Memory;

namespace StaticAd;

/// <summary>
/// Native working memory of the calling thread, from which generated methods take their temporary buffers. It grows as
/// needed, is reused from call to call, and never outlives the thread.
/// </summary>
public static unsafe class Arena
{
    [ThreadStatic]
    private static NativeRegion* t_region;

    [ThreadStatic]
    private static Owner? t_owner;

    [ThreadStatic]
    private static Tape? t_tape;

    /// <summary>
    /// The calling thread's own tape. Generated methods that run both sweeps hand it to rules that share what they save; each
    /// such method keeps its frames within a recording of its own, which it discards.
    /// </summary>
    public static Tape Tape => t_tape ??= new Tape();

    /// <summary>
    /// Opens a scope: what is allocated in it is given back when it is disposed of. Scopes nest. After the first call on a
    /// thread nothing is allocated on the managed heap.
    /// </summary>
    /// <returns>The scope, to be closed by <see langword="using"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ArenaScope Enter()
    {
        NativeRegion* region = t_region;
        if (region == null)
        {
            region = CreateRegion();
        }

        return new ArenaScope(region);
    }

    /// <summary>
    /// Gives the calling thread's working memory back to the operating system. The next derivative on this thread takes it
    /// anew. Memory of a thread that has ended is given back by the garbage collector.
    /// </summary>
    /// <exception cref="InvalidOperationException">A scope is open on this thread: a generated method is running.</exception>
    public static void Release()
    {
        t_tape?.Trim();
        NativeRegion* region = t_region;
        if (region == null)
        {
            return;
        }

        if (region->Depth != 0)
        {
            MemoryErrors.ThrowScopeOpen();
        }

        region->Trim();
    }

    /// <summary>Memory for a result that a method without a scope of its own returns: it belongs to the scope that is open.</summary>
    internal static unsafe Span<T> Allocate<T>(long count)
        where T : unmanaged
    {
        NativeRegion* region = t_region;
        if (region == null || region->Depth == 0)
        {
            MemoryErrors.ThrowNoScope();
        }

        return new Span<T>(region->Allocate<T>(count, region->Depth), (int)count);
    }

    /// <summary>Native bytes that the calling thread's arena holds, in use or free.</summary>
    internal static long BytesReserved => t_region == null ? 0 : (long)t_region->BytesReserved;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NativeRegion* CreateRegion()
    {
        t_owner = new Owner();
        return t_region = t_owner.Region;
    }

    /// <summary>Lives as long as its thread; collected afterwards, it gives the thread's memory back.</summary>
    private sealed class Owner
    {
        private readonly NativeRegion[] _storage = NativeRegion.Create();

        public NativeRegion* Region => NativeRegion.AddressOf(_storage);

        ~Owner()
        {
            Region->Reset();
            Region->Trim();
        }
    }
}
