using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

// In sweeps of their own these operations need not run again, and add to gradients where they are.
public static partial class ElementRules
{
    /// <summary>The operation itself; the backward sweep needs nothing else.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Add), Mode = DerivativeMode.Forward)]
    public static void AddForward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> sum, int size, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.Add(a, b, sum, size);

    /// <summary>Adds the gradients.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Add), Mode = DerivativeMode.Backward)]
    public static void AddBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, [Scratch] ReadOnlySpan<T> sum, int size, Span<T> sumBar, Span<T> da, Span<T> db, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Accumulate(sumBar, da, size);
        LinearAlgebra.Accumulate(sumBar, db, size);
        sumBar.Clear();
    }

    /// <summary>The operation itself; the backward sweep needs nothing else.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Subtract), Mode = DerivativeMode.Forward)]
    public static void SubtractForward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> difference, int size, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.Subtract(a, b, difference, size);

    /// <summary>Adds the gradients.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Subtract), Mode = DerivativeMode.Backward)]
    public static void SubtractBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, [Scratch] ReadOnlySpan<T> difference, int size, Span<T> differenceBar, Span<T> da, Span<T> db, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Accumulate(differenceBar, da, size);
        BatchedSums.AddMultiples([-T.One], differenceBar, db, size);
        differenceBar.Clear();
    }

    /// <summary>The operation itself; the backward sweep needs nothing else.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Hadamard), Mode = DerivativeMode.Forward)]
    public static void HadamardForward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, int size, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.Hadamard(a, b, product, size);

    /// <summary>Adds the gradients.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Hadamard), Mode = DerivativeMode.Backward)]
    public static void HadamardBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, [Scratch] ReadOnlySpan<T> product, int size, Span<T> productBar, Span<T> da, Span<T> db, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        BatchedSums.AddProducts(productBar, b, da, size);
        BatchedSums.AddProducts(productBar, a, db, size);
        productBar.Clear();
    }

    /// <summary>The operation itself; the backward sweep needs nothing else.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Accumulate), Mode = DerivativeMode.Forward)]
    public static void AccumulateForward<T>(ReadOnlySpan<T> a, Span<T> sum, int size, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.Accumulate(a, sum, size);

    /// <summary>Adds the gradients.</summary>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Accumulate), Mode = DerivativeMode.Backward)]
    public static void AccumulateBackward<T>(
        ReadOnlySpan<T> a, [Scratch] ReadOnlySpan<T> sum, int size, Span<T> sumBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Accumulate(sumBar, da, size);
    }
}
