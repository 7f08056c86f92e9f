using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The solutions of A X = B, or Aᵀ X = B, for a batch.</summary>
internal readonly struct SolveOperation(SmallBatch a, SmallBatch b, SmallBatch x, int n, int columns, bool transpose, int count) : ISmallOperation
{
    /// <inheritdoc/>
    public int Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        using ArenaScope scope = Arena.Enter();
        var matrix = LaneMemory<TLane, TScalar, TMask>.Take(scope, a.Elements);
        var factors = LaneMemory<TLane, TScalar, TMask>.Take(scope, a.Elements);
        var right = LaneMemory<TLane, TScalar, TMask>.Take(scope, b.Elements);
        var exchanges = LaneMemory<TLane, TScalar, TMask>.Take(scope, n * (n - 1) / 2);
        var groups = new SmallGroups<TLane, TScalar, TMask>(count);
        var results = LaneMemory<TLane, TScalar, TMask>.Take(scope, (long)groups.Count * x.Elements);
        bool keepsMatrix = transpose || a.IsShared;
        var operand = SmallOperand<TLane, TScalar, TMask>.Of(matrix, n, n, transpose);
        var solver = new SmallSolver<TLane, TScalar, TMask>(factors, n, exchanges);
        for (int group = 0; group < groups.Count; group++)
        {
            int size = groups.Size(group);
            LaneMemory<TLane, TScalar, TMask> solution = results.From(group * x.Elements);
            a.Read(group, size, keepsMatrix ? matrix : factors);
            b.Read(group, size, b.IsShared ? right : solution);
            if (keepsMatrix)
            {
                operand.CopyTo(factors, n, n);
            }

            if (b.IsShared)
            {
                solution.CopyFrom(right, x.Elements);
            }

            TMask regular = solver.Solve(solution, columns);
            if (!TMask.AllTrue(regular))
            {
                return groups.FirstFailed(group, regular);
            }
        }

        groups.WriteAll(results, x);
        return -1;
    }
}
