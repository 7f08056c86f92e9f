using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticAd.CompilerServices;

/// <summary>Carries four floats of each matrix of a group at once between memory and lanes, as <see cref="DoubleShuffles"/> does two doubles.</summary>
internal static unsafe class FloatShuffles
{
    private const int Piece = 4;

    /// <inheritdoc cref="DoubleShuffles.Read"/>
    /// <param name="source">As many matrices as a vector has lanes, one behind the other.</param>
    /// <param name="elements">The elements of one.</param>
    /// <param name="target">Their vectors.</param>
    /// <param name="width">4, 8 or 16 lanes, a constant where this is called.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Read(float* source, int elements, float* target, int width)
    {
        if (elements < Piece)
        {
            return false;
        }

        for (int next = 0; next < elements; next += Piece)
        {
            int element = Math.Min(next, elements - Piece);
            float* from = source + element;
            float* to = target + (nint)element * width;
            if (width == 16)
            {
                Store(Turn(Whole(from, elements, 0), Whole(from, elements, 1), Whole(from, elements, 2), Whole(from, elements, 3)), to);
            }
            else if (width == 8)
            {
                Store(Turn(Half(from, elements, 0), Half(from, elements, 1), Half(from, elements, 2), Half(from, elements, 3)), to);
            }
            else
            {
                nint apart = elements;
                Store(Turn(Vector128.Load(from), Vector128.Load(from + apart), Vector128.Load(from + 2 * apart), Vector128.Load(from + 3 * apart)), to);
            }
        }

        return true;
    }

    /// <inheritdoc cref="DoubleShuffles.Write"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Write(float* source, float* target, int elements, int width)
    {
        if (elements < Piece)
        {
            return false;
        }

        for (int next = 0; next < elements; next += Piece)
        {
            int element = Math.Min(next, elements - Piece);
            float* from = source + (nint)element * width;
            float* to = target + element;
            if (width == 16)
            {
                Scatter(Turn(Vector512.Load(from), Vector512.Load(from + 16), Vector512.Load(from + 32), Vector512.Load(from + 48)), to, elements);
            }
            else if (width == 8)
            {
                Scatter(Turn(Vector256.Load(from), Vector256.Load(from + 8), Vector256.Load(from + 16), Vector256.Load(from + 24)), to, elements);
            }
            else
            {
                Scatter(Turn(Vector128.Load(from), Vector128.Load(from + 4), Vector128.Load(from + 8), Vector128.Load(from + 12)), to, elements);
            }
        }

        return true;
    }

    /// <summary>The pieces of every fourth matrix from one on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Whole(float* source, nint elements, int first) =>
        Half(source, elements, first).ToVector512Unsafe().WithUpper(Half(source, elements, first + 8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Half(float* source, nint elements, int first) =>
        Vector128.Load(source + first * elements).ToVector256Unsafe().WithUpper(Vector128.Load(source + (first + 4) * elements));

    /// <summary>Transposes the four by four floats of each part of 16 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float>, Vector512<float>, Vector512<float>, Vector512<float>) Turn(
        Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
    {
        Vector512<double> ab = Avx512F.UnpackLow(a, b).AsDouble();
        Vector512<double> cd = Avx512F.UnpackLow(c, d).AsDouble();
        Vector512<double> abHigh = Avx512F.UnpackHigh(a, b).AsDouble();
        Vector512<double> cdHigh = Avx512F.UnpackHigh(c, d).AsDouble();
        return (Avx512F.UnpackLow(ab, cd).AsSingle(), Avx512F.UnpackHigh(ab, cd).AsSingle(),
            Avx512F.UnpackLow(abHigh, cdHigh).AsSingle(), Avx512F.UnpackHigh(abHigh, cdHigh).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float>, Vector256<float>, Vector256<float>, Vector256<float>) Turn(
        Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d)
    {
        Vector256<double> ab = Avx.UnpackLow(a, b).AsDouble();
        Vector256<double> cd = Avx.UnpackLow(c, d).AsDouble();
        Vector256<double> abHigh = Avx.UnpackHigh(a, b).AsDouble();
        Vector256<double> cdHigh = Avx.UnpackHigh(c, d).AsDouble();
        return (Avx.UnpackLow(ab, cd).AsSingle(), Avx.UnpackHigh(ab, cd).AsSingle(),
            Avx.UnpackLow(abHigh, cdHigh).AsSingle(), Avx.UnpackHigh(abHigh, cdHigh).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float>, Vector128<float>, Vector128<float>, Vector128<float>) Turn(
        Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d)
    {
        Vector128<double> ab = Sse.UnpackLow(a, b).AsDouble();
        Vector128<double> cd = Sse.UnpackLow(c, d).AsDouble();
        Vector128<double> abHigh = Sse.UnpackHigh(a, b).AsDouble();
        Vector128<double> cdHigh = Sse.UnpackHigh(c, d).AsDouble();
        return (Sse2.UnpackLow(ab, cd).AsSingle(), Sse2.UnpackHigh(ab, cd).AsSingle(),
            Sse2.UnpackLow(abHigh, cdHigh).AsSingle(), Sse2.UnpackHigh(abHigh, cdHigh).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store((Vector512<float>, Vector512<float>, Vector512<float>, Vector512<float>) vectors, float* target)
    {
        vectors.Item1.Store(target);
        vectors.Item2.Store(target + 16);
        vectors.Item3.Store(target + 32);
        vectors.Item4.Store(target + 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store((Vector256<float>, Vector256<float>, Vector256<float>, Vector256<float>) vectors, float* target)
    {
        vectors.Item1.Store(target);
        vectors.Item2.Store(target + 8);
        vectors.Item3.Store(target + 16);
        vectors.Item4.Store(target + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store((Vector128<float>, Vector128<float>, Vector128<float>, Vector128<float>) vectors, float* target)
    {
        vectors.Item1.Store(target);
        vectors.Item2.Store(target + 4);
        vectors.Item3.Store(target + 8);
        vectors.Item4.Store(target + 12);
    }

    /// <summary>Stores pieces of matrices to where these lie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scatter((Vector512<float>, Vector512<float>, Vector512<float>, Vector512<float>) pieces, float* target, nint elements)
    {
        (Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d) = pieces;
        Scatter((a.GetLower(), b.GetLower(), c.GetLower(), d.GetLower()), target, elements);
        Scatter((a.GetUpper(), b.GetUpper(), c.GetUpper(), d.GetUpper()), target + 8 * elements, elements);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scatter((Vector256<float>, Vector256<float>, Vector256<float>, Vector256<float>) pieces, float* target, nint elements)
    {
        (Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d) = pieces;
        Scatter((a.GetLower(), b.GetLower(), c.GetLower(), d.GetLower()), target, elements);
        Scatter((a.GetUpper(), b.GetUpper(), c.GetUpper(), d.GetUpper()), target + 4 * elements, elements);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scatter((Vector128<float>, Vector128<float>, Vector128<float>, Vector128<float>) pieces, float* target, nint elements)
    {
        pieces.Item1.Store(target);
        pieces.Item2.Store(target + elements);
        pieces.Item3.Store(target + 2 * elements);
        pieces.Item4.Store(target + 3 * elements);
    }
}
