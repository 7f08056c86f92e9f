using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>
/// P A Q = L D U with exchanges of rows and columns, so that the pivots which are zero are the last ones: what tells the rank of a singular
/// matrix, and how its determinant changes with its elements.
/// </summary>
internal unsafe readonly ref struct RankFactors<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Block<T> _factors;
    private readonly int* _rows;
    private readonly int* _columns;

    /// <summary>Factors a matrix in memory of a scope.</summary>
    public RankFactors(ArenaScope scope, Block<T> a)
    {
        Size = a.Rows;
        _factors = Scratch.Matrix<T>(scope, Size, Size);
        _rows = Scratch.Take<int>(scope, Size);
        _columns = Scratch.Take<int>(scope, Size);
        a.CopyTo(_factors);
        for (int i = 0; i < Size; i++)
        {
            (_rows[i], _columns[i]) = (i, i);
        }

        IsOdd = false;
        for (Rank = 0; Rank < Size && BringLargest(Rank, out bool odd); Rank++)
        {
            IsOdd ^= odd;
            Eliminate(Rank);
        }
    }

    public int Size { get; }

    /// <summary>How many pivots are not zero.</summary>
    public int Rank { get; }

    /// <summary>Whether the number of exchanges is odd.</summary>
    public bool IsOdd { get; }

    /// <summary>Multiplies the determinant by all pivots that are not zero but two; all, where an index is past the end.</summary>
    public T Product(int without, int andWithout)
    {
        ScaledProduct<T> product = ScaledProduct<T>.One;
        for (int i = 0; i < Rank; i++)
        {
            if (i != without && i != andWithout)
            {
                product.Multiply(_factors[i, i]);
            }
        }

        return IsOdd ? -product.Value : product.Value;
    }

    /// <summary>L⁻¹ P W Q U⁻¹, in the place of <paramref name="target"/>.</summary>
    public void TakeIn(Block<T> w, Block<T> target)
    {
        for (int i = 0; i < Size; i++)
        {
            for (int j = 0; j < Size; j++)
            {
                target[i, j] = w[_rows[i], _columns[j]];
            }
        }

        TriangularSolve.Solve(_factors, target, upper: false, unit: true);
        TriangularSolve.Solve(_factors.Transposed, target.Transposed, upper: false, unit: true);
    }

    /// <summary>Adds Pᵀ L⁻ᵀ N U⁻ᵀ Qᵀ to a matrix.</summary>
    /// <param name="n">N, which is overwritten.</param>
    /// <param name="factor">What it is multiplied by.</param>
    /// <param name="sum">What it is added to.</param>
    public void AddOut(Block<T> n, T factor, Block<T> sum)
    {
        TriangularSolve.Solve(_factors.Transposed, n, upper: true, unit: true);
        TriangularSolve.Solve(_factors, n.Transposed, upper: true, unit: true);
        for (int i = 0; i < Size; i++)
        {
            for (int j = 0; j < Size; j++)
            {
                sum[_rows[i], _columns[j]] += factor * n[i, j];
            }
        }
    }

    private bool BringLargest(int k, out bool odd)
    {
        (int row, int column, T largest) = (k, k, T.Zero);
        for (int i = k; i < Size; i++)
        {
            for (int j = k; j < Size; j++)
            {
                if (T.Abs(_factors[i, j]) > largest)
                {
                    (row, column, largest) = (i, j, T.Abs(_factors[i, j]));
                }
            }
        }

        for (int i = 0; i < Size; i++)
        {
            (_factors[k, i], _factors[row, i]) = (_factors[row, i], _factors[k, i]);
        }

        for (int i = 0; i < Size; i++)
        {
            (_factors[i, k], _factors[i, column]) = (_factors[i, column], _factors[i, k]);
        }

        (_rows[k], _rows[row]) = (_rows[row], _rows[k]);
        (_columns[k], _columns[column]) = (_columns[column], _columns[k]);
        odd = (row != k) ^ (column != k);
        return largest > T.Zero;
    }

    /// <summary>Leaves L below the diagonal, U above it, both with ones on theirs, and the pivot between them.</summary>
    private void Eliminate(int k)
    {
        T pivot = _factors[k, k];
        for (int i = k + 1; i < Size; i++)
        {
            T factor = _factors[i, k] / pivot;
            _factors[i, k] = factor;
            VectorOperations.AddMultiple(-factor, _factors.At(k, k) + 1, _factors.At(i, k) + 1, Size - k - 1);
        }

        VectorOperations.Divide(_factors.At(k, k) + 1, pivot, Size - k - 1);
    }
}
