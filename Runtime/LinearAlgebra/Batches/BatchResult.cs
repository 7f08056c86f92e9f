using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>A result for each matrix of a batch, one behind the other.</summary>
/// <param name="first">That of the first matrix.</param>
/// <param name="elements">The elements of one.</param>
/// <param name="step">How far they are apart: 0 where the results of all are added up in one.</param>
internal readonly unsafe struct BatchResult<T>(T* first, int elements, nint step)
    where T : unmanaged
{
    public BatchResult(T* first, int elements)
        : this(first, elements, elements)
    {
    }

    public int Elements => elements;

    public bool IsOne => step == 0;

    public T* At(int index) => first + (index * step);

    /// <summary>Memory for as many results.</summary>
    public BatchResult<T> Waiting(ArenaScope scope, int count) => new(Scratch.Take<T>(scope, (long)elements * count), elements);

    public void CopyTo(BatchResult<T> target, int count) => Scratch.Copy(first, target.At(0), (nint)elements * count);
}
