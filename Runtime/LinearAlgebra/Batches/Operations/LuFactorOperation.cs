using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The LU factors of a batch, and for each row the number of that with which it was exchanged.</summary>
internal readonly unsafe struct LuFactorOperation<T>(BatchOperand<T> a, T* factors, T* exchanges, int n) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(new BatchResult<T>(factors, a.Elements), new BatchResult<T>(exchanges, n));

    public ResultUse Use => ResultUse.Written;

    public int WorkVectors => SmallFactors.ExchangeVectors(n);

    public Pivots RunOne(int index, T* first, T* second)
    {
        using ArenaScope scope = Arena.Enter();
        Block<T> result = Scratch.Matrix<T>(scope, n, n);
        int* rows = Scratch.Take<int>(scope, n);
        new Block<T>(a.At(index), n, n).CopyTo(result);
        Pivots found = LuFactors.Factor(result, rows);
        for (int i = 0; i < n && found == Pivots.Regular; i++)
        {
            second[i] = T.CreateTruncating(rows[i]);
        }

        result.CopyTo(new Block<T>(first, n, n));
        return found;
    }

    public TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        a.Read(group, results);
        var solver = new SmallSolver<TLane, TScalar, TMask>(results, n, work);
        TMask regular = solver.Factor();
        solver.GiveFactors(results.From(a.Elements));
        return regular;
    }
}
