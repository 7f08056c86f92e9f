using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Exponentials of the matrices of a batch, and their derivatives.</summary>
internal static unsafe class BatchedExponential
{
    public static FactorOutcome Try<T>(ReadOnlySpan<T> a, Span<T> exponential, int n, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return BatchedFactors.Try<T, MatrixExponential<T>>(
            a, n, n, new FactorBuffer<T>(exponential, n, n, nameof(exponential)), default, default, out failed);
    }

    /// <summary>Exponentials and their tangents in given directions; these may overflow.</summary>
    public static void WithTangent<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> direction, Span<T> exponential, Span<T> tangent, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long size = BatchLengths.Size(n, n, nameof(n), nameof(n));
        int count = BatchLengths.Count(exponential.Length, size, nameof(exponential));
        nint step = BatchLengths.Step(a.Length, size, count, nameof(a));
        nint directionStep = BatchLengths.Step(direction.Length, size, count, nameof(direction));
        using ArenaScope scope = Arena.Enter();
        MatrixPair<T> pair = new(Scratch.Matrix<T>(scope, n, n), Scratch.Matrix<T>(scope, n, n));
        fixed (T* source = a, along = direction, target = exponential, change = tangent)
        {
            for (int i = 0; i < count; i++)
            {
                new Block<T>(source + (i * step), n, n).CopyTo(pair.Value);
                new Block<T>(along + (i * directionStep), n, n).CopyTo(pair.Tangent);
                if (!ExponentialSeries.TryReplace(pair) || !T.IsFinite(Magnitude.Largest(pair.Value)))
                {
                    Failure.ThrowUnlessWhole(FactorOutcome.NotFinite, i);
                }

                pair.Value.CopyTo(new Block<T>(target + (i * (nint)size), n, n));
                pair.Tangent.CopyTo(new Block<T>(change + (i * (nint)size), n, n));
            }
        }
    }
}
