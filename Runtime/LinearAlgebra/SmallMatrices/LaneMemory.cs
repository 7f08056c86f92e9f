using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>
/// Vectors one behind the other: element e of each of <c>Width</c> matrices lies in vector e, that of matrix l in its lane l.
/// </summary>
/// <param name="first">The first vector; it does not move.</param>
internal readonly unsafe struct LaneMemory<TLane, TScalar, TMask>(TScalar* first)
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged
    where TMask : struct, ILaneMask<TMask>
{
    /// <summary>The scalars of the vectors.</summary>
    public TScalar* First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => first;
    }

    /// <summary>One vector.</summary>
    public TLane this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TLane.Load(new ReadOnlySpan<TScalar>(first + (nint)index * TLane.Width, TLane.Width), 0);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => TLane.Store(value, new Span<TScalar>(first + (nint)index * TLane.Width, TLane.Width), 0);
    }

    /// <summary>The vectors from one of them on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneMemory<TLane, TScalar, TMask> From(int index) => new(first + (nint)index * TLane.Width);

    /// <summary>Copies vectors from other memory.</summary>
    public void CopyFrom(LaneMemory<TLane, TScalar, TMask> source, int vectors)
    {
        for (int i = 0; i < vectors; i++)
        {
            this[i] = source[i];
        }
    }

    /// <summary>Makes vectors zero.</summary>
    public void Clear(int vectors) => new Span<TScalar>(first, vectors * TLane.Width).Clear();

    /// <summary>Makes the lanes from one of them on zero.</summary>
    public void ClearLanes(int from, int vectors)
    {
        for (int i = 0; from < TLane.Width && i < vectors; i++)
        {
            new Span<TScalar>(first + ((nint)i * TLane.Width) + from, TLane.Width - from).Clear();
        }
    }

    /// <summary>Adds vectors of other memory.</summary>
    public void Add(LaneMemory<TLane, TScalar, TMask> other, int vectors)
    {
        for (int i = 0; i < vectors; i++)
        {
            this[i] += other[i];
        }
    }

    /// <summary>Changes the sign of vectors.</summary>
    public void Negate(int vectors)
    {
        for (int i = 0; i < vectors; i++)
        {
            this[i] = -this[i];
        }
    }

    /// <summary>Makes vectors NaN in the lanes where a mask is not true.</summary>
    public void Spoil(TMask valid, TScalar nan, int vectors)
    {
        for (int i = 0; i < vectors; i++)
        {
            this[i] = TLane.Select(valid, this[i], TLane.Create(nan));
        }
    }

    /// <summary>Takes memory of a scope for so many vectors.</summary>
    public static LaneMemory<TLane, TScalar, TMask> Take(ArenaScope scope, long vectors) =>
        new((TScalar*)Unsafe.AsPointer(ref scope.Allocate<TScalar>(vectors * TLane.Width).GetPinnableReference()));
}
