using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Orthogonal rows made orthonormal.</summary>
internal static unsafe class OrthonormalRows
{
    /// <summary>Divides rows by their lengths, and puts unit vectors that are orthogonal to all others in the place of those without length.</summary>
    /// <param name="rows">Orthogonal rows, no more than there are columns.</param>
    /// <param name="lengths">Their lengths.</param>
    public static void Make<T>(Block<T> rows, T* lengths)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows.Rows; i++)
        {
            if (lengths[i] == T.Zero)
            {
                rows.Part(i, 0, 1, rows.Columns).Clear();
            }
            else
            {
                VectorOperations.Divide(rows.At(i, 0), lengths[i], rows.Columns);
            }
        }

        for (int i = 0, unit = 0; i < rows.Rows; i++)
        {
            while (lengths[i] == T.Zero && !TryComplete(rows, i, unit++ % rows.Columns))
            {
            }
        }
    }

    /// <summary>Makes a row of a unit vector, if that is far enough from what the other rows span; there is always one that is.</summary>
    private static bool TryComplete<T>(Block<T> rows, int row, int unit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = rows.Columns;
        T* target = rows.At(row, 0);
        target[unit] = T.One;
        T length = T.One;
        for (int pass = 0; pass < 2; pass++)
        {
            for (int i = 0; i < rows.Rows; i++)
            {
                if (i != row)
                {
                    VectorOperations.AddMultiple(-VectorOperations.Dot(rows.At(i, 0), target, n), rows.At(i, 0), target, n);
                }
            }

            length = T.Sqrt(VectorOperations.Dot(target, target, n));
            if (length * length * T.CreateTruncating(2 * n) < T.One)
            {
                rows.Part(row, 0, 1, n).Clear();
                return false;
            }

            VectorOperations.Divide(target, length, n);
        }

        return true;
    }
}
