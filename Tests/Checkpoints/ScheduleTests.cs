using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Checkpoints;

/// <summary>The schedule of checkpoints against the least possible work, found by dynamic programming.</summary>
public class ScheduleTests
{
    [Fact]
    public void NoScheduleNeedsFewerSteps()
    {
        const int steps = 80, states = 12;
        long[,] least = LeastWork(steps, states);
        for (int n = 1; n <= steps; n++)
        {
            for (int c = 1; c <= states; c++)
            {
                Assert.Equal(least[n, c], Work(n, c));
            }
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 5)]
    [InlineData(2, 2)]
    [InlineData(1_000_000, 3)]
    [InlineData(int.MaxValue, 40)]
    public void AdvancesAreWithinTheRange(int steps, int states)
    {
        int advance = StaticAd.CompilerServices.Checkpoints.Advance(steps, states);
        Assert.InRange(advance, 1, states == 1 ? steps : Math.Max(1, steps - 1));
        Assert.Equal(advance, StaticAd.CompilerServices.Checkpoints.Advance((long)steps, states));
    }

    [Fact]
    public void TrillionsOfStepsDoNotOverflow() =>
        Assert.InRange(StaticAd.CompilerServices.Checkpoints.Advance(long.MaxValue, 1000), 1, long.MaxValue - 1);

    [Fact]
    public void ABudgetOfNothingIsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("snapshots", () => Ad.Checkpointed(0, 10, 0));
        Assert.Throws<ArgumentOutOfRangeException>("snapshots", () => Ad.Checkpointed(0L, 10, -1));
    }

    [Fact]
    public void TheRangeIsThatOfAForLoop()
    {
        var steps = new List<int>();
        foreach (int step in Ad.Checkpointed(3, 7, 2))
        {
            steps.Add(step);
        }

        Assert.Equal([3, 4, 5, 6], steps);
        foreach (long step in Ad.Checkpointed(5L, 5L, 1))
        {
            Assert.Fail($"step {step} of an empty range");
        }
    }

    // Forward steps beside those of the reversals themselves: with one state every step runs again from the start.
    private static long[,] LeastWork(int steps, int states)
    {
        var least = new long[steps + 1, states + 1];
        for (int n = 2; n <= steps; n++)
        {
            least[n, 1] = n * (n - 1) / 2;
            for (int c = 2; c <= states; c++)
            {
                least[n, c] = Enumerable.Range(1, n - 1).Min(cut => cut + least[n - cut, c - 1] + least[cut, c]);
            }
        }

        return least;
    }

    private static long Work(int steps, int states)
    {
        if (states == 1)
        {
            return (long)steps * (steps - 1) / 2;
        }

        if (steps <= 1)
        {
            return 0;
        }

        int cut = StaticAd.CompilerServices.Checkpoints.Advance(steps, states);
        return cut + Work(steps - cut, states - 1) + Work(cut, states);
    }
}
