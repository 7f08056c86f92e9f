using StaticAd.CompilerServices;

namespace StaticAd;

public readonly ref partial struct MatrixBatch<T>
{
    /// <summary>Sums, matrix by matrix.</summary>
    /// <param name="a">Matrices.</param>
    /// <param name="b">Matrices of the same shape, as many or a single one.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public static MatrixBatch<T> operator +(scoped MatrixBatch<T> a, scoped MatrixBatch<T> b)
    {
        (int count, int rows, int columns) = Shape(a, b);
        Span<T> sum = Arena.Allocate<T>(Grid.Count(count, rows * columns));
        LinearAlgebra.Add(a.Operand, b.Operand, sum, rows * columns);
        return new MatrixBatch<T>(sum, count, rows, columns);
    }

    /// <summary>Differences, matrix by matrix.</summary>
    /// <inheritdoc cref="op_Addition"/>
    public static MatrixBatch<T> operator -(scoped MatrixBatch<T> a, scoped MatrixBatch<T> b)
    {
        (int count, int rows, int columns) = Shape(a, b);
        Span<T> difference = Arena.Allocate<T>(Grid.Count(count, rows * columns));
        LinearAlgebra.Subtract(a.Operand, b.Operand, difference, rows * columns);
        return new MatrixBatch<T>(difference, count, rows, columns);
    }

    /// <summary>Negatives.</summary>
    /// <param name="a">Matrices.</param>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public static MatrixBatch<T> operator -(scoped MatrixBatch<T> a) => -T.One * a;

    /// <summary>Matrix products.</summary>
    /// <param name="a">Left factors.</param>
    /// <param name="b">Right factors: as many rows as the left ones have columns; as many matrices, or a single one.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public static MatrixBatch<T> operator *(scoped MatrixBatch<T> a, scoped MatrixBatch<T> b)
    {
        int count = Grid.Batch(a.Count, b.Count), inner = Grid.Common(a.Columns, b.Rows);
        Span<T> product = Arena.Allocate<T>(Grid.Count(count, Grid.Count(a.Rows, b.Columns)));
        LinearAlgebra.Multiply(a.Operand, b.Operand, product, a.Rows, inner, b.Columns);
        return new MatrixBatch<T>(product, count, a.Rows, b.Columns);
    }

    /// <summary>Multiples.</summary>
    /// <param name="factor">A number.</param>
    /// <param name="a">Matrices.</param>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public static MatrixBatch<T> operator *(T factor, scoped MatrixBatch<T> a)
    {
        Span<T> factors = Arena.Allocate<T>(1);
        factors[0] = factor;
        return new ScalarBatch<T>(factors) * a;
    }

    /// <inheritdoc cref="op_Multiply(T, MatrixBatch{T})"/>
    public static MatrixBatch<T> operator *(scoped MatrixBatch<T> a, T factor) => factor * a;

    /// <summary>Quotients: the matrices times the reciprocal of a number.</summary>
    /// <param name="a">Matrices.</param>
    /// <param name="divisor">A number.</param>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public static MatrixBatch<T> operator /(scoped MatrixBatch<T> a, T divisor) => (T.One / divisor) * a;

    /// <summary>A matrix, as a batch that serves any other.</summary>
    /// <param name="matrix">The matrix.</param>
    public static implicit operator MatrixBatch<T>(Matrix<T> matrix) => matrix.AsBatch();

    private static (int Count, int Rows, int Columns) Shape(scoped MatrixBatch<T> a, scoped MatrixBatch<T> b) =>
        (Grid.Batch(a.Count, b.Count), Grid.Common(a.Rows, b.Rows), Grid.Common(a.Columns, b.Columns));
}
