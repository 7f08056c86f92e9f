// What those methods of System.Numerics.Tensors.TensorPrimitives compute whose results have the same bits as those of a loop, as source
// that is differentiated.
using System;
using System.Numerics;

namespace StaticAd.Surrogates;

internal static partial class TensorPrimitivesMembers
{
    public static void Negate<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IUnaryNegationOperators<T, T> => Each(x, destination, v => -v);

    public static void Abs<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : INumberBase<T> => Each(x, destination, v => T.Abs(v));

    public static void Reciprocal<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPoint<T> => Each(x, destination, v => T.One / v);

    public static void Sqrt<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IRootFunctions<T> => Each(x, destination, v => T.Sqrt(v));

    public static void Floor<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPoint<T> => Each(x, destination, v => T.Floor(v));

    public static void Ceiling<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPoint<T> => Each(x, destination, v => T.Ceiling(v));

    public static void Truncate<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPoint<T> => Each(x, destination, v => T.Truncate(v));

    public static void Add<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IAdditionOperators<T, T, T> => Both(x, y, destination, (a, b) => a + b);

    public static void Add<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IAdditionOperators<T, T, T> => Each(x, destination, v => v + y);

    public static void Multiply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IMultiplyOperators<T, T, T> => Both(x, y, destination, (a, b) => a * b);

    public static void Multiply<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IMultiplyOperators<T, T, T> => Each(x, destination, v => v * y);

    public static void Subtract<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : ISubtractionOperators<T, T, T> => Both(x, y, destination, (a, b) => a - b);

    public static void Subtract<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : ISubtractionOperators<T, T, T> => Each(x, destination, v => v - y);

    public static void Subtract<T>(T x, ReadOnlySpan<T> y, Span<T> destination)
        where T : ISubtractionOperators<T, T, T> => Each(y, destination, v => x - v);

    public static void Divide<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IDivisionOperators<T, T, T> => Both(x, y, destination, (a, b) => a / b);

    public static void Divide<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IDivisionOperators<T, T, T> => Each(x, destination, v => v / y);

    public static void Divide<T>(T x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IDivisionOperators<T, T, T> => Each(y, destination, v => x / v);

    public static void MultiplyAdd<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> addend, Span<T> destination)
        where T : INumberBase<T> => All(x, y, addend, destination, (a, b, c) => a * b + c);

    public static void MultiplyAdd<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T addend, Span<T> destination)
        where T : INumberBase<T> => Both(x, y, destination, (a, b) => a * b + addend);

    public static void MultiplyAdd<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> addend, Span<T> destination)
        where T : INumberBase<T> => Both(x, addend, destination, (a, b) => a * y + b);

    public static void AddMultiply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> multiplier, Span<T> destination)
        where T : INumberBase<T> => All(x, y, multiplier, destination, (a, b, c) => (a + b) * c);

    public static void AddMultiply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T multiplier, Span<T> destination)
        where T : INumberBase<T> => Both(x, y, destination, (a, b) => (a + b) * multiplier);

    public static void AddMultiply<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> multiplier, Span<T> destination)
        where T : INumberBase<T> => Both(x, multiplier, destination, (a, b) => (a + y) * b);

    public static void Increment<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IIncrementOperators<T>, INumberBase<T> => Each(x, destination, v => v + T.One);

    public static void Decrement<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IDecrementOperators<T>, INumberBase<T> => Each(x, destination, v => v - T.One);

    public static void Round<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPoint<T> => Each(x, destination, v => T.Round(v));

    public static void Max<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : INumber<T> => Both(x, y, destination, (a, b) => T.Max(a, b));

    public static void Max<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : INumber<T> => Each(x, destination, v => T.Max(v, y));

    public static void Min<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : INumber<T> => Both(x, y, destination, (a, b) => T.Min(a, b));

    public static void Min<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : INumber<T> => Each(x, destination, v => T.Min(v, y));

    public static void Clamp<T>(ReadOnlySpan<T> x, T min, T max, Span<T> destination)
        where T : INumber<T> => Each(x, destination, v => T.Clamp(v, min, max));

    public static void Clamp<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> min, ReadOnlySpan<T> max, Span<T> destination)
        where T : INumber<T> => All(x, min, max, destination, (v, low, high) => T.Clamp(v, low, high));

    public static T Max<T>(ReadOnlySpan<T> x)
        where T : INumber<T> => Fold(x, (a, b) => T.Max(a, b));

    public static T Min<T>(ReadOnlySpan<T> x)
        where T : INumber<T> => Fold(x, (a, b) => T.Min(a, b));

    public static T MaxMagnitude<T>(ReadOnlySpan<T> x)
        where T : INumberBase<T> => Fold(x, (a, b) => T.MaxMagnitude(a, b));

    public static T MinMagnitude<T>(ReadOnlySpan<T> x)
        where T : INumberBase<T> => Fold(x, (a, b) => T.MinMagnitude(a, b));

    private static T Fold<T>(ReadOnlySpan<T> x, Func<T, T, T> choose)
    {
        T result = x[0];
        for (int i = 1; i < x.Length; i++)
        {
            result = choose(result, x[i]);
        }

        return result;
    }

    private static void Each<T>(ReadOnlySpan<T> x, Span<T> destination, Func<T, T> function)
    {
        Span<T> result = destination.Slice(0, x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            result[i] = function(x[i]);
        }
    }

    // Taking as much of each span as the other has makes spans of different lengths throw, as they do in the library.
    private static void Both<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, Func<T, T, T> function)
    {
        ReadOnlySpan<T> a = x.Slice(0, y.Length), b = y.Slice(0, x.Length);
        Span<T> result = destination.Slice(0, x.Length);
        for (int i = 0; i < a.Length; i++)
        {
            result[i] = function(a[i], b[i]);
        }
    }

    private static void All<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> destination, Func<T, T, T, T> function)
    {
        ReadOnlySpan<T> a = x.Slice(0, y.Length), b = y.Slice(0, z.Length), c = z.Slice(0, x.Length);
        Span<T> result = destination.Slice(0, x.Length);
        for (int i = 0; i < a.Length; i++)
        {
            result[i] = function(a[i], b[i], c[i]);
        }
    }
}
