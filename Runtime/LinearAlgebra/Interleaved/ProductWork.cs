using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>C = A B for interleaved matrices.</summary>
internal readonly unsafe struct ProductWork(void* a, void* b, void* c, int groups, SmallShape shape) : ILaneWork
{
    public void Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> left = new((TScalar*)a), right = new((TScalar*)b), product = new((TScalar*)c);
        bool isThree = shape is { Rows: 3, Inner: 3, Columns: 3, TransposeA: false, TransposeB: false };
        for (int group = 0; group < groups; group++)
        {
            if (isThree)
            {
                SmallThree<TLane, TScalar, TMask>.Product(new(left, 3, 1), new(right, 3, 1), product);
            }
            else
            {
                SmallProduct<TLane, TScalar, TMask>.Compute(
                    SmallOperand<TLane, TScalar, TMask>.Of(left, shape.Rows, shape.Inner, shape.TransposeA),
                    SmallOperand<TLane, TScalar, TMask>.Of(right, shape.Inner, shape.Columns, shape.TransposeB),
                    shape.Inner, product, shape.Rows, shape.Columns);
            }

            left = left.From(shape.Rows * shape.Inner);
            right = right.From(shape.Inner * shape.Columns);
            product = product.From(shape.Rows * shape.Columns);
        }
    }
}
