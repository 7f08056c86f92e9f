using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Ā += ½ L⁻ᵀ (P + Pᵀ) L⁻¹, P = Φ(Lᵀ G): the gradients of matrices by the cotangents G of their Cholesky factors L.</summary>
internal readonly unsafe struct CholeskyGradientOperation<T>(BatchOperand<T> l, BatchOperand<T> g, BatchResult<T> da, int n) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(da);

    public ResultUse Use => ResultUse.Added;

    public int WorkVectors => (2 * l.Elements) + n;

    public Pivots RunOne(int index, T* first, T* second)
    {
        using ArenaScope scope = Arena.Enter();
        Block<T> left = new(Scratch.Take<T>(scope, l.Elements), n, n);
        Block<T> right = new(Scratch.Take<T>(scope, l.Elements), n, n);
        Block<T> upper = new Block<T>(l.At(index), n, n).Transposed;
        right.Clear();
        for (int i = 0; i < n; i++)
        {
            Scratch.Copy(g.At(index) + ((nint)i * n), right.At(i, 0), i + 1);
        }

        Gemm.Multiply(T.One / T.CreateTruncating(2), upper, right, left, accumulate: false);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                left[j, i] = left[i, j];
            }
        }

        TriangularSolve.Solve(upper, left, upper: true, unit: false);
        left.Transposed.CopyTo(right);
        TriangularSolve.Solve(upper, right, upper: true, unit: false);
        VectorOperations.Add(right.Start, first, l.Elements);
        return Pivots.Regular;
    }

    public TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> product = work.From(l.Elements);
        LaneMemory<TLane, TScalar, TMask> reciprocals = product.From(l.Elements);
        l.Read(group, work);
        g.Read(group, results);
        SmallCholesky<TLane, TScalar, TMask>.Gradient(work, results, product, reciprocals, n);
        return TMask.True;
    }
}
