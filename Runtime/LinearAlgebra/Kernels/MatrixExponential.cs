using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>exp A of one matrix.</summary>
internal readonly struct MatrixExponential<T> : IFactorisation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <param name="a">The matrix.</param>
    /// <param name="exponential">Takes exp A.</param>
    /// <param name="unused">Nothing.</param>
    /// <param name="unusedToo">Nothing either.</param>
    public static FactorOutcome Run(Block<T> a, Block<T> exponential, Block<T> unused, Block<T> unusedToo)
    {
        using ArenaScope scope = Arena.Enter();
        Block<T> work = Scratch.Matrix<T>(scope, a.Rows, a.Columns);
        a.CopyTo(work);
        if (!ExponentialSeries.TryReplace(new MatrixPair<T>(work, default)) || !T.IsFinite(Magnitude.Largest(work)))
        {
            return FactorOutcome.NotFinite;
        }

        work.CopyTo(exponential);
        return FactorOutcome.Whole;
    }
}
