using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>
/// Carries matrices that lie one behind the other into the lanes of vectors and back. Pieces of 16 bytes of all matrices are
/// laid beside each other in one vector and then exchanged within its 16 byte parts, which needs fewer shuffles than exchanging whole
/// vectors.
/// </summary>
internal static unsafe class LaneGroups<TLane, TScalar, TMask>
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged
    where TMask : struct, ILaneMask<TMask>
{
    private static bool HasShuffles
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (typeof(TLane) == typeof(Double8) && Avx512F.IsSupported) || (typeof(TLane) == typeof(Double4) && Avx.IsSupported)
            || (typeof(TLane) == typeof(Double2) && Sse2.IsSupported) || (typeof(TLane) == typeof(Float16) && Avx512F.IsSupported)
            || (typeof(TLane) == typeof(Float8) && Avx.IsSupported) || (typeof(TLane) == typeof(Float4) && Sse2.IsSupported);
    }

    /// <summary>Reads a group of matrices.</summary>
    /// <param name="source">The first of them.</param>
    /// <param name="count">How many there are, 1 to <c>Width</c>; the lanes behind them repeat the last.</param>
    /// <param name="elements">The elements of one.</param>
    /// <param name="target">Room for as many vectors.</param>
    public static void Read(TScalar* source, int count, int elements, LaneMemory<TLane, TScalar, TMask> target)
    {
        if (count == TLane.Width && elements == 1)
        {
            target.CopyFrom(new(source), 1);
            return;
        }

        if (count == TLane.Width && HasShuffles && ReadShuffled(source, elements, target.First))
        {
            return;
        }

        if (count < TLane.Width)
        {
            ReadFilledUp(source, count, elements, target);
            return;
        }

        for (int element = 0; element < elements; element++)
        {
            TScalar* lanes = target.From(element).First;
            for (int lane = 0; lane < TLane.Width; lane++)
            {
                lanes[lane] = source[((nint)lane * elements) + element];
            }
        }
    }

    /// <summary>Writes a group of matrices.</summary>
    /// <param name="source">Their vectors.</param>
    /// <param name="target">The first matrix.</param>
    /// <param name="count">How many there are; the lanes behind them are left out.</param>
    /// <param name="elements">The elements of one.</param>
    public static void Write(LaneMemory<TLane, TScalar, TMask> source, TScalar* target, int count, int elements)
    {
        if (count == TLane.Width && elements == 1)
        {
            new LaneMemory<TLane, TScalar, TMask>(target).CopyFrom(source, 1);
            return;
        }

        if (count == TLane.Width && HasShuffles && WriteShuffled(source.First, target, elements))
        {
            return;
        }

        if (count < TLane.Width)
        {
            using ArenaScope scope = Arena.Enter();
            TScalar* whole = Scratch.Take<TScalar>(scope, (long)TLane.Width * elements);
            Write(source, whole, TLane.Width, elements);
            Scratch.Copy(whole, target, (nint)count * elements);
            return;
        }

        for (int element = 0; element < elements; element++)
        {
            TScalar* lanes = source.From(element).First;
            for (int lane = 0; lane < TLane.Width; lane++)
            {
                target[(nint)lane * elements + element] = lanes[lane];
            }
        }
    }

    /// <summary>Lays one matrix in every lane.</summary>
    public static void Broadcast(TScalar* source, int elements, LaneMemory<TLane, TScalar, TMask> target)
    {
        for (int element = 0; element < elements; element++)
        {
            target[element] = TLane.Create(source[element]);
        }
    }

    private static void ReadFilledUp(TScalar* source, int count, int elements, LaneMemory<TLane, TScalar, TMask> target)
    {
        using ArenaScope scope = Arena.Enter();
        TScalar* whole = Scratch.Take<TScalar>(scope, (long)TLane.Width * elements);
        Scratch.Copy(source, whole, (nint)count * elements);
        for (int lane = count; lane < TLane.Width; lane++)
        {
            Scratch.Copy(source + ((nint)(count - 1) * elements), whole + ((nint)lane * elements), elements);
        }

        Read(whole, TLane.Width, elements, target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool ReadShuffled(TScalar* source, int elements, TScalar* target)
    {
        if (sizeof(TScalar) == sizeof(double))
        {
            return DoubleShuffles.Read((double*)source, elements, (double*)target, TLane.Width);
        }

        return FloatShuffles.Read((float*)source, elements, (float*)target, TLane.Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool WriteShuffled(TScalar* source, TScalar* target, int elements)
    {
        if (sizeof(TScalar) == sizeof(double))
        {
            return DoubleShuffles.Write((double*)source, (double*)target, elements, TLane.Width);
        }

        return FloatShuffles.Write((float*)source, (float*)target, elements, TLane.Width);
    }
}
