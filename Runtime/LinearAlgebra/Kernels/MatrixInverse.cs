using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The inverse of one matrix: A⁻¹ = U⁻¹ L⁻¹ P.</summary>
internal static unsafe class MatrixInverse
{
    /// <summary>Inverts a matrix; the inverse, stored row by row, is written only if all pivots are regular.</summary>
    public static Pivots Invert<T>(Block<T> a, Block<T> inverse)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = a.Rows;
        using ArenaScope scope = Arena.Enter();
        Block<T> factors = Scratch.Matrix<T>(scope, n, n);
        int* exchanges = Scratch.Take<int>(scope, n);
        a.CopyTo(factors);
        Pivots found = LuFactors.Factor(factors, exchanges);
        if (found != Pivots.Regular)
        {
            return found;
        }

        Invert(factors, exchanges, inverse);
        return Pivots.Regular;
    }

    /// <summary>Inverts a matrix that has been factored.</summary>
    public static void Invert<T>(Block<T> factors, int* exchanges, Block<T> inverse)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = factors.Rows;
        using ArenaScope scope = Arena.Enter();
        Block<T> work = Scratch.Matrix<T>(scope, n, n);
        TriangularInverse.UnitLower(factors, work);
        TriangularSolve.Solve(factors, work, upper: true, unit: false);
        int* order = Scratch.Take<int>(scope, n);
        Order(exchanges, order, n);
        for (int i = 0; i < n; i++)
        {
            T* from = work.At(i, 0);
            T* to = inverse.At(i, 0);
            for (int j = 0; j < n; j++)
            {
                to[order[j]] = from[j];
            }
        }
    }

    /// <summary>Which row of A became row i of P A.</summary>
    private static void Order(int* exchanges, int* order, int n)
    {
        for (int i = 0; i < n; i++)
        {
            order[i] = i;
        }

        for (int i = 0; i < n; i++)
        {
            (order[i], order[exchanges[i]]) = (order[exchanges[i]], order[i]);
        }
    }
}
