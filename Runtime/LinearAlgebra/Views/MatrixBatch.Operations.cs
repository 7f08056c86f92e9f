using StaticAd.CompilerServices;

namespace StaticAd;

public readonly ref partial struct MatrixBatch<T>
{
    /// <summary>Products element by element.</summary>
    /// <param name="other">Matrices of the same shape, as many or a single one.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public MatrixBatch<T> Hadamard(scoped MatrixBatch<T> other)
    {
        (int count, int rows, int columns) = Shape(this, other);
        Span<T> product = Arena.Allocate<T>(Grid.Count(count, rows * columns));
        LinearAlgebra.Hadamard(Operand, other.Operand, product, rows * columns);
        return new MatrixBatch<T>(product, count, rows, columns);
    }

    /// <summary>Transposes.</summary>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public MatrixBatch<T> Transpose()
    {
        Span<T> transposed = Arena.Allocate<T>(Length);
        LinearAlgebra.Transpose(Operand, transposed, Rows, Columns);
        return new MatrixBatch<T>(transposed, Count, Columns, Rows);
    }

    /// <summary>Inverses.</summary>
    /// <exception cref="ArgumentException">The matrices are not square.</exception>
    /// <exception cref="SingularMatrixException">One is singular, or not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public MatrixBatch<T> Inverse()
    {
        int n = Grid.Common(Rows, Columns);
        Span<T> inverse = Arena.Allocate<T>(Length);
        LinearAlgebra.Inverse(Operand, inverse, n);
        return new MatrixBatch<T>(inverse, Count, n, n);
    }

    /// <summary>Solutions X of A X = B, where A are these matrices.</summary>
    /// <param name="right">B: as many rows; as many matrices, or a single one.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the matrices are not square.</exception>
    /// <exception cref="SingularMatrixException">One is singular, or not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public MatrixBatch<T> Solve(scoped MatrixBatch<T> right)
    {
        int n = Grid.Common(Grid.Common(Rows, Columns), right.Rows), count = Grid.Batch(Count, right.Count);
        Span<T> solution = Arena.Allocate<T>(Grid.Count(count, Grid.Count(n, right.Columns)));
        LinearAlgebra.Solve(Operand, right.Operand, solution, n, right.Columns);
        return new MatrixBatch<T>(solution, count, n, right.Columns);
    }

    /// <summary>Solutions X of L X = B, where L is the lower triangle of these matrices; what is above is not read.</summary>
    /// <param name="right">B: as many rows; as many matrices, or a single one.</param>
    /// <param name="upper">Whether the upper triangle is meant instead.</param>
    /// <param name="unit">Whether the diagonal is taken as ones, and not read.</param>
    /// <param name="transposed">Whether the triangle's transpose is meant: Lᵀ X = B.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the matrices are not square.</exception>
    /// <exception cref="SingularMatrixException">A number on a diagonal is zero, or not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public MatrixBatch<T> SolveTriangular(scoped MatrixBatch<T> right, bool upper = false, bool unit = false, bool transposed = false)
    {
        int n = Grid.Common(Grid.Common(Rows, Columns), right.Rows), count = Grid.Batch(Count, right.Count);
        Span<T> solution = Arena.Allocate<T>(Grid.Count(count, Grid.Count(n, right.Columns)));
        LinearAlgebra.SolveTriangular(Operand, right.Operand, solution, n, right.Columns, upper, unit, transposed);
        return new MatrixBatch<T>(solution, count, n, right.Columns);
    }

    /// <summary>Cholesky factors L of A = L Lᵀ, where A is the mean of a matrix and its transpose; zero above the diagonal.</summary>
    /// <exception cref="ArgumentException">The matrices are not square.</exception>
    /// <exception cref="SingularMatrixException">One is not positive definite, or not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public MatrixBatch<T> Cholesky()
    {
        int n = Grid.Common(Rows, Columns);
        Span<T> factor = Arena.Allocate<T>(Length);
        LinearAlgebra.Cholesky(Operand, factor, n);
        return new MatrixBatch<T>(factor, Count, n, n);
    }

    /// <summary>Traces: the sums of the main diagonals, a number for each matrix.</summary>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public ScalarBatch<T> Trace()
    {
        Span<T> traces = Arena.Allocate<T>(Count);
        LinearAlgebra.Trace(Operand, traces, Rows, Columns);
        return new ScalarBatch<T>(traces);
    }

    /// <summary>Frobenius norms, a number for each matrix; the derivative at zeros is taken as zero.</summary>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public ScalarBatch<T> Norms()
    {
        Span<T> norms = Arena.Allocate<T>(Count);
        LinearAlgebra.Norms(Compact().Elements, norms, Rows * Columns);
        return new ScalarBatch<T>(norms);
    }

    /// <summary>The square root of the sum of squares of all elements of all matrices; the derivative at zeros is taken as zero.</summary>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public T Norm()
    {
        Span<T> norm = Arena.Allocate<T>(1);
        LinearAlgebra.Norms(Compact().Elements, norm, Length);
        return norm[0];
    }

    /// <summary>
    /// Norms of the elements of the matrices as vectors, a number for each matrix: (Σ |aᵢⱼ|ᵖ)^(1/p); for p = ∞ the largest absolute value,
    /// for p = −∞ the smallest, for p = 0 the number of elements that are not zero.
    /// </summary>
    /// <param name="order">p, which has no derivative.</param>
    /// <exception cref="ArgumentException">The order is not a number.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public ScalarBatch<T> Norms(T order)
    {
        Span<T> norms = Arena.Allocate<T>(Count);
        LinearAlgebra.Norms(Compact().Elements, norms, Rows * Columns, order);
        return new ScalarBatch<T>(norms);
    }

    /// <summary>The norm of all elements of all matrices as one vector.</summary>
    /// <inheritdoc cref="Norms(T)"/>
    public T Norm(T order)
    {
        Span<T> norm = Arena.Allocate<T>(1);
        LinearAlgebra.Norms(Compact().Elements, norm, Length, order);
        return norm[0];
    }

    /// <summary>The sum of all elements of all matrices.</summary>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public T Sum()
    {
        Span<T> sum = Arena.Allocate<T>(1);
        LinearAlgebra.Sums(Compact().Elements, sum, Length);
        return sum[0];
    }
}
