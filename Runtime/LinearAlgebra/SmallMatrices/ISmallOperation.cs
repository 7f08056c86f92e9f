using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>What is done with a batch of small matrices, by whatever lanes the processor has.</summary>
internal interface ISmallOperation
{
    /// <summary>Does it.</summary>
    /// <returns>The number of the first matrix for which it is impossible, when nothing has been written; -1 if there is none.</returns>
    int Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>;
}
