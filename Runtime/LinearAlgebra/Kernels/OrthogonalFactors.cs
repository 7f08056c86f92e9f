using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>A = Q R of one matrix that has no more columns than rows, no element of the diagonal of R being negative.</summary>
internal readonly unsafe struct OrthogonalFactors<T> : IFactorisation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <param name="a">The matrix.</param>
    /// <param name="q">Takes Q, of the shape of A.</param>
    /// <param name="r">Takes R, with zeros below the diagonal.</param>
    /// <param name="unused">Nothing.</param>
    public static FactorOutcome Run(Block<T> a, Block<T> q, Block<T> r, Block<T> unused)
    {
        T largest = Magnitude.Largest(a);
        if (!T.IsFinite(largest))
        {
            return FactorOutcome.NotFinite;
        }

        using ArenaScope scope = Arena.Enter();
        Block<T> work = Scratch.Matrix<T>(scope, a.Rows, a.Columns);
        Block<T> v = Scratch.Matrix<T>(scope, a.Rows, a.Columns);
        Block<T> t = Scratch.Matrix<T>(scope, a.Columns, a.Columns);
        int exponent = Magnitude.ScalingExponent(largest);
        Magnitude.CopyScaled(a, exponent, work);
        QrFactors.Factor(work, v, t);
        if (!Restore(work, -exponent))
        {
            return FactorOutcome.NotFinite;
        }

        QrFactors.FormQ(v, t, q);
        WriteR(work, r, q);
        return FactorOutcome.Whole;
    }

    private static bool Restore(Block<T> work, int exponent)
    {
        for (int i = 0; i < work.Columns; i++)
        {
            Magnitude.Scale(work.At(i, i), exponent, work.Columns - i);
            if (!T.IsFinite(Magnitude.Largest(work.Part(i, i, 1, work.Columns - i))))
            {
                return false;
            }
        }

        return true;
    }

    private static void WriteR(Block<T> work, Block<T> r, Block<T> q)
    {
        for (int i = 0; i < r.Rows; i++)
        {
            bool negative = work[i, i] < T.Zero;
            r.Part(i, 0, 1, i).Clear();
            for (int j = i; j < r.Columns; j++)
            {
                r[i, j] = negative ? -work[i, j] : work[i, j];
            }

            for (int k = 0; k < q.Rows && negative; k++)
            {
                q[k, i] = -q[k, i];
            }
        }
    }
}
