using System.Runtime.CompilerServices;
using StaticAd.Memory;

namespace StaticAd.CompilerServices;

/// <summary>
/// An open scope of the calling thread's <see cref="Arena"/>. Used by generated code; what it hands out must not be used
/// after the scope is disposed of.
/// </summary>
public readonly unsafe ref struct ArenaScope
{
    private readonly NativeRegion* _region;
    private readonly Chunk* _chunk;
    private readonly byte* _top;
    private readonly int _depth;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ArenaScope(NativeRegion* region)
    {
        _region = region;
        _chunk = region->Current;
        _top = region->Top;
        _depth = ++region->Depth;
    }

    /// <summary>Takes an uninitialised, 64-byte aligned buffer.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="count">Number of elements; <see cref="long"/> so that a product of two lengths cannot wrap round.</param>
    /// <returns>The buffer, valid until the scope is disposed of.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative or above <see cref="int.MaxValue"/>.</exception>
    /// <exception cref="InsufficientMemoryException">There is no memory left; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">The scope is closed, or not the innermost one.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Allocate<T>(long count) where T : unmanaged => new(_region->Allocate<T>(count, _depth), (int)count);

    /// <summary>Takes a 64-byte aligned buffer of zeros.</summary>
    /// <inheritdoc cref="Allocate"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> AllocateZeroed<T>(long count) where T : unmanaged
    {
        Span<T> buffer = Allocate<T>(count);
        Zeros.Fill(buffer);
        return buffer;
    }

    /// <summary>Makes an empty stack, valid until the scope is disposed of; it may be pushed to while the scope is the innermost one.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <exception cref="InsufficientMemoryException">There is no memory left; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">The scope is closed, or not the innermost one.</exception>
    public TapeStack<T> Stack<T>() where T : unmanaged => new(StackHeader.Create(_region, _depth, TypeTag.Of<T>()));

    /// <summary>Gives back everything that was taken since the scope was opened, inner scopes included. A second call does nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose()
    {
        NativeRegion* region = _region;
        if (region == null || region->Depth < _depth)
        {
            return;
        }

        region->Depth = _depth - 1;
        region->Restore(new RegionMark(_chunk, _top));
    }
}
