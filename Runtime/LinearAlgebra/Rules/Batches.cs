using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>Sums over batches and their reverse, each the derivative of the other.</summary>
internal static unsafe class Batches
{
    /// <summary>Adds all matrices of a batch to one, or each to its like.</summary>
    public static void Add<T>(ReadOnlySpan<T> values, Span<T> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* source = values, target = sums)
        {
            for (nint i = 0; i < values.Length; i += sums.Length)
            {
                VectorOperations.Add(source + i, target, sums.Length);
            }
        }
    }

    /// <summary>Adds one matrix to all of a batch, or each to its like.</summary>
    public static void AddToEach<T>(ReadOnlySpan<T> values, Span<T> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* source = values, target = sums)
        {
            for (nint i = 0; i < sums.Length; i += values.Length)
            {
                VectorOperations.Add(source, target + i, values.Length);
            }
        }
    }

    [DerivativeOf(typeof(Batches), nameof(Add), Mode = DerivativeMode.Vjp)]
    public static void AddVjp<T>(ReadOnlySpan<T> values, Span<T> sums, Span<T> sumsBar, Span<T> dValues)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Add(values, sums);
        dValues.Clear();
        AddToEach(sumsBar, dValues);
    }

    [DerivativeOf(typeof(Batches), nameof(Add), Mode = DerivativeMode.Jvp)]
    public static void AddJvp<T>(ReadOnlySpan<T> values, Span<T> sums, ReadOnlySpan<T> valuesDot, Span<T> sumsDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Add(values, sums);
        Add(valuesDot, sumsDot);
    }

    [DerivativeOf(typeof(Batches), nameof(AddToEach), Mode = DerivativeMode.Vjp)]
    public static void AddToEachVjp<T>(ReadOnlySpan<T> values, Span<T> sums, Span<T> sumsBar, Span<T> dValues)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddToEach(values, sums);
        dValues.Clear();
        Add(sumsBar, dValues);
    }

    [DerivativeOf(typeof(Batches), nameof(AddToEach), Mode = DerivativeMode.Jvp)]
    public static void AddToEachJvp<T>(ReadOnlySpan<T> values, Span<T> sums, ReadOnlySpan<T> valuesDot, Span<T> sumsDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddToEach(values, sums);
        AddToEach(valuesDot, sumsDot);
    }
}
