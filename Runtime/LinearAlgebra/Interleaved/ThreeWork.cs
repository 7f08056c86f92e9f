using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Inverses of interleaved matrices of three by three; NaN where there is none.</summary>
internal readonly unsafe struct ThreeInverseWork(void* a, void* inverse, int groups) : ILaneWork
{
    public void Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> from = new((TScalar*)a), to = new((TScalar*)inverse);
        for (int group = 0; group < groups; group++)
        {
            TMask regular = SmallThree<TLane, TScalar, TMask>.Invert(from.From(9 * group), to.From(9 * group));
            if (!TMask.AllTrue(regular))
            {
                to.From(9 * group).Spoil(regular, TScalar.NaN, 9);
            }
        }
    }
}

/// <summary>Ā += G Bᵀ and B̄ += Aᵀ G for interleaved matrices of three by three, stored as they are multiplied.</summary>
internal readonly unsafe struct ThreeProductGradientWork(void* a, void* b, void* g, void* da, void* db, int groups) : ILaneWork
{
    public void Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> left = new((TScalar*)a), right = new((TScalar*)b), cotangent = new((TScalar*)g);
        LaneMemory<TLane, TScalar, TMask> leftGradient = new((TScalar*)da), rightGradient = new((TScalar*)db);
        for (int group = 0; group < groups; group++)
        {
            int at = 9 * group;
            SmallOperand<TLane, TScalar, TMask> bar = new(cotangent.From(at), 3, 1);
            SmallThree<TLane, TScalar, TMask>.MultiplyAdd(bar, new(right.From(at), 1, 3), leftGradient.From(at));
            SmallThree<TLane, TScalar, TMask>.MultiplyAdd(new(left.From(at), 1, 3), bar, rightGradient.From(at));
        }
    }
}

/// <summary>Ā −= Yᵀ G Yᵀ for interleaved matrices of three by three.</summary>
internal readonly unsafe struct ThreeInverseGradientWork(void* y, void* g, void* da, int groups) : ILaneWork
{
    public void Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> inverse = new((TScalar*)y), cotangent = new((TScalar*)g), gradient = new((TScalar*)da);
        for (int group = 0; group < groups; group++)
        {
            SmallThree<TLane, TScalar, TMask>.AddInverseGradient(inverse.From(9 * group), cotangent.From(9 * group), gradient.From(9 * group));
        }
    }
}
