using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

/// <summary>
/// The Cholesky factors of the matrices of a batch, to be used more than once: made by <see cref="LinearAlgebra.FactorCholesky{T}"/>, or of
/// factors that <see cref="LinearAlgebra.Cholesky{T}"/> has written.
/// </summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public readonly ref struct CholeskyFactorization<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> _factor;

    /// <summary>Takes factors that have been computed.</summary>
    /// <param name="factor">Lower triangular matrices of <paramref name="n"/> by <paramref name="n"/>; what is above the diagonal is not read.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public CholeskyFactorization(ReadOnlySpan<T> factor, int n)
    {
        Count = BatchLengths.Count(factor.Length, BatchLengths.Size(n, n, nameof(n), nameof(n)), nameof(factor));
        Size = n;
        _factor = factor;
    }

    /// <summary>Rows and columns of a matrix.</summary>
    public int Size { get; }

    /// <summary>How many matrices there are. One serves all right-hand sides of a batch.</summary>
    public int Count { get; }

    /// <summary>Solves A X = B.</summary>
    /// <param name="b">B: right-hand sides of n by <paramref name="columns"/>.</param>
    /// <param name="x">X: solutions of n by <paramref name="columns"/>, overwritten.</param>
    /// <param name="columns">Columns of a right-hand side: 1 for a vector.</param>
    /// <exception cref="SingularMatrixException">A diagonal has a zero, or an element that is not finite.</exception>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is negative.</exception>
    public void Solve(ReadOnlySpan<T> b, Span<T> x, int columns) => LinearAlgebra.CholeskySolve(_factor, b, x, Size, columns);

    /// <summary>Computes the inverses.</summary>
    /// <param name="inverse">As many matrices as have been factored, overwritten.</param>
    /// <exception cref="SingularMatrixException">A diagonal has a zero, or an element that is not finite.</exception>
    /// <exception cref="ArgumentException">The length does not fit, or the result overlaps the factors.</exception>
    public void Inverse(Span<T> inverse)
    {
        BatchLengths.Same(inverse.Length, _factor.Length, nameof(inverse));
        using var arena = Arena.Enter();
        Span<T> identity = arena.AllocateZeroed<T>((long)Size * Size);
        for (int i = 0; i < Size; i++)
        {
            identity[i * (Size + 1)] = T.One;
        }

        LinearAlgebra.CholeskySolve(_factor, identity, inverse, Size, Size);
    }

    /// <summary>Computes the determinants, which neither overflow nor underflow on the way.</summary>
    /// <param name="determinants">One number for each matrix, overwritten.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public void Determinant(Span<T> determinants)
    {
        BatchLengths.Same(determinants.Length, Count, nameof(determinants));
        for (int i = 0; i < Count; i++)
        {
            determinants[i] = Square(i).Value;
        }
    }

    /// <summary>Computes the logarithms of the determinants.</summary>
    /// <param name="logs">One number for each matrix, overwritten.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public void LogDeterminant(Span<T> logs)
    {
        BatchLengths.Same(logs.Length, Count, nameof(logs));
        for (int i = 0; i < Count; i++)
        {
            logs[i] = Square(i).LogAbs;
        }
    }

    private ScaledProduct<T> Square(int index)
    {
        ScaledProduct<T> product = ScaledProduct<T>.One;
        for (int i = 0; i < Size; i++)
        {
            T element = _factor[(((index * Size) + i) * Size) + i];
            product.Multiply(element);
            product.Multiply(element);
        }

        return product;
    }
}
