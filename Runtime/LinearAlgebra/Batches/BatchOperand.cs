using System.Runtime.CompilerServices;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>An operand of a batch: matrices one behind the other, or one that serves all.</summary>
/// <param name="first">The first matrix.</param>
/// <param name="elements">The elements of one.</param>
/// <param name="step">How far they are apart: 0 if one serves all.</param>
/// <param name="isInterleaved">Whether the matrices of a group lie in lanes already; then none serves all.</param>
internal readonly unsafe struct BatchOperand<T>(T* first, int elements, nint step, bool isInterleaved = false)
    where T : unmanaged
{
    public int Elements => elements;

    public bool IsShared => step == 0;

    public T* At(int index) => first + (index * step);

    /// <summary>Matrices whose groups are interleaved.</summary>
    public static BatchOperand<T> Interleaved(T* first, int elements) => new(first, elements, elements, isInterleaved: true);

    /// <summary>The matrices of a group in lanes, to be read only: where they lie, or in the room that is given for them.</summary>
    public LaneMemory<TLane, TScalar, TMask> In<TLane, TScalar, TMask>(LaneGroup group, LaneMemory<TLane, TScalar, TMask> room)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged
        where TMask : struct, ILaneMask<TMask>
    {
        if (isInterleaved)
        {
            return new((TScalar*)At(group.Number * TLane.Width));
        }

        Read(group, room);
        return room;
    }

    /// <summary>Lays the matrices of a group in lanes. One that serves all is read for the first group, and stays.</summary>
    /// <remarks>Kernels are long: what is inlined here would be a call there.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Read<TLane, TScalar, TMask>(LaneGroup group, LaneMemory<TLane, TScalar, TMask> target)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged
        where TMask : struct, ILaneMask<TMask>
    {
        if (isInterleaved)
        {
            target.CopyFrom(new((TScalar*)At(group.Number * TLane.Width)), elements);
        }
        else if (step != 0)
        {
            LaneGroups<TLane, TScalar, TMask>.Read((TScalar*)At(group.Number * TLane.Width), group.Size, elements, target);
        }
        else if (group.Number == 0)
        {
            LaneGroups<TLane, TScalar, TMask>.Broadcast((TScalar*)first, elements, target);
        }
    }
}
