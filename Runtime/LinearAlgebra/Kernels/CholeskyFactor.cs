using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>
/// A = Uᵀ U for a symmetric positive definite A, in its place. The upper factor is what rows that are stored one behind the other make
/// fast; the lower one is its transpose.
/// </summary>
internal static unsafe class CholeskyFactor
{
    private const int SmallSize = 16;

    /// <summary>Up to this size a product whose lower half nobody needs is computed whole.</summary>
    private const int WholeProduct = 64;

    /// <summary>Factors a matrix of which the upper triangle is read.</summary>
    /// <param name="a">On return its upper triangle is U, and what is below has no meaning.</param>
    /// <returns>False if the matrix is not positive definite, or not finite; the block then has no meaning.</returns>
    public static bool Factor<T>(Block<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = a.Rows;
        if (n <= SmallSize)
        {
            return FactorSmall(a);
        }

        int half = Halves.First(n);
        Block<T> first = a.Part(0, 0, half, half);
        if (!Factor(first))
        {
            return false;
        }

        Block<T> right = a.Part(0, half, half, n - half);
        Block<T> rest = a.From(half, half);
        TriangularSolve.Solve(first.Transposed, right, upper: false, unit: false);
        SubtractSquare(right, rest);
        return Factor(rest);
    }

    /// <summary>C -= Xᵀ X; the part of C below the diagonal may be left as it is.</summary>
    private static void SubtractSquare<T>(Block<T> x, Block<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = c.Rows;
        if (n <= WholeProduct)
        {
            Gemm.Multiply(-T.One, x.Transposed, x, c, accumulate: true);
            return;
        }

        int half = Halves.First(n);
        Block<T> left = x.Part(0, 0, x.Rows, half);
        Block<T> right = x.From(0, half);
        SubtractSquare(left, c.Part(0, 0, half, half));
        Gemm.Multiply(-T.One, left.Transposed, right, c.Part(0, half, half, n - half), accumulate: true);
        SubtractSquare(right, c.From(half, half));
    }

    private static bool FactorSmall<T>(Block<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = a.Rows;
        for (int k = 0; k < n; k++)
        {
            T pivot = a[k, k];
            if (!(pivot > T.Zero) || !T.IsFinite(pivot))
            {
                return false;
            }

            T root = T.Sqrt(pivot);
            a[k, k] = root;
            VectorOperations.Divide(a.At(k, k) + 1, root, n - k - 1);
            for (int i = k + 1; i < n; i++)
            {
                VectorOperations.AddMultiple(-a[k, i], a.At(k, i), a.At(i, i), n - i);
            }
        }

        return true;
    }
}
