using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd;

/// <summary>
/// The LU factors of the matrices of a batch, to be used more than once: made by <see cref="LinearAlgebra.FactorLu{T}"/>, in memory that the
/// caller gave, and good as long as that is.
/// </summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public readonly unsafe ref struct LuFactorization<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> _factors;
    private readonly ReadOnlySpan<T> _exchanges;

    /// <summary>Finds the factors of a batch again in memory in which they have been made.</summary>
    /// <param name="memory">The memory, of the length that it had.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public LuFactorization(ReadOnlySpan<T> memory, int n)
    {
        long size = BatchLengths.Size(n, n, nameof(n), nameof(n)) + n;
        Count = BatchLengths.Count(memory.Length, size, nameof(memory));
        Size = n;
        _factors = memory[..(Count * n * n)];
        _exchanges = memory[_factors.Length..];
    }

    /// <summary>Rows and columns of a matrix.</summary>
    public int Size { get; }

    /// <summary>How many matrices there are. One serves all right-hand sides of a batch.</summary>
    public int Count { get; }

    /// <summary>How many elements of memory the factors of a batch need.</summary>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="count">How many matrices there are.</param>
    public static int MemoryLength(int n, int count) => checked(count * n * (n + 1));

    /// <summary>Solves A X = B.</summary>
    /// <param name="b">B: right-hand sides of n by <paramref name="columns"/>. Elements that are not finite make their column of X so.</param>
    /// <param name="x">X: solutions of n by <paramref name="columns"/>, overwritten.</param>
    /// <param name="columns">Columns of a right-hand side: 1 for a vector.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the result overlaps the operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is negative.</exception>
    public void Solve(ReadOnlySpan<T> b, Span<T> x, int columns) => Solve(b, x, columns, transposed: false);

    /// <summary>Solves Aᵀ X = B.</summary>
    /// <inheritdoc cref="Solve(ReadOnlySpan{T}, Span{T}, int)"/>
    public void SolveTransposed(ReadOnlySpan<T> b, Span<T> x, int columns) => Solve(b, x, columns, transposed: true);

    /// <summary>Computes the inverses.</summary>
    /// <param name="inverse">As many matrices as have been factored, overwritten.</param>
    /// <exception cref="ArgumentException">The length does not fit, or the result overlaps the factors.</exception>
    public void Inverse(Span<T> inverse)
    {
        BatchLengths.Same(inverse.Length, _factors.Length, nameof(inverse));
        BatchLengths.NoOverlap(inverse, _factors, nameof(inverse));
        fixed (T* factors = _factors, exchanges = _exchanges, result = inverse)
        {
            LuInverseOperation<T> operation = new(Operand(factors), new BatchOperand<T>(exchanges, Size, Size), result, Size);
            BatchRun.Run<T, LuInverseOperation<T>>(operation, Count, LaneSizes.PayInFactors(Size, Count), out _);
        }
    }

    /// <summary>Computes the determinants, which neither overflow nor underflow on the way.</summary>
    /// <param name="determinants">One number for each matrix, overwritten.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public void Determinant(Span<T> determinants)
    {
        BatchLengths.Same(determinants.Length, Count, nameof(determinants));
        for (int i = 0; i < Count; i++)
        {
            determinants[i] = Product(i).Value;
        }
    }

    /// <summary>Computes the signs of the determinants, and the logarithms of their absolute values.</summary>
    /// <param name="signs">-1 or 1 for each matrix, overwritten.</param>
    /// <param name="logs">One number for each matrix, overwritten.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void SignAndLogDeterminant(Span<T> signs, Span<T> logs)
    {
        BatchLengths.Same(signs.Length, Count, nameof(signs));
        BatchLengths.Same(logs.Length, Count, nameof(logs));
        for (int i = 0; i < Count; i++)
        {
            ScaledProduct<T> product = Product(i);
            (signs[i], logs[i]) = (product.Sign, product.LogAbs);
        }
    }

    /// <summary>Adds the gradients of the operands of A X = B, by the cotangents of the solutions; matrix by matrix.</summary>
    internal void AddGradients(ReadOnlySpan<T> x, ReadOnlySpan<T> xBar, Span<T> da, Span<T> db, int columns)
    {
        int size = Size * columns;
        fixed (T* factors = _factors, exchanges = _exchanges, solutions = x, cotangents = xBar, targetA = da, targetB = db)
        {
            using var arena = Arena.Enter();
            nint stepA = Count == 1 ? 0 : Size * Size, stepB = db.Length == size ? 0 : size;
            for (int i = 0; i < x.Length / size; i++)
            {
                int* rows = KeptRows.Take(arena, exchanges + (Count == 1 ? 0 : (nint)i * Size), Size);
                SolveGradient.Add(
                    new Block<T>(factors + (i * stepA), Size, Size), rows, new Block<T>(solutions + ((nint)i * size), Size, columns),
                    new Block<T>(cotangents + ((nint)i * size), Size, columns), new Block<T>(targetA + (i * stepA), Size, Size),
                    new Block<T>(targetB + (i * stepB), Size, columns));
            }
        }
    }

    private void Solve(ReadOnlySpan<T> b, Span<T> x, int columns, bool transposed)
    {
        Systems systems = Systems.Check(_factors, b, x, Size, columns, nameof(x));
        fixed (T* factors = _factors, exchanges = _exchanges, right = b, result = x)
        {
            LuSolveOperation<T> operation = new(
                new BatchOperand<T>(factors, Size * Size, systems.StepA), new BatchOperand<T>(exchanges, Size, systems.StepA == 0 ? 0 : Size),
                new BatchOperand<T>(right, Size * columns, systems.StepB), result, Size, columns, transposed);
            bool inLanes = systems.StepA != 0 && LaneSizes.PayInFactors(Math.Max(Size, columns), systems.Count);
            BatchRun.Run<T, LuSolveOperation<T>>(operation, systems.Count, inLanes, out _);
        }
    }

    private BatchOperand<T> Operand(T* factors) => new(factors, Size * Size, Count == 1 ? 0 : Size * Size);

    private ScaledProduct<T> Product(int index)
    {
        ScaledProduct<T> product = ScaledProduct<T>.One;
        ReadOnlySpan<T> factors = _factors.Slice(index * Size * Size, Size * Size);
        ReadOnlySpan<T> exchanges = _exchanges.Slice(index * Size, Size);
        for (int i = 0; i < Size; i++)
        {
            T pivot = factors[i * (Size + 1)];
            product.Multiply(exchanges[i] == T.CreateTruncating(i) ? pivot : -pivot);
        }

        return product;
    }
}
