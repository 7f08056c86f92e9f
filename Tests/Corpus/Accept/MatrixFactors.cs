using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Members of matrices with several results.</summary>
public static partial class MatrixFactors
{
    // check: [1.3, -0.2, 0.5, 0.7, 2.1, -0.4, 0.1, 0.2, 1.6, 0.5, 0.9, -1.3]
    [Differentiable(Order = 2)]
    public static double Orthogonal(ReadOnlySpan<double> elements)
    {
        using var arena = Arena.Enter();
        var a = new MatrixBatch<double>(elements, 2, 3, 2);
        a.Qr(out MatrixBatch<double> q, out var r);
        a[1].Qr(out Matrix<double> first, out Matrix<double> second);
        return (q * r.Transpose()).Norm(3) + first[2, 1] * second[0, 1] + q[0][0, 0];
    }

    // check: [1.3, -0.2, 0.5, 0.7, 2.1, -0.4, 0.1, 0.2, 1.6, 4.5, 0.9, -1.3, 0.4, 0.8, -0.9, 1.5, 0.2, -0.7]
    [Differentiable(Order = 2)]
    public static double Eigenvectors(ReadOnlySpan<double> elements)
    {
        using var arena = Arena.Enter();
        var a = new MatrixBatch<double>(elements, 3, 3);
        MatrixBatch<double> values = a.SymmetricEigenvalues(out MatrixBatch<double> vectors);
        Matrix<double> own = a[0].SymmetricEigenvalues(out Matrix<double> of);
        return (vectors * values).Norm(1.5) + (of.Transpose() * own)[1, 0] * vectors[1][0, 2];
    }

    // check: [1.3, -0.2, 0.5, 0.7, 2.1, -0.4, 0.1, 0.2, 1.6, 0.5, 0.9, -1.3]
    [Differentiable(Order = 2)]
    public static double SingularVectors(ReadOnlySpan<double> elements)
    {
        using var arena = Arena.Enter();
        var a = new MatrixBatch<double>(elements, 2, 3, 2);
        MatrixBatch<double> values = a.SingularValues(out MatrixBatch<double> u, out MatrixBatch<double> vt);
        Matrix<double> own = a[0].Transpose().SingularValues(out Matrix<double> left, out _);
        return (u * vt.Hadamard(vt) * values).Norm() + (left * own)[1, 0];
    }

    // check: [0.3, -0.2, 0.5, 0.7, 2.1, -0.4, 1.1, 0.2, 1.6, 4.5, 0.9, -1.3, 0.4, 0.8, -0.9, 1.5, 0.2, -0.7]
    [Differentiable(Order = 2)]
    public static double Triangular(ReadOnlySpan<double> elements)
    {
        using var arena = Arena.Enter();
        var a = new MatrixBatch<double>(elements, 3, 3);
        a.Lu(out MatrixBatch<double> p, out MatrixBatch<double> l, out var u);
        a[1].Lu(out Matrix<double> order, out _, out Matrix<double> upper);
        return (p * l * l).Norm(3) + (u * u).Norm() + (order * upper * a[0])[2, 1];
    }

    // An orthogonal iteration, which renews its state.
    // check: [3.3, -0.2, 0.5, -0.2, 2.1, -0.4, 0.5, -0.4, 0.6], [1, 0.5, -0.25, 0.75, 0.1, 1.5], 3
    [Differentiable(Order = 2)]
    public static double Iterated(ReadOnlySpan<double> elements, ReadOnlySpan<double> start, int steps)
    {
        using var arena = Arena.Enter();
        var a = new Matrix<double>(elements, 3, 3);
        var q = new Matrix<double>(start, 3, 2);
        double sum = 0;
        for (int i = 0; i < steps; i++)
        {
            (a * q).Qr(out Matrix<double> next, out Matrix<double> r);
            q = next;
            sum += r[0, 0] * r[1, 1];
        }

        return sum + q[2, 1];
    }
}
