using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The solutions of T X = B for a batch of triangular matrices.</summary>
internal readonly struct TriangularOperation(SmallBatch t, SmallBatch b, SmallBatch x, SmallTriangleKind kind, int n, int columns, int count) : ISmallOperation
{
    /// <inheritdoc/>
    public int Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        using ArenaScope scope = Arena.Enter();
        var matrix = LaneMemory<TLane, TScalar, TMask>.Take(scope, t.Elements);
        var right = LaneMemory<TLane, TScalar, TMask>.Take(scope, b.Elements);
        var reciprocals = LaneMemory<TLane, TScalar, TMask>.Take(scope, n);
        var groups = new SmallGroups<TLane, TScalar, TMask>(count);
        var results = LaneMemory<TLane, TScalar, TMask>.Take(scope, (long)groups.Count * x.Elements);
        var operand = SmallOperand<TLane, TScalar, TMask>.Of(matrix, n, n, kind.Transpose);
        var triangle = new SmallTriangle<TLane, TScalar, TMask>(operand, n, reciprocals, 1);
        for (int group = 0; group < groups.Count; group++)
        {
            int size = groups.Size(group);
            t.Read(group, size, matrix);
            b.Read(group, size, right);
            TMask regular = kind.Unit ? TMask.True : Invert(operand, reciprocals);
            if (!TMask.AllTrue(regular))
            {
                return groups.FirstFailed(group, regular);
            }

            LaneMemory<TLane, TScalar, TMask> solution = results.From(group * x.Elements);
            solution.CopyFrom(right, x.Elements);
            Solve(triangle, solution);
        }

        groups.WriteAll(results, x);
        return -1;
    }

    private void Solve<TLane, TScalar, TMask>(SmallTriangle<TLane, TScalar, TMask> triangle, LaneMemory<TLane, TScalar, TMask> x)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        // The transpose of an upper triangle is a lower one.
        if (kind.Upper != kind.Transpose)
        {
            triangle.SolveUpper(x, columns, kind.Unit);
        }
        else
        {
            triangle.SolveLower(x, columns, kind.Unit);
        }
    }

    private TMask Invert<TLane, TScalar, TMask>(SmallOperand<TLane, TScalar, TMask> matrix, LaneMemory<TLane, TScalar, TMask> reciprocals)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        TMask regular = TMask.True;
        for (int i = 0; i < n; i++)
        {
            TLane reciprocal = TLane.Create(TScalar.One) / matrix[i, i];
            reciprocals[i] = reciprocal;
            regular &= LaneArithmetic<TLane, TScalar, TMask>.IsRegular(reciprocal);
        }

        return regular;
    }
}
