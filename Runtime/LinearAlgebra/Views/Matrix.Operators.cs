namespace StaticAd;

public readonly ref partial struct Matrix<T>
{
    /// <summary>The sum.</summary>
    /// <param name="a">A matrix.</param>
    /// <param name="b">A matrix of the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public static Matrix<T> operator +(scoped Matrix<T> a, scoped Matrix<T> b) => (a.AsBatch() + b.AsBatch()).Single();

    /// <summary>The difference.</summary>
    /// <inheritdoc cref="op_Addition"/>
    public static Matrix<T> operator -(scoped Matrix<T> a, scoped Matrix<T> b) => (a.AsBatch() - b.AsBatch()).Single();

    /// <summary>The negative.</summary>
    /// <param name="a">A matrix.</param>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public static Matrix<T> operator -(scoped Matrix<T> a) => (-a.AsBatch()).Single();

    /// <summary>The matrix product.</summary>
    /// <param name="a">The left factor.</param>
    /// <param name="b">The right factor: as many rows as the left one has columns.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public static Matrix<T> operator *(scoped Matrix<T> a, scoped Matrix<T> b) => (a.AsBatch() * b.AsBatch()).Single();

    /// <summary>A multiple.</summary>
    /// <param name="factor">A number.</param>
    /// <param name="a">A matrix.</param>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public static Matrix<T> operator *(T factor, scoped Matrix<T> a) => (factor * a.AsBatch()).Single();

    /// <inheritdoc cref="op_Multiply(T, Matrix{T})"/>
    public static Matrix<T> operator *(scoped Matrix<T> a, T factor) => factor * a;

    /// <summary>The matrix times the reciprocal of a number.</summary>
    /// <param name="a">A matrix.</param>
    /// <param name="divisor">A number.</param>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public static Matrix<T> operator /(scoped Matrix<T> a, T divisor) => (a.AsBatch() / divisor).Single();

    /// <inheritdoc cref="MatrixBatch{T}.Hadamard"/>
    /// <summary>The product element by element.</summary>
    public Matrix<T> Hadamard(scoped Matrix<T> other) => AsBatch().Hadamard(other).Single();

    /// <summary>The transpose.</summary>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public Matrix<T> Transpose() => AsBatch().Transpose().Single();

    /// <summary>The inverse.</summary>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    /// <exception cref="SingularMatrixException">It is singular, or not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public Matrix<T> Inverse() => AsBatch().Inverse().Single();

    /// <summary>The solution X of A X = B, where A is this matrix.</summary>
    /// <param name="right">B: as many rows.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the matrix is not square.</exception>
    /// <exception cref="SingularMatrixException">It is singular, or not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public Matrix<T> Solve(scoped Matrix<T> right) => AsBatch().Solve(right.AsBatch()).Single();

    /// <inheritdoc cref="MatrixBatch{T}.SolveTriangular"/>
    /// <summary>The solution X of L X = B, where L is the lower triangle of this matrix; what is above is not read.</summary>
    public Matrix<T> SolveTriangular(scoped Matrix<T> right, bool upper = false, bool unit = false, bool transposed = false) =>
        AsBatch().SolveTriangular(right, upper, unit, transposed).Single();

    /// <summary>The Cholesky factor L of A = L Lᵀ, where A is the mean of the matrix and its transpose; zero above the diagonal.</summary>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    /// <exception cref="SingularMatrixException">It is not positive definite, or not finite.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public Matrix<T> Cholesky() => AsBatch().Cholesky().Single();

    /// <summary>The trace: the sum of the main diagonal.</summary>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public T Trace() => AsBatch().Trace()[0];

    /// <summary>The Frobenius norm; its derivative at zeros is taken as zero.</summary>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public T Norm() => AsBatch().Norm();

    /// <summary>
    /// The norm of the elements as a vector: (Σ |aᵢⱼ|ᵖ)^(1/p); for p = ∞ the largest absolute value, for p = −∞ the smallest, for p = 0
    /// the number of elements that are not zero.
    /// </summary>
    /// <param name="order">p, which has no derivative.</param>
    /// <exception cref="ArgumentException">The order is not a number.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public T Norm(T order) => AsBatch().Norm(order);

    /// <summary>The sum of all elements.</summary>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public T Sum() => AsBatch().Sum();
}
