using System.ComponentModel;

namespace StaticAd.CompilerServices;

/// <summary>
/// Several independent scalars that generated code computes at once, one per lane. One generic body serves every width;
/// what lies in one lane never influences another.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="TScalar">The type of one lane.</typeparam>
/// <typeparam name="TMask">The result of comparing two lanes.</typeparam>
/// <remarks>
/// Functions have the names of <see cref="Math"/> and its results for NaN, infinities and signed zeros. The double functions
/// that are computed by polynomials here give the same bits in every width, so a result does not depend on where in a span
/// its argument stands. This type supports generated code; it is not meant to be used directly.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial interface ILane<TSelf, TScalar, TMask>
    where TSelf : struct, ILane<TSelf, TScalar, TMask>
    where TMask : struct, ILaneMask<TMask>
{
    /// <summary>The number of lanes.</summary>
    static abstract int Width { get; }

    /// <summary>The same value in every lane.</summary>
    static abstract TSelf Create(TScalar value);

    /// <summary>Reads <see cref="Width"/> consecutive elements.</summary>
    /// <remarks>Unchecked: <c>0 ≤ index ≤ source.Length - Width</c> must hold; the loop that drives the lanes ensures it.</remarks>
    static abstract TSelf Load(ReadOnlySpan<TScalar> source, int index);

    /// <summary>Writes <see cref="Width"/> consecutive elements.</summary>
    /// <remarks>Unchecked: <c>0 ≤ index ≤ target.Length - Width</c> must hold; the loop that drives the lanes ensures it.</remarks>
    static abstract void Store(TSelf value, Span<TScalar> target, int index);

    /// <summary>In each lane <paramref name="whenTrue"/> where the mask is true, else <paramref name="whenFalse"/>.</summary>
    /// <remarks>What was not selected has no influence, NaN included.</remarks>
    static abstract TSelf Select(TMask mask, TSelf whenTrue, TSelf whenFalse);

    /// <summary>True where the value is not a number.</summary>
    static virtual TMask IsNaN(TSelf x)
    {
        // The compiler warns of comparing a variable with itself.
        TSelf same = x;
        return x != same;
    }

    /// <summary>The sum.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>The difference.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>The product.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>The quotient.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>The remainder of the truncated quotient, exact, with the sign of <paramref name="left"/>.</summary>
    static abstract TSelf operator %(TSelf left, TSelf right);

    /// <summary>The value with its sign changed, that of zero included.</summary>
    static abstract TSelf operator -(TSelf value);

    /// <summary>Compares; false where an operand is NaN.</summary>
    static abstract TMask operator <(TSelf left, TSelf right);

    /// <summary>Compares; false where an operand is NaN.</summary>
    static abstract TMask operator >(TSelf left, TSelf right);

    /// <summary>Compares; false where an operand is NaN.</summary>
    static abstract TMask operator <=(TSelf left, TSelf right);

    /// <summary>Compares; false where an operand is NaN.</summary>
    static abstract TMask operator >=(TSelf left, TSelf right);

    /// <summary>Compares; false where an operand is NaN.</summary>
    static abstract TMask operator ==(TSelf left, TSelf right);

    /// <summary>Compares; true where an operand is NaN.</summary>
    static abstract TMask operator !=(TSelf left, TSelf right);
}
