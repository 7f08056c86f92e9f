using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>
/// The derivatives of one determinant, first and second: the cofactors of a matrix, and how these change. They are polynomials in its elements, and are
/// right where it is singular too.
/// </summary>
internal static unsafe class Cofactors
{
    /// <summary>Adds the cofactors, times a factor.</summary>
    public static void Add<T>(Block<T> a, T factor, Block<T> sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = a.Rows;
        using ArenaScope scope = Arena.Enter();
        if (!AllFinite(a))
        {
            AddNaN(sum);
            return;
        }

        RankFactors<T> factors = new(scope, a);
        if (factors.Rank < n - 1)
        {
            return;
        }

        Block<T> middle = Scratch.Matrix<T>(scope, n, n);
        middle.Clear();
        for (int i = factors.Rank == n ? 0 : n - 1; i < n; i++)
        {
            middle[i, i] = factors.Product(i, n);
        }

        factors.AddOut(middle, factor, sum);
    }

    /// <summary>Adds what the cofactors change by, to first order, where the matrix changes by W; times a factor.</summary>
    public static void AddChange<T>(Block<T> a, Block<T> w, T factor, Block<T> sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = a.Rows;
        using ArenaScope scope = Arena.Enter();
        if (!AllFinite(a))
        {
            AddNaN(sum);
            return;
        }

        RankFactors<T> factors = new(scope, a);
        Block<T> change = Scratch.Matrix<T>(scope, n, n);
        Block<T> middle = Scratch.Matrix<T>(scope, n, n);
        factors.TakeIn(w, change);
        middle.Clear();
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                // Of a product without two pivots something is left if these are all that are zero.
                int zeros = (i >= factors.Rank ? 1 : 0) + (j >= factors.Rank ? 1 : 0);
                if (zeros == n - factors.Rank)
                {
                    T product = factors.Product(i, j);
                    middle[i, i] += product * change[j, j];
                    middle[j, j] += product * change[i, i];
                    middle[i, j] = -product * change[j, i];
                    middle[j, i] = -product * change[i, j];
                }
            }
        }

        factors.AddOut(middle, factor, sum);
    }

    private static bool AllFinite<T>(Block<T> a)
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

    private static void AddNaN<T>(Block<T> sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < sum.Rows; i++)
        {
            new Span<T>(sum.At(i, 0), sum.Columns).Fill(T.NaN);
        }
    }
}
