namespace StaticAd;

public readonly ref partial struct Matrix<T>
{
    /// <inheritdoc cref="MatrixBatch{T}.Qr"/>
    public void Qr(out Matrix<T> q, out Matrix<T> r)
    {
        AsBatch().Qr(out MatrixBatch<T> orthogonal, out MatrixBatch<T> triangular);
        q = orthogonal.Single();
        r = triangular.Single();
    }

    /// <inheritdoc cref="MatrixBatch{T}.Lu"/>
    public void Lu(out Matrix<T> p, out Matrix<T> l, out Matrix<T> u)
    {
        AsBatch().Lu(out MatrixBatch<T> permutation, out MatrixBatch<T> lower, out MatrixBatch<T> upper);
        p = permutation.Single();
        l = lower.Single();
        u = upper.Single();
    }

    /// <inheritdoc cref="MatrixBatch{T}.SymmetricEigenvalues(out MatrixBatch{T})"/>
    public Matrix<T> SymmetricEigenvalues(out Matrix<T> vectors)
    {
        MatrixBatch<T> values = AsBatch().SymmetricEigenvalues(out MatrixBatch<T> columns);
        vectors = columns.Single();
        return values.Single();
    }

    /// <inheritdoc cref="MatrixBatch{T}.SingularValues(out MatrixBatch{T}, out MatrixBatch{T})"/>
    public Matrix<T> SingularValues(out Matrix<T> u, out Matrix<T> vt)
    {
        MatrixBatch<T> values = AsBatch().SingularValues(out MatrixBatch<T> left, out MatrixBatch<T> right);
        u = left.Single();
        vt = right.Single();
        return values.Single();
    }
}
