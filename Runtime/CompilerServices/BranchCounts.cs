using System.ComponentModel;

namespace StaticAd.CompilerServices;

/// <summary>Counts how often each branch of a method was taken. For generated code of Debug builds only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BranchCounts
{
    private readonly long[] _counts;

    internal BranchCounts(int branches) => _counts = new long[branches];

    internal IReadOnlyList<long> Counts => _counts;

    /// <summary>Counts a branch.</summary>
    /// <param name="branch">Its number.</param>
    /// <returns>Always true, so that it can stand in a condition.</returns>
    public bool Took(int branch)
    {
        Interlocked.Increment(ref _counts[branch]);
        return true;
    }

    /// <summary>Counts the branch that a condition decides for.</summary>
    /// <param name="whenTrue">The number of the branch if it is true.</param>
    /// <param name="whenFalse">The number of the branch if it is false.</param>
    /// <param name="condition">The condition.</param>
    /// <returns>The condition.</returns>
    public bool Decide(int whenTrue, int whenFalse, bool condition)
    {
        Took(condition ? whenTrue : whenFalse);
        return condition;
    }
}
