using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Carries one result of groups to where it belongs.</summary>
internal readonly unsafe struct LaneTarget<T, TLane, TScalar, TMask>
    where T : unmanaged
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    private readonly BatchResult<T> _result;
    private readonly bool _adds;

    /// <summary>What is added, of a group, as it lies in memory; or the sums of all groups, lane by lane.</summary>
    private readonly LaneMemory<TLane, TScalar, TMask> _sum;

    public LaneTarget(BatchResult<T> result, ResultUse use, ArenaScope scope)
    {
        _result = result;
        _adds = use == ResultUse.Added;
        _sum = LaneMemory<TLane, TScalar, TMask>.Take(scope, _adds ? result.Elements : 0);
        if (_adds && result.IsOne)
        {
            _sum.Clear(result.Elements);
        }
    }

    public void Put(LaneGroup group, LaneMemory<TLane, TScalar, TMask> values)
    {
        TScalar* target = (TScalar*)_result.At(group.Number * TLane.Width);
        if (!_adds)
        {
            LaneGroups<TLane, TScalar, TMask>.Write(values, target, group.Size, _result.Elements);
        }
        else if (!_result.IsOne)
        {
            LaneGroups<TLane, TScalar, TMask>.Write(values, _sum.First, group.Size, _result.Elements);
            VectorOperations.Add(_sum.First, target, group.Size * _result.Elements);
        }
        else
        {
            // The lanes behind the last matrix repeat it.
            values.ClearLanes(group.Size, _result.Elements);
            _sum.Add(values, _result.Elements);
        }
    }

    public void Finish()
    {
        TScalar* target = (TScalar*)_result.At(0);
        for (int element = 0; _adds && _result.IsOne && element < _result.Elements; element++)
        {
            target[element] += LaneSum.Of<TLane, TScalar, TMask>(_sum[element], TLane.Width);
        }
    }
}
