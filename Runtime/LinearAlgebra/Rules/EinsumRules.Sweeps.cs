using System.Numerics;

namespace StaticAd.CompilerServices;

// In sweeps of their own these operations need not run again, and add to gradients where they are.
public static partial class EinsumRules
{
    /// <summary>The operation itself; the backward sweep needs nothing else.</summary>
    [DerivativeOf(typeof(Einsums), nameof(Einsums.Contract), Mode = DerivativeMode.Forward)]
    public static void ContractForward<T>(
        ReadOnlySpan<T> a, Span<T> result, ReadOnlySpan<int> sizes, int termA, int term, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Einsums.Contract(a, result, sizes, termA, term);

    /// <summary>Adds the gradients.</summary>
    [DerivativeOf(typeof(Einsums), nameof(Einsums.Contract), Mode = DerivativeMode.Backward)]
    public static void ContractBackward<T>(
        ReadOnlySpan<T> a, [Scratch] ReadOnlySpan<T> result, ReadOnlySpan<int> sizes, int termA, int term,
        Span<T> resultBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Einsums.Accumulate(resultBar, da, sizes, term, termA);
        resultBar.Clear();
    }

    /// <summary>The operation itself; the backward sweep needs nothing else.</summary>
    [DerivativeOf(typeof(Einsums), nameof(Einsums.Contract), Mode = DerivativeMode.Forward)]
    public static void ContractForward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> result, ReadOnlySpan<int> sizes, int termA, int termB, int term, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Einsums.Contract(a, b, result, sizes, termA, termB, term);

    /// <summary>Adds the gradients.</summary>
    [DerivativeOf(typeof(Einsums), nameof(Einsums.Contract), Mode = DerivativeMode.Backward)]
    public static void ContractBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, [Scratch] ReadOnlySpan<T> result, ReadOnlySpan<int> sizes, int termA, int termB, int term,
        Span<T> resultBar, Span<T> da, Span<T> db, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Einsums.Accumulate(resultBar, b, da, sizes, term, termB, termA);
        Einsums.Accumulate(a, resultBar, db, sizes, termA, term, termB);
        resultBar.Clear();
    }

    /// <summary>The operation itself; the backward sweep needs nothing else.</summary>
    [DerivativeOf(typeof(Einsums), nameof(Einsums.Contract), Mode = DerivativeMode.Forward)]
    public static void ContractForward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c, Span<T> result, ReadOnlySpan<int> sizes, int termA, int termB, int termC, int term, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Einsums.Contract(a, b, c, result, sizes, termA, termB, termC, term);

    /// <summary>Adds the gradients.</summary>
    [DerivativeOf(typeof(Einsums), nameof(Einsums.Contract), Mode = DerivativeMode.Backward)]
    public static void ContractBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c, [Scratch] ReadOnlySpan<T> result, ReadOnlySpan<int> sizes, int termA, int termB, int termC, int term,
        Span<T> resultBar, Span<T> da, Span<T> db, Span<T> dc, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Einsums.Accumulate(resultBar, b, c, da, sizes, term, termB, termC, termA);
        Einsums.Accumulate(a, resultBar, c, db, sizes, termA, term, termC, termB);
        Einsums.Accumulate(a, b, resultBar, dc, sizes, termA, termB, term, termC);
        resultBar.Clear();
    }
}
