// What StaticAd.Matrix computes in several results: a batch of one.
using System.Numerics;

namespace StaticAd.Surrogates;

internal static partial class MatrixMembers
{
    public static void Qr<T>(Matrix<T> a, out Matrix<T> q, out Matrix<T> r)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ((MatrixBatch<T>)a).Qr(out MatrixBatch<T> orthogonal, out MatrixBatch<T> triangular);
        q = Single<T>(orthogonal);
        r = Single<T>(triangular);
    }

    public static void Lu<T>(Matrix<T> a, out Matrix<T> p, out Matrix<T> l, out Matrix<T> u)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ((MatrixBatch<T>)a).Lu(out MatrixBatch<T> permutation, out MatrixBatch<T> lower, out MatrixBatch<T> upper);
        p = Single<T>(permutation);
        l = Single<T>(lower);
        u = Single<T>(upper);
    }

    public static Matrix<T> SymmetricEigenvalues<T>(Matrix<T> a, out Matrix<T> vectors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MatrixBatch<T> values = ((MatrixBatch<T>)a).SymmetricEigenvalues(out MatrixBatch<T> columns);
        vectors = Single<T>(columns);
        return Single<T>(values);
    }

    public static Matrix<T> SingularValues<T>(Matrix<T> a, out Matrix<T> u, out Matrix<T> vt)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MatrixBatch<T> values = ((MatrixBatch<T>)a).SingularValues(out MatrixBatch<T> left, out MatrixBatch<T> right);
        u = Single<T>(left);
        vt = Single<T>(right);
        return Single<T>(values);
    }
}
