using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticAd.CompilerServices;

/// <summary>
/// Two names of one type: a type parameter, and what it has turned out to be. Generated code hands values of the one on as values of the
/// other after it has compared the types; for different types the results mean nothing.
/// </summary>
/// <typeparam name="TFrom">The type as the value has it.</typeparam>
/// <typeparam name="TTo">The same type as it is wanted.</typeparam>
public static class Same<TFrom, TTo>
{
    /// <summary>A value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The same value.</returns>
    public static TTo Value(TFrom value) => Unsafe.BitCast<TFrom, TTo>(value);

    /// <summary>A variable.</summary>
    /// <param name="variable">The variable.</param>
    /// <returns>The same variable.</returns>
    public static ref TTo Variable(ref TFrom variable) => ref Unsafe.As<TFrom, TTo>(ref variable);

    /// <summary>A variable that is only read.</summary>
    /// <param name="variable">The variable.</param>
    /// <returns>The same variable.</returns>
    public static ref readonly TTo Input(ref readonly TFrom variable) => ref Unsafe.As<TFrom, TTo>(ref Unsafe.AsRef(in variable));

    /// <summary>A variable that takes a value only now.</summary>
    /// <param name="variable">The variable.</param>
    /// <returns>The same variable.</returns>
    public static ref TTo Output([UnscopedRef] out TFrom variable)
    {
        Unsafe.SkipInit(out variable);
        return ref Unsafe.As<TFrom, TTo>(ref variable);
    }

    /// <summary>The elements of a span.</summary>
    /// <param name="elements">The span.</param>
    /// <returns>A span over the same memory.</returns>
    public static Span<TTo> Elements(Span<TFrom> elements) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<TFrom, TTo>(ref MemoryMarshal.GetReference(elements)), elements.Length);

    /// <summary>The elements of a span.</summary>
    /// <param name="elements">The span.</param>
    /// <returns>A span over the same memory.</returns>
    public static ReadOnlySpan<TTo> Elements(ReadOnlySpan<TFrom> elements) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<TFrom, TTo>(ref MemoryMarshal.GetReference(elements)), elements.Length);
}
