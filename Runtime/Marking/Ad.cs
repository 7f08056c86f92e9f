using System.Runtime.CompilerServices;
using StaticAd.CompilerServices;

namespace StaticAd;

/// <summary>Functions that mean something to the derivative only.</summary>
public static class Ad
{
    /// <summary>Returns <paramref name="x"/>; the derivative treats the result as a constant (cotangent and tangent zero).</summary>
    /// <param name="x">The value to pass through.</param>
    /// <returns><paramref name="x"/>, bit for bit.</returns>
    public static double StopGradient(double x) => x;

    /// <inheritdoc cref="StopGradient(double)"/>
    public static float StopGradient(float x) => x;

    /// <inheritdoc cref="StopGradient(double)"/>
    // A whole number that stands there as a constant would do for Half too: it is meant for the others.
    [OverloadResolutionPriority(-1)]
    public static Half StopGradient(Half x) => x;

    /// <summary>
    /// The numbers from <paramref name="from"/> up to but without <paramref name="to"/>, for a loop whose reverse keeps a bounded
    /// number of states: <c>foreach (int step in Ad.Checkpointed(0, steps, 20)) { … }</c>. In reverse mode the state (the variables
    /// that the body hands from step to step, and the memory it changes) is kept at most <paramref name="snapshots"/> times; the
    /// steps in between are computed again from there. The steps to compute again are the fewest that are possible: n steps with s
    /// snapshots take at most r · n, where r is the smallest number with n ≤ (s + r)! / (s! r!).
    /// </summary>
    /// <param name="from">The first step.</param>
    /// <param name="to">Where the steps end; no step if it is not greater than <paramref name="from"/>.</param>
    /// <param name="snapshots">How many states the reverse may keep at a time, at least 1: that before the first step counts.</param>
    /// <returns>The steps, to be used by <c>foreach</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="snapshots"/> is less than 1.</exception>
    /// <remarks>
    /// Griewank, Walther: Algorithm 799, Revolve: an implementation of checkpointing for the reverse or adjoint mode of computational
    /// differentiation. ACM Transactions on Mathematical Software 26 (2000).
    /// </remarks>
    public static CheckpointedRange<int> Checkpointed(int from, int to, int snapshots)
    {
        Checkpoints.Budget(snapshots);
        return new CheckpointedRange<int>(from, to);
    }

    /// <inheritdoc cref="Checkpointed(int, int, int)"/>
    public static CheckpointedRange<long> Checkpointed(long from, long to, int snapshots)
    {
        Checkpoints.Budget(snapshots);
        return new CheckpointedRange<long>(from, to);
    }
}
