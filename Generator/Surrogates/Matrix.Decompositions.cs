// What StaticAd.Matrix computes by decompositions and row by row: a batch of one.
using System.Numerics;

namespace StaticAd.Surrogates;

internal static partial class MatrixMembers
{
    public static T Determinant<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ((MatrixBatch<T>)a).Determinant()[0];

    public static T LogAbsDeterminant<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ((MatrixBatch<T>)a).LogAbsDeterminant()[0];

    public static Matrix<T> CholeskySolve<T>(Matrix<T> a, Matrix<T> right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(((MatrixBatch<T>)a).CholeskySolve(right));

    public static Matrix<T> PseudoInverse<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(((MatrixBatch<T>)a).PseudoInverse());

    public static Matrix<T> Exponential<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(((MatrixBatch<T>)a).Exponential());

    public static Matrix<T> Kronecker<T>(Matrix<T> a, Matrix<T> other)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(((MatrixBatch<T>)a).Kronecker(other));

    public static Matrix<T> SymmetricEigenvalues<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(((MatrixBatch<T>)a).SymmetricEigenvalues());

    public static Matrix<T> SingularValues<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(((MatrixBatch<T>)a).SingularValues());

    public static Matrix<T> Softmax<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(((MatrixBatch<T>)a).Softmax());

    public static Matrix<T> LogSoftmax<T>(Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Single<T>(((MatrixBatch<T>)a).LogSoftmax());
}
