using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>V diag(1 / s) Uᵀ of one matrix, 0 standing for 1 / s where s is no more than rounding errors make it.</summary>
internal readonly unsafe struct MatrixPseudoInverse<T> : IFactorisation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <param name="a">The matrix.</param>
    /// <param name="inverse">Takes its pseudo-inverse.</param>
    /// <param name="unused">Nothing.</param>
    /// <param name="unusedToo">Nothing either.</param>
    public static FactorOutcome Run(Block<T> a, Block<T> inverse, Block<T> unused, Block<T> unusedToo)
    {
        int rank = Math.Min(a.Rows, a.Columns);
        using ArenaScope scope = Arena.Enter();
        Block<T> u = Scratch.Matrix<T>(scope, a.Rows, rank);
        Block<T> vt = Scratch.Matrix<T>(scope, rank, a.Columns);
        Block<T> values = new(Scratch.Take<T>(scope, rank), rank, 1);
        FactorOutcome outcome = SingularValueFactors<T>.Run(a, values, u, vt);
        if (outcome != FactorOutcome.Whole)
        {
            return outcome;
        }

        T least = Magnitude.Epsilon<T>() * T.CreateTruncating(Math.Max(a.Rows, a.Columns)) * values[0, 0];
        for (int i = 0; i < rank; i++)
        {
            if (!(values[i, 0] > least))
            {
                vt.Part(i, 0, 1, vt.Columns).Clear();
                continue;
            }

            if (!T.IsFinite(T.One / values[i, 0]))
            {
                return FactorOutcome.NotFinite;
            }

            VectorOperations.Divide(vt.At(i, 0), values[i, 0], vt.Columns);
        }

        Gemm.Multiply(T.One, vt.Transposed, u.Transposed, inverse, accumulate: false);
        return FactorOutcome.Whole;
    }
}
