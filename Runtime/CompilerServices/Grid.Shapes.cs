using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

public static partial class Grid
{
    /// <summary>A dimension that two matrices must have in common.</summary>
    /// <param name="left">What one has.</param>
    /// <param name="right">What the other has.</param>
    /// <returns>It.</returns>
    /// <exception cref="ArgumentException">They differ.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Common(int left, int right)
    {
        if (left != right)
        {
            ThrowDimensions(left, right);
        }

        return left;
    }

    /// <summary>How many elements an array of several dimensions has that a loop replaces by another.</summary>
    /// <param name="length">Elements of the other.</param>
    /// <param name="kept">Its elements.</param>
    /// <returns>They.</returns>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Renewed(int length, int kept)
    {
        if (length != kept)
        {
            ThrowRenewed(length, kept);
        }

        return length;
    }

    /// <summary>How many matrices the result of two batches has: as many as both, or as one of them, if the other is a single matrix.</summary>
    /// <param name="left">Matrices of one batch.</param>
    /// <param name="right">Matrices of the other.</param>
    /// <returns>Matrices of the result.</returns>
    /// <exception cref="ArgumentException">The batches do not fit together.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Batch(int left, int right)
    {
        if (left != right && left != 1 && right != 1)
        {
            ThrowBatches(left, right);
        }

        return left == 1 ? right : left;
    }

    /// <summary>How many matrices so many elements are.</summary>
    /// <param name="length">Number of elements.</param>
    /// <param name="size">Number of elements of one matrix.</param>
    /// <returns>Number of matrices; none if they have no elements.</returns>
    /// <exception cref="ArgumentException">That is no whole number of matrices.</exception>
    public static int Matrices(int length, int size)
    {
        if (size == 0 ? length != 0 : length % size != 0)
        {
            ThrowMatrices(length, size);
        }

        return size == 0 ? 0 : length / size;
    }

    [DoesNotReturn]
    private static void ThrowRenewed(int length, int kept) => throw new InvalidOperationException(
        $"A loop replaces an array of {kept} elements by one of {length}: derivatives need one that is as long. Make the first as long, or use variables of their own.");

    [DoesNotReturn]
    private static void ThrowDimensions(int left, int right) => throw new ArgumentException(
        $"The shapes of the matrices do not fit: a dimension of {left} meets one of {right}.");

    [DoesNotReturn]
    private static void ThrowBatches(int left, int right) => throw new ArgumentException(
        $"Batches of {left} and of {right} matrices do not fit together: they must have as many, or one of them a single matrix.");

    [DoesNotReturn]
    private static void ThrowMatrices(int length, int size) => throw new ArgumentException(
        $"{length} elements are no whole number of matrices of {size} elements each.");
}
