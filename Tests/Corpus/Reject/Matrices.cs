using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class RejectedMatrices
{
    [Differentiable]
    public static MatrixBatch<double> Returned(MatrixBatch<double> a) => a; // expect: SAD0007

    [Differentiable]
    public static double ByReference(in Matrix<double> a) => a.Norm(); // expect: SAD0007

    [Differentiable]
    public static double Chosen(Matrix<double> a, Matrix<double> b, bool which) => (which ? a : b).Norm(); // expect: SAD0013

    [Differentiable]
    public static double First(Matrix<double> a) => a.Norm();

    [Differentiable]
    public static double Nested(Matrix<double> a)
    {
        Span<double> da = new double[a.Length];
        FirstGradient(a, da); // expect: SAD0023
        return da[0];
    }

    [Differentiable]
    public static T OfAnyType<T>(Matrix<T> a) // expect: SAD0004
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> => a.Norm();

    [Differentiable(Batch = true)]
    public static double InBatches(Matrix<double> a, double x) => a.Norm() * x; // expect: SAD0009

    [Differentiable]
    public static double ChangedOnAPath(Matrix<double> a, double x)
    {
        Matrix<double> b = a;
        if (x > 0)
        {
            b = a * a;
        }

        return b.Norm(); // expect: SAD0021
    }

    [Differentiable]
    public static double RenewedByTheCallee(Matrix<double> a, int steps)
    {
        Matrix<double> q = a;
        for (int i = 0; i < steps; i++)
        {
            (a * q).Qr(out q, out Matrix<double> r); // expect: SAD0018
        }

        return q.Norm();
    }
}
