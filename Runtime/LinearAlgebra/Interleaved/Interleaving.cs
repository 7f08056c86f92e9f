using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>
/// Batches of small matrices in another layout: of as many as a vector has lanes, the elements of the same place lie side by side. A whole expression runs in
/// it, some groups at a time, on memory that stays in the nearest caches.
/// </summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Interleaving
{
    /// <summary>Bytes of the inputs that are worked on at a time: with what is computed from them they are in the caches near the processor.</summary>
    private const int BytesAtATime = 12 * 1024;

    /// <summary>Larger matrices are faster one by one.</summary>
    private const int LargestSide = 10;

    /// <summary>How many matrices two operands have, of which one may serve all of the other; 0 where they do not fit.</summary>
    public static int Count(int left, int right) => left == right || right == 1 ? left : left == 1 ? right : 0;

    /// <summary>The larger of two numbers of rows or columns; where one is 0, a number that is too large.</summary>
    public static int Side(int left, int right) => left < 1 || right < 1 ? int.MaxValue : Math.Max(left, right);

    /// <summary>How many matrices of each input are worked on at a time, whole groups.</summary>
    /// <param name="count">The matrices of an input.</param>
    /// <param name="largest">The largest number of rows or columns.</param>
    /// <param name="elements">The elements of one matrix of each input together.</param>
    /// <param name="summed">The elements of what is added up at the end.</param>
    /// <returns>0 where operations one by one are faster, or must say what is wrong.</returns>
    public static int Matrices<T>(int count, int largest, int elements, int summed)
        where T : unmanaged
    {
        if (count < 2 || largest > LargestSide || summed % count != 0 || summed == 0)
        {
            return 0;
        }

        int width = WidestLanes.Width<T>();
        int groups = Math.Max(1, BytesAtATime / (elements * width * Unsafe.SizeOf<T>()));
        return width * Math.Min(groups, (count + width - 1) / width);
    }

    /// <summary>How many matrices, whole groups, are worked on from one of them on.</summary>
    public static int Next<T>(int first, int count, int matrices)
        where T : unmanaged
    {
        int width = WidestLanes.Width<T>(), left = count - first;
        return left >= matrices ? matrices : (left + width - 1) / width * width;
    }

    /// <summary>Interleaves matrices; the last one is repeated until the last group is full.</summary>
    /// <param name="source">All matrices, or one that serves all.</param>
    /// <param name="first">The first that is read.</param>
    /// <param name="size">The elements of one.</param>
    /// <param name="groups">Takes them.</param>
    public static void Read<T>(ReadOnlySpan<T> source, int first, int size, Span<T> groups)
        where T : unmanaged
    {
        fixed (T* from = source, to = groups)
        {
            bool isShared = source.Length == size;
            T* start = isShared ? from : from + ((nint)first * size);
            WidestLanes.Run<T, ReadWork>(new ReadWork(start, to, isShared ? 1 : (source.Length / size) - first, size, groups.Length / size));
        }
    }

    /// <summary>Lays gradients where they belong, or adds them up for the one matrix that serves all.</summary>
    /// <param name="groups">The gradients.</param>
    /// <param name="first">The matrix that the first belongs to.</param>
    /// <param name="count">How many matrices there are.</param>
    /// <param name="size">The elements of one.</param>
    /// <param name="target">Takes them.</param>
    public static void Write<T>(ReadOnlySpan<T> groups, int first, int count, int size, Span<T> target)
        where T : unmanaged
    {
        fixed (T* from = groups, to = target)
        {
            int matrices = Math.Min(count - first, groups.Length / size);
            if (target.Length == size)
            {
                target.Slice(0, first == 0 ? size : 0).Clear();
                WidestLanes.Run<T, AddUpWork>(new AddUpWork(from, to, matrices, size));
            }
            else
            {
                WidestLanes.Run<T, WriteWork>(new WriteWork(from, to + ((nint)first * size), matrices, size));
            }
        }
    }

    /// <summary>The sum of the squares of all elements, or NaN if there are not as many for each matrix as there should be.</summary>
    /// <param name="groups">The matrices.</param>
    /// <param name="first">The number of the first.</param>
    /// <param name="count">How many there are in all.</param>
    /// <param name="size">The elements of one.</param>
    public static T Squares<T>(ReadOnlySpan<T> groups, int first, int count, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Sum(groups, first, count, size, ofSquares: true);

    /// <summary>The sum of all elements, or NaN if there are not as many for each matrix as there should be.</summary>
    /// <inheritdoc cref="Squares"/>
    public static T Sum<T>(ReadOnlySpan<T> groups, int first, int count, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Sum(groups, first, count, size, ofSquares: false);

    /// <summary>Whether a sum of squares is such that neither squares nor gradients have left the range in which numbers are exact.</summary>
    public static bool IsMiddling<T>(T squares)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T largest = T.CreateSaturating(typeof(T) == typeof(double) ? 1e40 : 1e12);
        return squares < largest && squares * largest > T.One;
    }

    /// <summary>Whether a sum is a number.</summary>
    public static bool IsFinite<T>(T sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.IsFinite(sum);

    /// <summary>Multiplies gradients by a factor; false if one is not finite.</summary>
    public static bool Scale<T>(Span<T> gradients, T factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* target = gradients)
        {
            return ElementOperations.ScaleInPlace(factor, target, gradients.Length);
        }
    }

    private static T Sum<T>(ReadOnlySpan<T> groups, int first, int count, int size, bool ofSquares)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (groups.Length != (long)Next<T>(first, count, groups.Length / size) * size)
        {
            return T.NaN;
        }

        T sum = T.Zero;
        fixed (T* start = groups)
        {
            WidestLanes.Run<T, SumWork>(new SumWork(start, Math.Min(count - first, groups.Length / size), size, ofSquares, &sum));
        }

        return sum;
    }
}
