using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Linear.Factors;

/// <summary>Factors, and their derivatives, against PyTorch's.</summary>
public sealed class GoldenFactorTests
{
    private delegate void Operation(FactorCase golden, double[][] results);

    private delegate void Pullback(FactorCase golden, double[][] results, double[][] cotangents, double[] gradient);

    private delegate void Pushforward(FactorCase golden, double[][] results, double[][] tangents);

    [Fact]
    public void Eigenvectors() => Check(
        "eigh",
        static (c, y) => LinearAlgebra.SymmetricEigenvalues(c.Operand, y[0], y[1], c.Rows),
        static (c, y, g, da) => EigenvectorRules.SymmetricEigenvectorsVjp<double>(c.Operand, y[0], y[1], c.Rows, g[0], g[1], da),
        static (c, y, d) => EigenvectorRules.SymmetricEigenvectorsJvp<double>(c.Operand, y[0], y[1], c.Rows, c.Tangent, d[0], d[1]));

    [Fact]
    public void Eigenvalues() => Check(
        "eigvalsh",
        static (c, y) => LinearAlgebra.SymmetricEigenvalues(c.Operand, y[0], c.Rows),
        static (c, y, g, da) => EigenvalueRules.SymmetricEigenvaluesVjp<double>(c.Operand, y[0], c.Rows, g[0], da),
        static (c, y, d) => EigenvalueRules.SymmetricEigenvaluesJvp<double>(c.Operand, y[0], c.Rows, c.Tangent, d[0]));

    [Fact]
    public void OrthogonalFactors() => Check(
        "qr",
        static (c, y) => LinearAlgebra.Qr(c.Operand, y[0], y[1], c.Rows, c.Columns),
        static (c, y, g, da) => QrRules.QrVjp<double>(c.Operand, y[0], y[1], c.Rows, c.Columns, g[0], g[1], da),
        static (c, y, d) => QrRules.QrJvp<double>(c.Operand, y[0], y[1], c.Rows, c.Columns, c.Tangent, d[0], d[1]));

    [Fact]
    public void SingularValues() => Check(
        "svdvals",
        static (c, y) => LinearAlgebra.SingularValues(c.Operand, y[0], c.Rows, c.Columns),
        static (c, y, g, da) => SingularValueRules.SingularValuesVjp<double>(c.Operand, y[0], c.Rows, c.Columns, g[0], da),
        static (c, y, d) => SingularValueRules.SingularValuesJvp<double>(c.Operand, y[0], c.Rows, c.Columns, c.Tangent, d[0]));

    [Fact]
    public void Exponentials() => Check(
        "matrix_exp",
        static (c, y) => LinearAlgebra.MatrixExponential(c.Operand, y[0], c.Rows),
        static (c, y, g, da) => ExponentialRules.MatrixExponentialVjp<double>(c.Operand, y[0], c.Rows, g[0], da),
        static (c, y, d) => ExponentialRules.MatrixExponentialJvp<double>(c.Operand, y[0], c.Rows, c.Tangent, d[0]));

    private static void Check(string name, Operation operation, Pullback pullback, Pushforward pushforward)
    {
        foreach (FactorCase golden in FactorCase.Read(name))
        {
            double[][] results = Unwritten(golden);
            operation(golden, results);
            Compare(golden, golden.Outputs, results, "outputs");

            results = Unwritten(golden);
            double[][] cotangents = [.. golden.Cotangents.Select(static cotangent => (double[])[.. cotangent])];
            double[] gradient = Close.Filled(golden.Operand.Length, double.NaN);
            pullback(golden, results, cotangents, gradient);
            Compare(golden, golden.Outputs, results, "outputs");
            Compare(golden, [golden.Gradient], [gradient], "vjp");
            Assert.All(cotangents.SelectMany(static cotangent => cotangent), static left => Assert.Equal(0, left));

            results = Unwritten(golden);
            double[][] tangents = Unwritten(golden);
            pushforward(golden, results, tangents);
            Compare(golden, golden.Outputs, results, "outputs");
            Compare(golden, golden.OutputTangents, tangents, "jvp");
        }
    }

    private static double[][] Unwritten(FactorCase golden) => [.. golden.Outputs.Select(static output => Close.Filled(output.Length, double.NaN))];

    private static void Compare(FactorCase golden, double[][] expected, double[][] actual, string what)
    {
        for (int k = 0; k < expected.Length; k++)
        {
            Close.Assert(expected[k], actual[k], golden.Tolerance(expected[k], what), $"{golden.Id}, {what} {k}");
        }
    }
}
