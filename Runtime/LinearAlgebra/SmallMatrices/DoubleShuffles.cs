using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticAd.CompilerServices;

/// <summary>
/// Carries two doubles of each matrix of a group at once between memory and lanes, of eight matrices four. What does not fill the last such piece
/// is carried with what stands before it, a second time.
/// </summary>
internal static unsafe class DoubleShuffles
{
    private const int Piece = 2;

    /// <summary>Reads all elements.</summary>
    /// <param name="source">As many matrices as a vector has lanes, one behind the other.</param>
    /// <param name="elements">The elements of one.</param>
    /// <param name="target">Their vectors.</param>
    /// <param name="width">2, 4 or 8 lanes, a constant where this is called.</param>
    /// <returns>False, with nothing done, if a matrix is smaller than a piece.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Read(double* source, int elements, double* target, int width)
    {
        if (elements < Piece)
        {
            return false;
        }

        for (int next = width == 8 ? ReadFours(source, target, elements) : 0; next < elements; next += Piece)
        {
            int element = Math.Min(next, elements - Piece);
            double* from = source + element;
            double* to = target + (nint)element * width;
            if (width == 8)
            {
                Vector512<double> even = Pieces(from, elements, 0, 2).ToVector512Unsafe().WithUpper(Pieces(from, elements, 4, 6));
                Vector512<double> odd = Pieces(from, elements, 1, 3).ToVector512Unsafe().WithUpper(Pieces(from, elements, 5, 7));
                Avx512F.UnpackLow(even, odd).Store(to);
                Avx512F.UnpackHigh(even, odd).Store(to + 8);
            }
            else if (width == 4)
            {
                Vector256<double> even = Pieces(from, elements, 0, 2);
                Vector256<double> odd = Pieces(from, elements, 1, 3);
                Avx.UnpackLow(even, odd).Store(to);
                Avx.UnpackHigh(even, odd).Store(to + 4);
            }
            else
            {
                Vector128<double> even = Vector128.Load(from);
                Vector128<double> odd = Vector128.Load(from + elements);
                Sse2.UnpackLow(even, odd).Store(to);
                Sse2.UnpackHigh(even, odd).Store(to + 2);
            }
        }

        return true;
    }

    /// <summary>Writes all elements; false, with nothing done, if a matrix is smaller than a piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Write(double* source, double* target, int elements, int width)
    {
        if (elements < Piece)
        {
            return false;
        }

        for (int next = width == 8 ? WriteFours(source, target, elements) : 0; next < elements; next += Piece)
        {
            int element = Math.Min(next, elements - Piece);
            double* from = source + (nint)element * width;
            double* to = target + element;
            if (width == 8)
            {
                Vector512<double> first = Vector512.Load(from);
                Vector512<double> second = Vector512.Load(from + 8);
                Vector512<double> even = Avx512F.UnpackLow(first, second);
                Vector512<double> odd = Avx512F.UnpackHigh(first, second);
                StorePieces(even.GetLower(), to, elements, 0, 2);
                StorePieces(odd.GetLower(), to, elements, 1, 3);
                StorePieces(even.GetUpper(), to, elements, 4, 6);
                StorePieces(odd.GetUpper(), to, elements, 5, 7);
            }
            else if (width == 4)
            {
                Vector256<double> first = Vector256.Load(from);
                Vector256<double> second = Vector256.Load(from + 4);
                StorePieces(Avx.UnpackLow(first, second), to, elements, 0, 2);
                StorePieces(Avx.UnpackHigh(first, second), to, elements, 1, 3);
            }
            else
            {
                Vector128<double> first = Vector128.Load(from);
                Vector128<double> second = Vector128.Load(from + 2);
                Sse2.UnpackLow(first, second).Store(to);
                Sse2.UnpackHigh(first, second).Store(to + elements);
            }
        }

        return true;
    }

    /// <summary>Reads four doubles of each of eight matrices at once, which are fewer loads; says how many of each have been read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadFours(double* source, double* target, nint elements)
    {
        Vector512<long> firsts = Vector512.Create(0L, 1, 8, 9, 4, 5, 12, 13);
        Vector512<long> seconds = Vector512.Create(2L, 3, 10, 11, 6, 7, 14, 15);
        int element = 0;
        for (; element + 4 <= elements; element += 4)
        {
            Vector512<double> a = Fours(source, elements, 0);
            Vector512<double> b = Fours(source, elements, 1);
            Vector512<double> c = Fours(source, elements, 2);
            Vector512<double> d = Fours(source, elements, 3);
            Vector512<double> even = Avx512F.UnpackLow(a, b);
            Vector512<double> odd = Avx512F.UnpackHigh(a, b);
            Vector512<double> evenRest = Avx512F.UnpackLow(c, d);
            Vector512<double> oddRest = Avx512F.UnpackHigh(c, d);
            Avx512F.PermuteVar8x64x2(even, firsts, evenRest).Store(target);
            Avx512F.PermuteVar8x64x2(odd, firsts, oddRest).Store(target + 8);
            Avx512F.PermuteVar8x64x2(even, seconds, evenRest).Store(target + 16);
            Avx512F.PermuteVar8x64x2(odd, seconds, oddRest).Store(target + 24);
            source += 4;
            target += 32;
        }

        return element;
    }

    /// <summary>Four doubles of one matrix and of the fourth behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Fours(double* source, nint elements, int matrix) =>
        Vector256.Load(source + (matrix * elements)).ToVector512Unsafe().WithUpper(Vector256.Load(source + ((matrix + 4) * elements)));

    /// <summary>Writes four doubles of each of eight matrices at once, which are fewer stores; says how many of each have been written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WriteFours(double* source, double* target, nint elements)
    {
        Vector512<long> firstHalves = Vector512.Create(0L, 1, 8, 9, 2, 3, 10, 11);
        Vector512<long> secondHalves = Vector512.Create(4L, 5, 12, 13, 6, 7, 14, 15);
        int element = 0;
        for (; element + 4 <= elements; element += 4)
        {
            Vector512<double> a = Vector512.Load(source);
            Vector512<double> b = Vector512.Load(source + 8);
            Vector512<double> c = Vector512.Load(source + 16);
            Vector512<double> d = Vector512.Load(source + 24);
            Vector512<double> even = Avx512F.UnpackLow(a, b);
            Vector512<double> odd = Avx512F.UnpackHigh(a, b);
            Vector512<double> evenRest = Avx512F.UnpackLow(c, d);
            Vector512<double> oddRest = Avx512F.UnpackHigh(c, d);
            StoreFours(Avx512F.PermuteVar8x64x2(even, firstHalves, evenRest), target, 2 * elements);
            StoreFours(Avx512F.PermuteVar8x64x2(odd, firstHalves, oddRest), target + elements, 2 * elements);
            StoreFours(Avx512F.PermuteVar8x64x2(even, secondHalves, evenRest), target + (4 * elements), 2 * elements);
            StoreFours(Avx512F.PermuteVar8x64x2(odd, secondHalves, oddRest), target + (5 * elements), 2 * elements);
            source += 32;
            target += 4;
        }

        return element;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFours(Vector512<double> fours, double* target, nint apart)
    {
        fours.GetLower().Store(target);
        fours.GetUpper().Store(target + apart);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Pieces(double* source, nint elements, int low, int high) =>
        Vector128.Load(source + low * elements).ToVector256Unsafe().WithUpper(Vector128.Load(source + high * elements));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePieces(Vector256<double> pieces, double* target, nint elements, int low, int high)
    {
        pieces.GetLower().Store(target + low * elements);
        pieces.GetUpper().Store(target + high * elements);
    }
}
