using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Interleaved matrices, each times a number of its own.</summary>
internal readonly unsafe struct ScaleWork(void* factors, void* matrices, void* scaled, int groups, int size) : ILaneWork
{
    public void Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> factor = new((TScalar*)factors), from = new((TScalar*)matrices), to = new((TScalar*)scaled);
        for (int group = 0; group < groups; group++)
        {
            TLane number = factor[group];
            for (int i = 0; i < size; i++)
            {
                to[i] = number * from[i];
            }

            from = from.From(size);
            to = to.From(size);
        }
    }
}

/// <summary>Of C = s A with the cotangent G, interleaved: adds s G to one gradient and ⟨G, A⟩ to the other.</summary>
internal readonly unsafe struct ScaleGradientWork(
    void* factors, void* matrices, void* cotangents, void* factorGradients, void* gradients, int groups, int size) : ILaneWork
{
    public void Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> factor = new((TScalar*)factors), a = new((TScalar*)matrices), cotangent = new((TScalar*)cotangents);
        LaneMemory<TLane, TScalar, TMask> factorGradient = new((TScalar*)factorGradients), gradient = new((TScalar*)gradients);
        for (int group = 0; group < groups; group++)
        {
            TLane number = factor[group], product = factorGradient[group];
            for (int i = 0; i < size; i++)
            {
                TLane bar = cotangent[i];
                product = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(bar, a[i], product);
                gradient[i] = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(number, bar, gradient[i]);
            }

            factorGradient[group] = product;
            a = a.From(size);
            cotangent = cotangent.From(size);
            gradient = gradient.From(size);
        }
    }
}
