using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>An operand or result of a batch: matrices one behind the other, or one that serves all.</summary>
/// <param name="First">The first matrix.</param>
/// <param name="Elements">The elements of one.</param>
/// <param name="IsShared">Whether there is one for all of the batch.</param>
internal readonly unsafe record struct SmallBatch(nint First, int Elements, bool IsShared)
{
    /// <summary>Lays the matrices of a group in lanes. One that serves all is read for the first group, and stays.</summary>
    public void Read<TLane, TScalar, TMask>(int group, int count, LaneMemory<TLane, TScalar, TMask> target)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged
        where TMask : struct, ILaneMask<TMask>
    {
        if (!IsShared)
        {
            LaneGroups<TLane, TScalar, TMask>.Read(At<TLane, TScalar, TMask>(group), count, Elements, target);
        }
        else if (group == 0)
        {
            LaneGroups<TLane, TScalar, TMask>.Broadcast((TScalar*)First, Elements, target);
        }
    }

    /// <summary>Writes the matrices of a group.</summary>
    public void Write<TLane, TScalar, TMask>(int group, int count, LaneMemory<TLane, TScalar, TMask> source)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged
        where TMask : struct, ILaneMask<TMask>
        => LaneGroups<TLane, TScalar, TMask>.Write(source, At<TLane, TScalar, TMask>(group), count, Elements);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TScalar* At<TLane, TScalar, TMask>(int group)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged
        where TMask : struct, ILaneMask<TMask>
        => (TScalar*)First + ((nint)group * TLane.Width * Elements);
}
