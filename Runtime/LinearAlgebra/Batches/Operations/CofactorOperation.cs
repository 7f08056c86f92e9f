using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Ā += g cof(A), the gradients of matrices by the cotangents of their determinants; or Ā += g A⁻ᵀ, by those of the determinants' logarithms.</summary>
internal readonly unsafe struct CofactorOperation<T>(BatchOperand<T> a, BatchOperand<T> g, BatchResult<T> da, int n, bool ofLogarithm) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(da);

    public ResultUse Use => ResultUse.Added;

    public int WorkVectors => a.Elements + 1 + SmallFactors.ExchangeVectors(n);

    public Pivots RunOne(int index, T* first, T* second)
    {
        Block<T> matrix = new(a.At(index), n, n);
        Block<T> sum = new(first, n, n);
        T factor = *g.At(index);
        if (!ofLogarithm)
        {
            Cofactors.Add(matrix, factor, sum);
            return Pivots.Regular;
        }

        using ArenaScope scope = Arena.Enter();
        Block<T> own = new(Scratch.Take<T>(scope, a.Elements), n, n);
        if (MatrixInverse.Invert(matrix, own) == Pivots.Regular)
        {
            Add(own.Transposed, factor, sum);
            return Pivots.Regular;
        }

        // The logarithm of zero: its derivative is infinite where the determinant's is not zero.
        own.Clear();
        Cofactors.Add(matrix, T.One, own);
        Add(own, factor / T.Zero, sum);
        return Pivots.Regular;
    }

    public TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> cotangent = work.From(a.Elements);
        LaneMemory<TLane, TScalar, TMask> exchanges = cotangent.From(1);
        a.Read(group, work);
        g.Read(group, cotangent);
        TMask done = SmallDeterminant<TLane, TScalar, TMask>.Compute(work, n, exchanges, out TLane determinant);
        new SmallSolver<TLane, TScalar, TMask>(work, n, exchanges).InvertFactored(results);
        TLane factor = ofLogarithm ? cotangent[0] : cotangent[0] * determinant;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                TLane below = factor * results[(i * n) + j];
                results[(i * n) + j] = factor * results[(j * n) + i];
                results[(j * n) + i] = below;
            }
        }

        return done;
    }

    private static void Add(Block<T> x, T factor, Block<T> sum)
    {
        for (int i = 0; i < x.Rows; i++)
        {
            for (int j = 0; j < x.Columns; j++)
            {
                sum[i, j] += factor * x[i, j];
            }
        }
    }
}
