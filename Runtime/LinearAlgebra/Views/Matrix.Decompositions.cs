namespace StaticAd;

public readonly ref partial struct Matrix<T>
{
    /// <inheritdoc cref="MatrixBatch{T}.Determinant"/>
    public T Determinant() => AsBatch().Determinant()[0];

    /// <inheritdoc cref="MatrixBatch{T}.LogAbsDeterminant"/>
    public T LogAbsDeterminant() => AsBatch().LogAbsDeterminant()[0];

    /// <inheritdoc cref="MatrixBatch{T}.CholeskySolve"/>
    public Matrix<T> CholeskySolve(scoped Matrix<T> right) => AsBatch().CholeskySolve(right).Single();

    /// <inheritdoc cref="MatrixBatch{T}.PseudoInverse"/>
    public Matrix<T> PseudoInverse() => AsBatch().PseudoInverse().Single();

    /// <inheritdoc cref="MatrixBatch{T}.Exponential"/>
    public Matrix<T> Exponential() => AsBatch().Exponential().Single();

    /// <inheritdoc cref="MatrixBatch{T}.Kronecker"/>
    public Matrix<T> Kronecker(scoped Matrix<T> other) => AsBatch().Kronecker(other).Single();

    /// <inheritdoc cref="MatrixBatch{T}.SymmetricEigenvalues()"/>
    public Matrix<T> SymmetricEigenvalues() => AsBatch().SymmetricEigenvalues().Single();

    /// <inheritdoc cref="MatrixBatch{T}.SingularValues()"/>
    public Matrix<T> SingularValues() => AsBatch().SingularValues().Single();

    /// <inheritdoc cref="MatrixBatch{T}.Softmax"/>
    public Matrix<T> Softmax() => AsBatch().Softmax().Single();

    /// <inheritdoc cref="MatrixBatch{T}.LogSoftmax"/>
    public Matrix<T> LogSoftmax() => AsBatch().LogSoftmax().Single();
}
