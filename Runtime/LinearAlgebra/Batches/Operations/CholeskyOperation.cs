using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The Cholesky factors of a batch: those of the symmetric parts of the matrices.</summary>
internal readonly unsafe struct CholeskyOperation<T>(BatchOperand<T> a, T* factor, int n, ResultUse use) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(new BatchResult<T>(factor, a.Elements));

    public ResultUse Use => use;

    public int WorkVectors => 0;

    public Pivots RunOne(int index, T* first, T* second)
    {
        using ArenaScope scope = Arena.Enter();
        Block<T> upper = Scratch.Matrix<T>(scope, n, n);
        CopyUpper(new Block<T>(a.At(index), n, n), upper);
        if (!CholeskyFactor.Factor(upper))
        {
            return Pivots.NotPositive;
        }

        WriteLower(upper, new Block<T>(first, n, n));
        return Pivots.Regular;
    }

    public TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        a.Read(group, results);
        SmallCholesky<TLane, TScalar, TMask>.MakeSymmetric(results, n);
        return SmallCholesky<TLane, TScalar, TMask>.Factor(results, n);
    }

    private static void CopyUpper(Block<T> a, Block<T> target)
    {
        T half = T.CreateTruncating(0.5);
        for (int i = 0; i < a.Rows; i++)
        {
            T* above = a.At(i, i);
            T* below = above;
            T* to = target.At(i, i);
            for (int j = i; j < a.Columns; j++, above++, below += a.RowStride, to++)
            {
                *to = *above == *below ? *above : half * (*above + *below);
            }
        }
    }

    private static void WriteLower(Block<T> upper, Block<T> lower)
    {
        for (int i = 0; i < lower.Rows; i++)
        {
            upper.Part(0, i, i + 1, 1).Transposed.CopyTo(lower.Part(i, 0, 1, i + 1));
            lower.Part(i, i + 1, 1, lower.Columns - i - 1).Clear();
        }
    }
}
