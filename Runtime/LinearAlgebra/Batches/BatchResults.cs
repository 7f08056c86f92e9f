using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The results of an operation: one or two for each matrix.</summary>
internal readonly struct BatchResults<T>(BatchResult<T> first, BatchResult<T> second)
    where T : unmanaged
{
    public readonly BatchResult<T> First = first;
    public readonly BatchResult<T> Second = second;

    public BatchResults(BatchResult<T> only)
        : this(only, default)
    {
    }

    public int Elements => First.Elements + Second.Elements;

    public BatchResults<T> Waiting(ArenaScope scope, int count) => new(First.Waiting(scope, count), Second.Waiting(scope, count));

    public void CopyTo(BatchResults<T> target, int count)
    {
        First.CopyTo(target.First, count);
        Second.CopyTo(target.Second, count);
    }
}
