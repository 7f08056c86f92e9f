using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of <c>Einsums.Contract</c>, as rules: the gradient of an operand is a sum of the same kind, the cotangent in its place.</summary>
/// <remarks>
/// This type supports generated code; it is not meant to be used directly. Parameters are those of the operation, then the cotangent of its
/// result, zero on return, and the gradients of its operands, which are overwritten; or tangents.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class EinsumRules
{
    /// <summary>Of one operand: the result, and the gradients.</summary>
    [Differentiable]
    [DerivativeOf(typeof(Einsums), nameof(Einsums.Contract), Mode = DerivativeMode.Vjp)]
    public static void ContractVjp<T>(
        ReadOnlySpan<T> a, Span<T> result, ReadOnlySpan<int> sizes, int termA, int term, Span<T> resultBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Einsums.Contract(a, result, sizes, termA, term);
        Einsums.Contract(resultBar, da, sizes, term, termA);
        resultBar.Clear();
    }

    /// <summary>Of one operand: the result, and its tangent.</summary>
    [Differentiable]
    [DerivativeOf(typeof(Einsums), nameof(Einsums.Contract), Mode = DerivativeMode.Jvp)]
    public static void ContractJvp<T>(
        ReadOnlySpan<T> a, Span<T> result, ReadOnlySpan<int> sizes, int termA, int term, ReadOnlySpan<T> aDot, Span<T> resultDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Einsums.Contract(a, result, sizes, termA, term);
        Einsums.Contract(aDot, resultDot, sizes, termA, term);
    }

    /// <summary>Of two operands: the result, and the gradients.</summary>
    [Differentiable]
    [DerivativeOf(typeof(Einsums), nameof(Einsums.Contract), Mode = DerivativeMode.Vjp)]
    public static void ContractVjp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> result, ReadOnlySpan<int> sizes, int termA, int termB, int term, Span<T> resultBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Einsums.Contract(a, b, result, sizes, termA, termB, term);
        Einsums.Contract(resultBar, b, da, sizes, term, termB, termA);
        Einsums.Contract(a, resultBar, db, sizes, termA, term, termB);
        resultBar.Clear();
    }

    /// <summary>Of two operands: the result, and its tangent.</summary>
    [Differentiable]
    [DerivativeOf(typeof(Einsums), nameof(Einsums.Contract), Mode = DerivativeMode.Jvp)]
    public static void ContractJvp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> result, ReadOnlySpan<int> sizes, int termA, int termB, int term,
        ReadOnlySpan<T> aDot, ReadOnlySpan<T> bDot, Span<T> resultDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Einsums.Contract(a, b, result, sizes, termA, termB, term);
        Einsums.Contract(aDot, b, resultDot, sizes, termA, termB, term);
        Einsums.Accumulate(a, bDot, resultDot, sizes, termA, termB, term);
    }

    /// <summary>Of three operands: the result, and the gradients.</summary>
    [Differentiable]
    [DerivativeOf(typeof(Einsums), nameof(Einsums.Contract), Mode = DerivativeMode.Vjp)]
    public static void ContractVjp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c, Span<T> result, ReadOnlySpan<int> sizes, int termA, int termB, int termC, int term,
        Span<T> resultBar, Span<T> da, Span<T> db, Span<T> dc)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Einsums.Contract(a, b, c, result, sizes, termA, termB, termC, term);
        Einsums.Contract(resultBar, b, c, da, sizes, term, termB, termC, termA);
        Einsums.Contract(a, resultBar, c, db, sizes, termA, term, termC, termB);
        Einsums.Contract(a, b, resultBar, dc, sizes, termA, termB, term, termC);
        resultBar.Clear();
    }

    /// <summary>Of three operands: the result, and its tangent.</summary>
    [Differentiable]
    [DerivativeOf(typeof(Einsums), nameof(Einsums.Contract), Mode = DerivativeMode.Jvp)]
    public static void ContractJvp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c, Span<T> result, ReadOnlySpan<int> sizes, int termA, int termB, int termC, int term,
        ReadOnlySpan<T> aDot, ReadOnlySpan<T> bDot, ReadOnlySpan<T> cDot, Span<T> resultDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Einsums.Contract(a, b, c, result, sizes, termA, termB, termC, term);
        Einsums.Contract(aDot, b, c, resultDot, sizes, termA, termB, termC, term);
        Einsums.Accumulate(a, bDot, c, resultDot, sizes, termA, termB, termC, term);
        Einsums.Accumulate(a, b, cDot, resultDot, sizes, termA, termB, termC, term);
    }
}
