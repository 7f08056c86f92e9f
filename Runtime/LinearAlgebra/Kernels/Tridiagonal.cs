using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>
/// A = Q T Qᵀ for a symmetric A, T tridiagonal, by reflections, from the last row up, in which all vectors are parts of rows:
/// Martin, Reinsch, Wilkinson: Householder's tridiagonalization of a symmetric matrix (Numerische Mathematik 11, 1968).
/// </summary>
internal static unsafe class Tridiagonal
{
    /// <summary>Reduces a matrix of which the lower triangle is read.</summary>
    /// <param name="a">On return row i has the vector of the i-th reflection in front of its diagonal.</param>
    /// <param name="diagonal">The diagonal of T.</param>
    /// <param name="below">What is below it: element i is in row i + 1; the last one is 0.</param>
    /// <param name="halves">Half the square of the length of each reflection's vector; 0 where there is no reflection.</param>
    /// <param name="work">As many numbers as a row has.</param>
    public static void Reduce<T>(Block<T> a, T* diagonal, T* below, T* halves, T* work)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = a.Rows - 1; i > 0; i--)
        {
            below[i - 1] = Reflector(a.At(i, 0), i, out halves[i]);
            if (halves[i] != T.Zero)
            {
                Reflect(a, i, halves[i], work);
            }

            diagonal[i] = a[i, i];
        }

        halves[0] = T.Zero;
        diagonal[0] = a[0, 0];
        below[a.Rows - 1] = T.Zero;
    }

    /// <summary>Writes Qᵀ.</summary>
    public static void FormTransposed<T>(Block<T> reduced, T* halves, Block<T> transposed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        transposed.Clear();
        transposed[0, 0] = T.One;
        for (int i = 1; i < reduced.Rows; i++)
        {
            transposed[i, i] = T.One;
            T* vector = reduced.At(i, 0);
            for (int k = 0; k < i && halves[i] != T.Zero; k++)
            {
                T* row = transposed.At(k, 0);
                VectorOperations.AddMultiple(-VectorOperations.Dot(row, vector, i) / halves[i], vector, row, i);
            }
        }
    }

    /// <summary>Makes a vector that of the reflection that leaves of it only its last element.</summary>
    /// <returns>What becomes of that element.</returns>
    private static T Reflector<T>(T* vector, int count, out T half)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        half = T.Zero;
        if (count == 1 || vector[VectorOperations.Largest(vector, count - 1)] == T.Zero)
        {
            return vector[count - 1];
        }

        T scale = T.Abs(vector[VectorOperations.Largest(vector, count)]);
        VectorOperations.Divide(vector, scale, count);
        T square = VectorOperations.Dot(vector, vector, count);
        T last = vector[count - 1];
        T reflected = T.CopySign(T.Sqrt(square), -last);
        vector[count - 1] = last - reflected;
        half = square - (last * reflected);
        return scale * reflected;
    }

    /// <summary>The rows above row i: A -= v qᵀ + q vᵀ, where p = A v / h and q = p - v (vᵀ p) / 2 h.</summary>
    private static void Reflect<T>(Block<T> a, int i, T half, T* q)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* vector = a.At(i, 0);
        for (int j = 0; j < i; j++)
        {
            T* row = a.At(j, 0);
            q[j] = VectorOperations.Dot(row, vector, j + 1);
            VectorOperations.AddMultiple(vector[j], row, q, j);
        }

        VectorOperations.Divide(q, half, i);
        T along = VectorOperations.Dot(vector, q, i) / (half + half);
        VectorOperations.AddMultiple(-along, vector, q, i);
        for (int j = 0; j < i; j++)
        {
            T* row = a.At(j, 0);
            VectorOperations.AddMultiple(-vector[j], q, row, j + 1);
            VectorOperations.AddMultiple(-q[j], vector, row, j + 1);
        }
    }
}
