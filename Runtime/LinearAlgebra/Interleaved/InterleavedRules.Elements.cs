using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

// What goes element by element does not ask where the matrices lie.
public static unsafe partial class InterleavedRules
{
    /// <summary><see cref="ElementRules.AddForward"/>.</summary>
    public static void AddForward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> sum, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Combine<T, Plus<T>>(a, b, sum);

    /// <summary><see cref="ElementRules.AddBackward"/>.</summary>
    public static void AddBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> sum, int size, Span<T> sumBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Combine<T, Plus<T>>(da, sumBar, da);
        Combine<T, Plus<T>>(db, sumBar, db);
    }

    /// <summary><see cref="ElementRules.SubtractForward"/>.</summary>
    public static void SubtractForward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> difference, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Combine<T, Minus<T>>(a, b, difference);

    /// <summary><see cref="ElementRules.SubtractBackward"/>.</summary>
    public static void SubtractBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> difference, int size, Span<T> differenceBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Combine<T, Plus<T>>(da, differenceBar, da);
        Combine<T, Minus<T>>(db, differenceBar, db);
    }

    /// <summary><see cref="ElementRules.HadamardForward"/>.</summary>
    public static void HadamardForward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Combine<T, Times<T>>(a, b, product);

    /// <summary><see cref="ElementRules.HadamardBackward"/>.</summary>
    public static void HadamardBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> product, int size, Span<T> productBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (a.Length != productBar.Length || b.Length != productBar.Length)
        {
            return;
        }

        fixed (T* left = a, right = b, cotangent = productBar, leftGradient = da, rightGradient = db)
        {
            ElementOperations.AddProducts(cotangent, right, leftGradient, productBar.Length);
            ElementOperations.AddProducts(cotangent, left, rightGradient, productBar.Length);
        }
    }

    /// <summary>The cotangent of what is squared and added up, of half the sum: the elements themselves.</summary>
    public static void SquaresBackward<T>(ReadOnlySpan<T> a, Span<T> cotangent)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => a.CopyTo(cotangent);

    /// <summary>The cotangent of what is added up: 1 for each element.</summary>
    public static void SumBackward<T>(Span<T> cotangent)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => cotangent.Fill(T.One);

    private static void Combine<T, TOperation>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IPairOperation<T>
    {
        if (a.Length != result.Length || b.Length != result.Length)
        {
            result.Fill(T.NaN);
            return;
        }

        fixed (T* left = a, right = b, target = result)
        {
            ElementOperations.Combine<T, TOperation>(left, right, target, result.Length);
        }
    }
}
