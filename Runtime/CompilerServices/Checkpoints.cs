using System.ComponentModel;

namespace StaticAd.CompilerServices;

/// <summary>Where generated code keeps the states of a checkpointed loop. For generated code only.</summary>
/// <remarks>
/// With c checkpoints, the one at the start of the range included, β(c, r) = (c + r)! / (c! r!) steps can be reversed so that no step
/// is run forward more than r times beside its own reversal. A range is best cut where both parts are as balanced as that allows:
/// Griewank, Walther: Evaluating Derivatives, 2nd edition (SIAM 2008), section 12.3.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Checkpoints
{
    /// <summary>Checks how many states a loop may keep.</summary>
    /// <param name="snapshots">The number that the user gave.</param>
    /// <returns><paramref name="snapshots"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public static int Budget(int snapshots)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(snapshots, 1);
        return snapshots;
    }

    /// <summary>How many steps to run from a kept state before the next state is kept.</summary>
    /// <param name="steps">Steps from the kept state to the end of what is to be reversed.</param>
    /// <param name="checkpoints">States that can be kept there, the one at the start included.</param>
    /// <returns>From 1 to <paramref name="steps"/> − 1; <paramref name="steps"/> if no further state can be kept, or for a single step.</returns>
    public static int Advance(int steps, int checkpoints) => (int)Advance((long)steps, checkpoints);

    /// <inheritdoc cref="Advance(int, int)"/>
    public static long Advance(long steps, int checkpoints)
    {
        if (checkpoints <= 1 || steps <= 1)
        {
            return steps;
        }

        // β(c, r - 2), β(c, r - 1), β(c, r) for the smallest r that suffices; β(c, r) (c + r + 1) may exceed 64 bits.
        Int128 beforeLast = 0, last = 1, reach = checkpoints + 1;
        long repetitions = 1;
        while (reach < steps)
        {
            repetitions++;
            (beforeLast, last, reach) = (last, reach, reach * (checkpoints + repetitions) / repetitions);
        }

        // The right part has one checkpoint less: β(c - 1, r) = β(c, r) - β(c, r - 1), and the same one level below.
        Int128 longestRight = reach - last;
        Int128 shortestRight = last - beforeLast;
        Int128 least = Int128.Max(beforeLast, steps - longestRight);
        Int128 most = Int128.Min(last, steps - shortestRight);
        return (long)Int128.Clamp(most, Int128.Max(least, 1), steps - 1);
    }
}
