using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Carries the results of groups to where they belong.</summary>
internal readonly struct LaneTargets<T, TLane, TScalar, TMask>(BatchResults<T> results, ResultUse use, ArenaScope scope)
    where T : unmanaged
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    private readonly LaneTarget<T, TLane, TScalar, TMask> _first = new(results.First, use, scope);
    private readonly LaneTarget<T, TLane, TScalar, TMask> _second = new(results.Second, use, scope);
    private readonly int _firstElements = results.First.Elements;
    private readonly bool _hasSecond = results.Second.Elements > 0;

    public void Put(LaneGroup group, LaneMemory<TLane, TScalar, TMask> values)
    {
        _first.Put(group, values);
        if (_hasSecond)
        {
            _second.Put(group, values.From(_firstElements));
        }
    }

    public void Finish()
    {
        _first.Finish();
        _second.Finish();
    }
}
