using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The sum of the squares of each of interleaved matrices.</summary>
internal readonly unsafe struct SquaresWork(void* matrices, void* squares, int groups, int size) : ILaneWork
{
    public void Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> from = new((TScalar*)matrices), to = new((TScalar*)squares);
        for (int group = 0; group < groups; group++)
        {
            TLane sum = TLane.Create(TScalar.Zero);
            for (int i = 0; i < size; i++)
            {
                sum = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(from[i], from[i], sum);
            }

            to[group] = sum;
            from = from.From(size);
        }
    }
}

/// <summary>Adds to interleaved matrices others, each times a number of its own.</summary>
internal readonly unsafe struct MultipleWork(void* factors, void* matrices, void* sums, int groups, int size) : ILaneWork
{
    public void Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> factor = new((TScalar*)factors), from = new((TScalar*)matrices), to = new((TScalar*)sums);
        for (int group = 0; group < groups; group++)
        {
            TLane number = factor[group];
            for (int i = 0; i < size; i++)
            {
                to[i] = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(number, from[i], to[i]);
            }

            from = from.From(size);
            to = to.From(size);
        }
    }
}
