using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

// One number for each matrix, in its lane.
public static unsafe partial class InterleavedRules
{
    /// <summary><see cref="ReductionRules.NormsForward"/>; NaN where the sum of squares is not exact, and where it is 0.</summary>
    public static void NormsForward<T>(ReadOnlySpan<T> a, Span<T> norms, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Fit(norms, 1, a, size))
        {
            return;
        }

        fixed (T* source = a, target = norms)
        {
            WidestLanes.Run<T, SquaresWork>(new SquaresWork(source, target, Groups(norms, 1), size));
        }

        foreach (ref T norm in norms)
        {
            norm = Interleaving.IsMiddling(norm) ? T.Sqrt(norm) : T.NaN;
        }
    }

    /// <summary><see cref="ReductionRules.NormsBackward"/>.</summary>
    public static void NormsBackward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> norms, int size, Span<T> normsBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Fit(normsBar, 1, a, size))
        {
            return;
        }

        for (int i = 0; i < normsBar.Length; i++)
        {
            normsBar[i] /= norms[i];
        }

        fixed (T* factor = normsBar, source = a, target = da)
        {
            WidestLanes.Run<T, MultipleWork>(new MultipleWork(factor, source, target, Groups(norms, 1), size));
        }
    }
}
