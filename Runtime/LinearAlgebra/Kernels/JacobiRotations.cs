using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>
/// Rotates the rows of a matrix until they are orthogonal: J A = diag(s) Vᵀ. Hestenes: Inversion of matrices by biorthogonalization and
/// related results (SIAM 6, 1958). Larger rows move up, as de Rijk has it (SISC 10, 1989).
/// </summary>
internal static unsafe class JacobiRotations
{
    /// <summary>Sweeps over all pairs; six to ten are usual.</summary>
    private const int MostSweeps = 60;

    /// <summary>Makes the rows orthogonal.</summary>
    /// <param name="a">The rows; the largest element is about 1.</param>
    /// <param name="along">Rows that are rotated likewise, as many; may have no columns.</param>
    /// <param name="squares">Takes the squares of the lengths of the rows; those that are too small to be right are 0.</param>
    /// <returns>Whether the iteration came to an end.</returns>
    public static bool MakeOrthogonal<T>(Block<T> a, Block<T> along, T* squares)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = a.Rows;
        T tolerance = Magnitude.Epsilon<T>() * T.Sqrt(T.CreateTruncating(a.Columns));
        for (int i = 0; i < n; i++)
        {
            squares[i] = Square(a, i);
        }

        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            bool rotated = false;
            for (int p = 0; p < n - 1; p++)
            {
                for (int q = p + 1; q < n; q++)
                {
                    // Rows that have changed places may not have met all others in this sweep.
                    rotated |= SwapUnlessOrdered(a, along, squares, p, q) | Rotate(a, along, squares, p, q, tolerance);
                }
            }

            if (!rotated)
            {
                return true;
            }
        }

        return false;
    }

    private static T Square<T>(Block<T> a, int row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T square = VectorOperations.Dot(a.At(row, 0), a.At(row, 0), a.Columns);
        return square < Magnitude.LeastSquare<T>() ? T.Zero : square;
    }

    private static bool SwapUnlessOrdered<T>(Block<T> a, Block<T> along, T* squares, int p, int q)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (squares[p] >= squares[q])
        {
            return false;
        }

        (squares[p], squares[q]) = (squares[q], squares[p]);
        VectorOperations.Swap(a.At(p, 0), a.At(q, 0), a.Columns);
        VectorOperations.Swap(along.At(p, 0), along.At(q, 0), along.Columns);
        return true;
    }

    private static bool Rotate<T>(Block<T> a, Block<T> along, T* squares, int p, int q, T tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* first = a.At(p, 0);
        T* second = a.At(q, 0);
        T product = VectorOperations.Dot(first, second, a.Columns);
        if (squares[q] == T.Zero || T.Abs(product) <= tolerance * T.Sqrt(squares[p]) * T.Sqrt(squares[q]))
        {
            return false;
        }

        T cotangent = (squares[q] - squares[p]) / (product + product);
        T tangent = T.One / (cotangent + T.CopySign(Rotations.Length(T.One, cotangent), cotangent));
        T cosine = T.One / T.Sqrt(T.One + (tangent * tangent));
        Rotations.Rotate(first, second, cosine, cosine * tangent, a.Columns);
        Rotations.Rotate(along.At(p, 0), along.At(q, 0), cosine, cosine * tangent, along.Columns);
        squares[p] = Square(a, p);
        squares[q] = Square(a, q);
        return true;
    }
}
