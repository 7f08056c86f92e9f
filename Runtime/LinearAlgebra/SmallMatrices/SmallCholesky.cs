using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>A = L Lᵀ for a group of small symmetric positive definite matrices, of which the lower triangle is read.</summary>
internal static class SmallCholesky<TLane, TScalar, TMask>
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    /// <summary>Lays (A + Aᵀ) / 2 below the diagonal and on it; where A is symmetric that is A itself, bit by bit.</summary>
    public static void MakeSymmetric(LaneMemory<TLane, TScalar, TMask> a, int n)
    {
        TLane half = TLane.Create(TScalar.One / TScalar.CreateTruncating(2));
        for (int i = 1; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                TLane below = a[(i * n) + j];
                TLane above = a[(j * n) + i];
                a[(i * n) + j] = TLane.Select(below == above, below, half * (above + below));
            }
        }
    }

    /// <summary>Puts L, with zeros above the diagonal, in the place of A; says where A is positive definite and finite.</summary>
    public static TMask Factor(LaneMemory<TLane, TScalar, TMask> a, int n)
    {
        TMask definite = TMask.True;
        for (int k = 0; k < n; k++)
        {
            LaneMemory<TLane, TScalar, TMask> row = a.From(k * n);
            TLane pivot = row[k];
            definite &= (pivot > TLane.Create(TScalar.Zero)) & (pivot < TLane.Create(TScalar.PositiveInfinity));
            TLane root = TLane.Sqrt(pivot);
            TLane reciprocal = TLane.Create(TScalar.One) / root;
            row[k] = root;
            for (int i = k + 1; i < n; i++)
            {
                row[i] = TLane.Create(TScalar.Zero);
                a[(i * n) + k] = LaneArithmetic<TLane, TScalar, TMask>.Divide(a[(i * n) + k], root, reciprocal);
            }

            for (int i = k + 1; i < n; i++)
            {
                Eliminate(a, n, k, i);
            }
        }

        return definite;
    }

    /// <summary>½ L⁻ᵀ (P + Pᵀ) L⁻¹ with P = Φ(Lᵀ G), Φ the lower triangle with half of the diagonal.</summary>
    /// <param name="l">The factors.</param>
    /// <param name="gradient">G, then the gradient.</param>
    /// <param name="work">Room for n² vectors.</param>
    /// <param name="reciprocals">Room for n vectors.</param>
    /// <param name="n">Rows and columns.</param>
    public static void Gradient(
        LaneMemory<TLane, TScalar, TMask> l, LaneMemory<TLane, TScalar, TMask> gradient,
        LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> reciprocals, int n)
    {
        for (int i = 0; i < n; i++)
        {
            MultiplyRow(l, gradient, work, n, i);
        }

        SmallTriangle<TLane, TScalar, TMask>.TakeReciprocals(l, n, reciprocals);
        var triangle = new SmallTriangle<TLane, TScalar, TMask>(new(l, 1, n), n, reciprocals, 1);
        triangle.SolveUpper(work, n, unit: false);
        new SmallOperand<TLane, TScalar, TMask>(work, 1, n).CopyTo(gradient, n, n);
        triangle.SolveUpperForSymmetric(gradient);
    }

    /// <summary>Row i of ½ Lᵀ G up to the diagonal, and the column that mirrors it.</summary>
    private static void MultiplyRow(
        LaneMemory<TLane, TScalar, TMask> l, LaneMemory<TLane, TScalar, TMask> g, LaneMemory<TLane, TScalar, TMask> target, int n, int i)
    {
        TLane half = TLane.Create(TScalar.One / TScalar.CreateTruncating(2));
        for (int j = 0; j <= i; j += 2)
        {
            // The second may be beyond the diagonal: then it is not used.
            int next = Math.Min(j + 1, n - 1);
            TLane first = TLane.Create(TScalar.Zero), second = first;
            for (int k = i * n; k < n * n; k += n)
            {
                TLane factor = l[k + i];
                first = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(factor, g[k + j], first);
                second = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(factor, g[k + next], second);
            }

            Mirror(target, n, i, j, half * first);
            if (next <= i)
            {
                Mirror(target, n, i, next, half * second);
            }
        }
    }

    private static void Mirror(LaneMemory<TLane, TScalar, TMask> target, int n, int i, int j, TLane value)
    {
        target[(i * n) + j] = value;
        target[(j * n) + i] = value;
    }

    private static void Eliminate(LaneMemory<TLane, TScalar, TMask> a, int n, int k, int i)
    {
        TLane factor = -a[(i * n) + k];
        LaneMemory<TLane, TScalar, TMask> row = a.From(i * n);
        LaneMemory<TLane, TScalar, TMask> column = a.From(((k + 1) * n) + k);
        for (int j = k + 1; j <= i; j++)
        {
            row[j] = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(factor, column[0], row[j]);
            column = column.From(n);
        }
    }
}
