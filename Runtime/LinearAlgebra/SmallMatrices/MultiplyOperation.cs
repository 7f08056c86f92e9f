using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>C = A B or C += A B for a batch.</summary>
internal readonly struct MultiplyOperation(SmallBatch a, SmallBatch b, SmallBatch c, SmallShape shape, int count) : ISmallOperation
{
    /// <inheritdoc/>
    public int Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        using ArenaScope scope = Arena.Enter();
        var left = LaneMemory<TLane, TScalar, TMask>.Take(scope, a.Elements);
        var right = LaneMemory<TLane, TScalar, TMask>.Take(scope, b.Elements);
        var result = LaneMemory<TLane, TScalar, TMask>.Take(scope, c.Elements);
        var product = new SmallProduct<TLane, TScalar, TMask>(
            SmallOperand<TLane, TScalar, TMask>.Of(left, shape.Rows, shape.Inner, shape.TransposeA),
            SmallOperand<TLane, TScalar, TMask>.Of(right, shape.Inner, shape.Columns, shape.TransposeB),
            shape.Inner);
        bool isThree = shape == new SmallShape(3, 3, 3, false, false, false);
        var groups = new SmallGroups<TLane, TScalar, TMask>(count);
        for (int group = 0; group < groups.Count; group++)
        {
            int size = groups.Size(group);
            a.Read(group, size, left);
            b.Read(group, size, right);
            if (shape.Add)
            {
                c.Read(group, size, result);
            }

            if (isThree)
            {
                SmallThree<TLane, TScalar, TMask>.Multiply(left, right, result);
            }
            else
            {
                product.Compute(result, shape.Rows, shape.Columns, shape.Add);
            }

            c.Write(group, size, result);
        }

        return -1;
    }
}
