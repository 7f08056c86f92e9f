using System.Runtime.CompilerServices;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>An operand of a batch: matrices one behind the other, or one that serves all.</summary>
/// <param name="first">The first matrix.</param>
/// <param name="elements">The elements of one.</param>
/// <param name="step">How far they are apart: 0 if one serves all.</param>
internal readonly unsafe struct BatchOperand<T>(T* first, int elements, nint step)
    where T : unmanaged
{
    public int Elements => elements;

    public bool IsShared => step == 0;

    public T* At(int index) => first + (index * step);

    /// <summary>Lays the matrices of a group in lanes. One that serves all is read for the first group, and stays.</summary>
    public void Read<TLane, TScalar, TMask>(LaneGroup group, LaneMemory<TLane, TScalar, TMask> target)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged
        where TMask : struct, ILaneMask<TMask>
    {
        if (step != 0)
        {
            LaneGroups<TLane, TScalar, TMask>.Read((TScalar*)At(group.Number * TLane.Width), group.Size, elements, target);
        }
        else if (group.Number == 0)
        {
            LaneGroups<TLane, TScalar, TMask>.Broadcast((TScalar*)first, elements, target);
        }
    }
}
