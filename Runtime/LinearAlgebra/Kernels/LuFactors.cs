using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>What a factorisation met.</summary>
internal enum Pivots
{
    /// <summary>All pivots are finite and not zero.</summary>
    Regular,

    /// <summary>A pivot is zero: the matrix is singular.</summary>
    Zero,

    /// <summary>A pivot is not finite: so was an element, or the elimination overflowed.</summary>
    NotFinite,

    /// <summary>A pivot of a Cholesky factorisation is not positive, or not finite.</summary>
    NotPositive,
}

/// <summary>
/// P A = L U with row exchanges, in the place of A: L below the diagonal with ones on it, U above. The columns are halved until there are
/// few: Toledo: Locality of reference in LU decomposition with partial pivoting (SIMAX 1997).
/// </summary>
internal static unsafe class LuFactors
{
    private const int SmallColumns = 8;

    /// <summary>Up to this size a matrix is factored in one piece, by the same arithmetic as in lanes (<see cref="SmallFactors{TLane, TScalar, TMask}"/>).</summary>
    private const int SmallRows = 16;

    /// <summary>Factors a matrix that has no more columns than rows.</summary>
    /// <param name="a">The matrix; what it holds is of no use unless the pivots are regular.</param>
    /// <param name="exchanges">For each column the row that was exchanged with the row of its number, in this order.</param>
    public static Pivots Factor<T>(Block<T> a, int* exchanges)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = a.Columns;
        if (n <= SmallColumns || a.Rows <= SmallRows)
        {
            return FactorSmall(a, exchanges);
        }

        int half = Halves.First(n);
        Block<T> left = a.Part(0, 0, a.Rows, half);
        Block<T> right = a.From(0, half);
        Pivots found = Factor(left, exchanges);
        if (found != Pivots.Regular)
        {
            return found;
        }

        Exchange(right, exchanges, half);
        Block<T> top = right.Part(0, 0, half, n - half);
        Block<T> rest = right.From(half, 0);
        TriangularSolve.Solve(left.Part(0, 0, half, half), top, upper: false, unit: true);
        Gemm.Multiply(-T.One, left.From(half, 0), top, rest, accumulate: true);
        found = Factor(rest, exchanges + half);
        if (found != Pivots.Regular)
        {
            return found;
        }

        Exchange(left.From(half, 0), exchanges + half, n - half);
        for (int i = half; i < n; i++)
        {
            exchanges[i] += half;
        }

        return Pivots.Regular;
    }

    /// <summary>Solves A X = B in the place of B with the factors of A.</summary>
    public static void Solve<T>(Block<T> factors, int* exchanges, Block<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Exchange(x, exchanges, factors.Rows);
        TriangularSolve.Solve(factors, x, upper: false, unit: true);
        TriangularSolve.Solve(factors, x, upper: true, unit: false);
    }

    /// <summary>Solves Aᵀ X = B in the place of B with the factors of A.</summary>
    public static void SolveTransposed<T>(Block<T> factors, int* exchanges, Block<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TriangularSolve.Solve(factors.Transposed, x, upper: false, unit: false);
        TriangularSolve.Solve(factors.Transposed, x, upper: true, unit: true);
        for (int i = factors.Rows - 1; i >= 0; i--)
        {
            Exchange(x, i, exchanges[i]);
        }
    }

    /// <summary>Exchanges rows of a block as a factorisation did.</summary>
    public static void Exchange<T>(Block<T> block, int* exchanges, int count)
        where T : unmanaged
    {
        for (int i = 0; i < count; i++)
        {
            Exchange(block, i, exchanges[i]);
        }
    }

    private static void Exchange<T>(Block<T> block, int row, int other)
        where T : unmanaged
    {
        if (row == other)
        {
            return;
        }

        if (block.HasPlainRows)
        {
            VectorOperations.Swap(block.At(row, 0), block.At(other, 0), block.Columns);
            return;
        }

        for (int j = 0; j < block.Columns; j++)
        {
            (block[row, j], block[other, j]) = (block[other, j], block[row, j]);
        }
    }

    /// <summary>A few columns are copied so that each is stored in one piece.</summary>
    private static Pivots FactorSmall<T>(Block<T> a, int* exchanges)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using ArenaScope scope = Arena.Enter();
        Block<T> columns = new(Scratch.Take<T>(scope, (long)a.Rows * a.Columns), a.Columns, a.Rows);
        a.CopyTo(columns.Transposed);
        Pivots found = FactorColumns(columns, exchanges);
        columns.Transposed.CopyTo(a);
        return found;
    }

    private static Pivots FactorColumns<T>(Block<T> columns, int* exchanges)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = columns.Rows;
        for (int k = 0; k < n; k++)
        {
            T* column = columns.At(k, k);
            int below = columns.Columns - k - 1;
            exchanges[k] = k + VectorOperations.Largest(column, below + 1);
            Exchange(columns.Transposed, k, exchanges[k]);
            T pivot = *column;
            if (pivot == T.Zero || !T.IsFinite(pivot))
            {
                return pivot == T.Zero ? Pivots.Zero : Pivots.NotFinite;
            }

            VectorOperations.Divide(column + 1, pivot, below);
            for (int j = k + 1; j < n; j++)
            {
                T* other = columns.At(j, k);
                VectorOperations.AddMultiple(-*other, column + 1, other + 1, below);
            }
        }

        return Pivots.Regular;
    }
}
