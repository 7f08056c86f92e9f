using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The determinant of one matrix, from the pivots of its LU factors.</summary>
internal static unsafe class MatrixDeterminant
{
    /// <summary>The determinant; not meant where the pivots are not regular.</summary>
    /// <param name="a">The matrix.</param>
    /// <param name="found">
    /// <see cref="Pivots.Zero"/> if the matrix is finite and its determinant zero, <see cref="Pivots.NotFinite"/> if it has no meaning.
    /// </param>
    public static ScaledProduct<T> Of<T>(Block<T> a, out Pivots found)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = a.Rows;
        using ArenaScope scope = Arena.Enter();
        Block<T> factors = Scratch.Matrix<T>(scope, n, n);
        int* exchanges = Scratch.Take<int>(scope, n);
        a.CopyTo(factors);
        found = LuFactors.Factor(factors, exchanges);
        ScaledProduct<T> product = ScaledProduct<T>.One;
        if (found == Pivots.Regular)
        {
            for (int i = 0; i < n; i++)
            {
                product.Multiply(exchanges[i] == i ? factors[i, i] : -factors[i, i]);
            }
        }
        else if (!IsFinite(a))
        {
            found = Pivots.NotFinite;
        }

        return product;
    }

    private static bool IsFinite<T>(Block<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < a.Rows; i++)
        {
            for (int j = 0; j < a.Columns; j++)
            {
                if (!T.IsFinite(a[i, j]))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
