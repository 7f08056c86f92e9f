using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>
/// What is done with each matrix of a batch, twice: by the kernel of one matrix, and by that of as many small matrices as a vector has lanes.
/// <see cref="BatchRun"/> sees to all else.
/// </summary>
internal unsafe interface IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Where the results belong.</summary>
    BatchResults<T> Results { get; }

    /// <summary>What becomes of them.</summary>
    ResultUse Use { get; }

    /// <summary>How many vectors of working memory a group needs. All groups have the same.</summary>
    int WorkVectors { get; }

    /// <summary>Does it for one matrix.</summary>
    /// <param name="index">The number of the matrix.</param>
    /// <param name="first">Its result, which is written whole, or added to, as <see cref="Use"/> says.</param>
    /// <param name="second">Its second result, if it has one.</param>
    /// <returns>What was met; unless that is regular the results have no meaning.</returns>
    Pivots RunOne(int index, T* first, T* second);

    /// <summary>Does it for a group.</summary>
    /// <param name="group">Which matrices.</param>
    /// <param name="work">Working memory, which keeps what the group before left there.</param>
    /// <param name="results">Their results, the second behind the first, overwritten.</param>
    /// <returns>Where there is a result. About the other matrices the kernel of one decides.</returns>
    TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>;
}
