namespace StaticAd.Tests.Linear;

/// <summary>The expressions of matrices for which there are reference values as wholes.</summary>
public static partial class SeedPrograms
{
    [Differentiable]
    public static void Expression(MatrixBatch<double> a, MatrixBatch<double> b, Span<double> y) =>
        ((a * b.Inverse()).Transpose() + (a.Trace() * b)).CopyTo(y);

    [Differentiable]
    public static double Loss(MatrixBatch<double> a, MatrixBatch<double> b) =>
        ((a * b.Inverse()).Transpose() + (a.Trace() * b)).Norm();

    /// <summary>y (x² − x y + y), element by element.</summary>
    [Differentiable]
    public static void Elements(MatrixBatch<double> x, MatrixBatch<double> y, Span<double> z) =>
        y.Hadamard(x.Hadamard(x) - x.Hadamard(y) + y).CopyTo(z);
}
