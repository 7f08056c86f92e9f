using StaticAd.CompilerServices;

namespace StaticAd;

public readonly ref partial struct MatrixBatch<T>
{
    /// <summary>Orthogonal and triangular factors: A = Q R. The diagonal of R is not negative. Where R is singular there is no derivative.</summary>
    /// <param name="q">Q: as many rows and columns, the columns orthonormal.</param>
    /// <param name="r">R: as many columns, and as many rows; zero below the diagonal.</param>
    /// <exception cref="ArgumentOutOfRangeException">The matrices have more columns than rows.</exception>
    /// <exception cref="SingularMatrixException">One is not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public void Qr(out MatrixBatch<T> q, out MatrixBatch<T> r)
    {
        Span<T> orthogonal = Arena.Allocate<T>(Length), triangular = Arena.Allocate<T>(Grid.Count(Count, Grid.Count(Columns, Columns)));
        LinearAlgebra.Qr(Compact().Elements, orthogonal, triangular, Rows, Columns);
        q = new MatrixBatch<T>(orthogonal, Count, Rows, Columns);
        r = new MatrixBatch<T>(triangular, Count, Columns, Columns);
    }

    /// <summary>Triangular factors, with exchanged rows: A = P L U. The derivatives are those with the rows as they are.</summary>
    /// <param name="p">P: the permutation, each row and column with one 1.</param>
    /// <param name="l">L: lower triangular, with ones on the diagonal.</param>
    /// <param name="u">U: upper triangular.</param>
    /// <exception cref="ArgumentException">The matrices are not square.</exception>
    /// <exception cref="SingularMatrixException">One is singular, or not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public void Lu(out MatrixBatch<T> p, out MatrixBatch<T> l, out MatrixBatch<T> u)
    {
        int n = Grid.Common(Rows, Columns);
        Span<T> permutation = Arena.Allocate<T>(Length), lower = Arena.Allocate<T>(Length), upper = Arena.Allocate<T>(Length);
        Span<int> rows = Arena.Allocate<int>(Grid.Count(Count, n));
        LinearAlgebra.Lu(Compact().Elements, lower, upper, rows, n);
        permutation.Clear();
        for (int i = 0; i < rows.Length; i++)
        {
            permutation[((((i / n) * n) + rows[i]) * n) + (i % n)] = T.One;
        }

        p = new MatrixBatch<T>(permutation, Count, n, n);
        l = new MatrixBatch<T>(lower, Count, n, n);
        u = new MatrixBatch<T>(upper, Count, n, n);
    }

    /// <summary>
    /// Eigenvalues w and eigenvectors V of the means of the matrices and their transposes: V diag(w) Vᵀ. In each vector the element of the
    /// largest absolute value is positive. The vectors of equal eigenvalues have no derivative.
    /// </summary>
    /// <param name="vectors">V: a vector in each column.</param>
    /// <returns>w, in ascending order: a column for each matrix.</returns>
    /// <exception cref="ArgumentException">The matrices are not square.</exception>
    /// <exception cref="SingularMatrixException">One is not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public MatrixBatch<T> SymmetricEigenvalues(out MatrixBatch<T> vectors)
    {
        int n = Grid.Common(Rows, Columns);
        Span<T> values = Arena.Allocate<T>(Grid.Count(Count, n)), columns = Arena.Allocate<T>(Length);
        LinearAlgebra.SymmetricEigenvalues(Compact().Elements, values, columns, n);
        vectors = new MatrixBatch<T>(columns, Count, n, n);
        return new MatrixBatch<T>(values, Count, n, 1);
    }

    /// <summary>
    /// Singular values s and their vectors: A = U diag(s) Vᵀ, with k columns in U and rows in Vᵀ, k the smaller dimension of A. In each column
    /// of U the element of the largest absolute value is positive. The vectors of equal singular values have no derivative.
    /// </summary>
    /// <param name="u">U: a vector in each column.</param>
    /// <param name="vt">Vᵀ: a vector in each row.</param>
    /// <returns>s, in descending order: a column for each matrix.</returns>
    /// <exception cref="SingularMatrixException">One is not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public MatrixBatch<T> SingularValues(out MatrixBatch<T> u, out MatrixBatch<T> vt)
    {
        int length = Math.Min(Rows, Columns);
        Span<T> values = Arena.Allocate<T>(Grid.Count(Count, length));
        Span<T> left = Arena.Allocate<T>(Grid.Count(Count, Rows * length)), right = Arena.Allocate<T>(Grid.Count(Count, length * Columns));
        LinearAlgebra.SingularValueDecomposition(Compact().Elements, left, values, right, Rows, Columns);
        u = new MatrixBatch<T>(left, Count, Rows, length);
        vt = new MatrixBatch<T>(right, Count, length, Columns);
        return new MatrixBatch<T>(values, Count, length, 1);
    }
}
