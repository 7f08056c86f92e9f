using StaticAd.CompilerServices;

namespace StaticAd;

public readonly ref partial struct MatrixBatch<T>
{
    /// <summary>Determinants, a number for each matrix.</summary>
    /// <exception cref="ArgumentException">The matrices are not square.</exception>
    /// <exception cref="SingularMatrixException">One is not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public ScalarBatch<T> Determinant()
    {
        int n = Grid.Common(Rows, Columns);
        Span<T> determinants = Arena.Allocate<T>(Count);
        LinearAlgebra.Determinant(Operand, determinants, n);
        return new ScalarBatch<T>(determinants);
    }

    /// <summary>Logarithms of the absolute values of the determinants, which may be too large or too small themselves.</summary>
    /// <exception cref="ArgumentException">The matrices are not square.</exception>
    /// <exception cref="SingularMatrixException">One is not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public ScalarBatch<T> LogAbsDeterminant()
    {
        int n = Grid.Common(Rows, Columns);
        Span<T> signs = Arena.Allocate<T>(Count), logs = Arena.Allocate<T>(Count);
        LinearAlgebra.SignAndLogDeterminant(Operand, signs, logs, n);
        return new ScalarBatch<T>(logs);
    }

    /// <summary>Solutions X of L Lᵀ X = B, where L are these matrices, as <see cref="Cholesky"/> gives them.</summary>
    /// <param name="right">B: as many rows; as many matrices, or a single one.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the matrices are not square.</exception>
    /// <exception cref="SingularMatrixException">A number on a diagonal is zero, or not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public MatrixBatch<T> CholeskySolve(scoped MatrixBatch<T> right)
    {
        int n = Grid.Common(Grid.Common(Rows, Columns), right.Rows), count = Grid.Batch(Count, right.Count);
        Span<T> solution = Arena.Allocate<T>(Grid.Count(count, Grid.Count(n, right.Columns)));
        LinearAlgebra.CholeskySolve(Operand, right.Operand, solution, n, right.Columns);
        return new MatrixBatch<T>(solution, count, n, right.Columns);
    }

    /// <summary>Pseudo-inverses of Moore and Penrose.</summary>
    /// <exception cref="SingularMatrixException">One is not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public MatrixBatch<T> PseudoInverse()
    {
        Span<T> inverse = Arena.Allocate<T>(Length);
        LinearAlgebra.PseudoInverse(Operand, inverse, Rows, Columns);
        return new MatrixBatch<T>(inverse, Count, Columns, Rows);
    }

    /// <summary>Matrix exponentials.</summary>
    /// <exception cref="ArgumentException">The matrices are not square.</exception>
    /// <exception cref="SingularMatrixException">One is not finite, or its exponential is not.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public MatrixBatch<T> Exponential()
    {
        int n = Grid.Common(Rows, Columns);
        Span<T> exponential = Arena.Allocate<T>(Length);
        LinearAlgebra.MatrixExponential(Operand, exponential, n);
        return new MatrixBatch<T>(exponential, Count, n, n);
    }

    /// <summary>Kronecker products.</summary>
    /// <param name="other">Right factors: as many matrices, or a single one.</param>
    /// <exception cref="ArgumentException">There are not as many matrices.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public MatrixBatch<T> Kronecker(scoped MatrixBatch<T> other)
    {
        int count = Grid.Batch(Count, other.Count), rows = Grid.Count(Rows, other.Rows), columns = Grid.Count(Columns, other.Columns);
        Span<T> product = Arena.Allocate<T>(Grid.Count(count, Grid.Count(rows, columns)));
        LinearAlgebra.Kronecker(Operand, other.Operand, product, Rows, Columns, other.Rows, other.Columns);
        return new MatrixBatch<T>(product, count, rows, columns);
    }

    /// <summary>Eigenvalues of the means of the matrices and their transposes, in ascending order: a column for each matrix.</summary>
    /// <exception cref="ArgumentException">The matrices are not square.</exception>
    /// <exception cref="SingularMatrixException">One is not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public MatrixBatch<T> SymmetricEigenvalues()
    {
        int n = Grid.Common(Rows, Columns);
        Span<T> values = Arena.Allocate<T>(Count * n);
        LinearAlgebra.SymmetricEigenvalues(Operand, values, n);
        return new MatrixBatch<T>(values, Count, n, 1);
    }

    /// <summary>Singular values, in descending order: a column for each matrix.</summary>
    /// <exception cref="SingularMatrixException">One is not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public MatrixBatch<T> SingularValues()
    {
        int length = Math.Min(Rows, Columns);
        Span<T> values = Arena.Allocate<T>(Count * length);
        LinearAlgebra.SingularValues(Operand, values, Rows, Columns);
        return new MatrixBatch<T>(values, Count, length, 1);
    }

    /// <summary>Softmax of each row.</summary>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public MatrixBatch<T> Softmax()
    {
        Span<T> softmax = Arena.Allocate<T>(Length);
        LinearAlgebra.Softmax(Compact().Elements, softmax, Columns);
        return new MatrixBatch<T>(softmax, Count, Rows, Columns);
    }

    /// <summary>Logarithms of the softmax of each row.</summary>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public MatrixBatch<T> LogSoftmax()
    {
        Span<T> logSoftmax = Arena.Allocate<T>(Length);
        LinearAlgebra.LogSoftmax(Compact().Elements, logSoftmax, Columns);
        return new MatrixBatch<T>(logSoftmax, Count, Rows, Columns);
    }
}
