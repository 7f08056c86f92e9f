using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>
/// Eigenvalues and eigenvectors of a symmetric tridiagonal matrix by QL steps with implicit shifts: Dubrulle, Martin, Wilkinson: The
/// implicit QL algorithm (Numerische Mathematik 12, 1968).
/// </summary>
internal static unsafe class TridiagonalEigenvalues
{
    /// <summary>Steps for one eigenvalue; two are usual.</summary>
    private const int MostSteps = 60;

    /// <summary>
    /// After so many steps what is small against the whole matrix is left out, not only what is small against its neighbours: rounding errors of
    /// larger parts may not let it become smaller.
    /// </summary>
    private const int PatientSteps = 20;

    /// <summary>Makes a tridiagonal matrix diagonal.</summary>
    /// <param name="diagonal">Its diagonal; neither here nor below is anything very large or all very small; on return its eigenvalues, in no order.</param>
    /// <param name="below">What is below the diagonal; destroyed.</param>
    /// <param name="transposed">Rows that are rotated along: those of Qᵀ become the eigenvectors of Q T Qᵀ. May have no columns.</param>
    /// <param name="n">Rows of the matrix.</param>
    /// <returns>Whether the iteration came to an end.</returns>
    public static bool Diagonalise<T>(T* diagonal, T* below, Block<T> transposed, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T epsilon = Magnitude.Epsilon<T>();
        T least = Magnitude.LeastSquare<T>() * epsilon;
        T errors = epsilon * T.Max(T.Abs(diagonal[VectorOperations.Largest(diagonal, n)]), T.Abs(below[VectorOperations.Largest(below, n)]));
        for (int first = 0; first < n; first++)
        {
            int steps = 0;
            int last = BlockEnd(diagonal, below, first, n, epsilon, least);
            while (last != first)
            {
                if (++steps > MostSteps)
                {
                    return false;
                }

                Step(diagonal, below, transposed, first, last, least);
                last = BlockEnd(diagonal, below, first, n, epsilon, steps < PatientSteps ? least : errors);
            }
        }

        return true;
    }

    /// <summary>The last row before an element below the diagonal that does not count.</summary>
    private static int BlockEnd<T>(T* diagonal, T* below, int first, int n, T epsilon, T least)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = first; i < n - 1; i++)
        {
            if (T.Abs(below[i]) <= (epsilon * (T.Abs(diagonal[i]) + T.Abs(diagonal[i + 1]))) + least)
            {
                below[i] = T.Zero;
                return i;
            }
        }

        return n - 1;
    }

    private static void Step<T>(T* diagonal, T* below, Block<T> transposed, int first, int last, T least)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T slope = (diagonal[first + 1] - diagonal[first]) / (below[first] + below[first]);
        T shifted = diagonal[last] - diagonal[first] + (below[first] / (slope + T.CopySign(Rotations.Length(slope, T.One), slope)));
        (T sine, T cosine, T shift) = (T.One, T.One, T.Zero);
        for (int i = last - 1; i >= first; i--)
        {
            T across = sine * below[i];
            T along = cosine * below[i];
            T length = Rotations.Length(across, shifted);
            if (length <= least)
            {
                // Quotients of such numbers would not be right; the matrix falls apart here.
                diagonal[i + 1] -= shift;
                below[i + 1] = T.Zero;
                below[last] = T.Zero;
                return;
            }

            below[i + 1] = length;

            (sine, cosine) = (across / length, shifted / length);
            T next = diagonal[i + 1] - shift;
            T change = ((diagonal[i] - next) * sine) + ((cosine + cosine) * along);
            shift = sine * change;
            diagonal[i + 1] = next + shift;
            shifted = (cosine * change) - along;
            Rotations.Rotate(transposed.At(i, 0), transposed.At(i + 1, 0), cosine, sine, transposed.Columns);
        }

        diagonal[first] -= shift;
        below[first] = shifted;
        below[last] = T.Zero;
    }
}
