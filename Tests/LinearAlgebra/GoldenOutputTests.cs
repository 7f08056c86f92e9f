using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>Results of operations against PyTorch's.</summary>
public sealed class GoldenOutputTests
{
    [Fact]
    public void Products() => Check("matmul", 2, 2, 2, (c, a, b, y) =>
        LinearAlgebra.Multiply(a, b, y[0], Last(c.Inputs[0], 1), Last(c.Inputs[0], 0), Last(c.Inputs[1], 0)));

    [Fact]
    public void ProductsWithVectors() => Check("matvec", 2, 1, 1, (c, a, b, y) =>
        LinearAlgebra.Multiply(a, b, y[0], Last(c.Inputs[0], 1), Last(c.Inputs[0], 0), 1));

    [Fact]
    public void OuterProducts() => Check("outer", 1, 1, 2, (c, a, b, y) =>
        LinearAlgebra.Multiply(a, b, y[0], Last(c.Inputs[0], 0), 1, Last(c.Inputs[1], 0)));

    [Fact]
    public void Inverses() => Check("inverse", 2, 0, 2, (c, a, _, y) => LinearAlgebra.Inverse(a, y[0], Last(c.Inputs[0], 0)));

    [Fact]
    public void Solutions() => Check("solve", 2, 2, 2, (c, a, b, y) =>
        LinearAlgebra.Solve(a, b, y[0], Last(c.Inputs[0], 0), Last(c.Inputs[1], 0)));

    [Fact]
    public void SolutionsThatAreVectors() => Check("solve_vec", 2, 1, 1, (c, a, b, y) =>
        LinearAlgebra.Solve(a, b, y[0], Last(c.Inputs[0], 0), 1));

    [Fact]
    public void TriangularSolutions() => Check("solve_triangular", 2, 2, 2, (c, a, b, y) =>
        LinearAlgebra.SolveTriangular(
            a, b, y[0], Last(c.Inputs[0], 0), Last(c.Inputs[1], 0), c.Switches["upper"], c.Switches["unit"], c.Switches["transposed"]));

    [Fact]
    public void CholeskyFactors() => Check("cholesky", 2, 0, 2, (c, a, _, y) => LinearAlgebra.Cholesky(a, y[0], Last(c.Inputs[0], 0)));

    [Fact]
    public void Determinants() => Check("det", 2, 0, 0, (c, a, _, y) => LinearAlgebra.Determinant(a, y[0], Last(c.Inputs[0], 0)));

    [Fact]
    public void SignsAndLogsOfDeterminants() => Check("slogdet", 2, 0, 0, (c, a, _, y) =>
        LinearAlgebra.SignAndLogDeterminant(a, y[0], y[1], Last(c.Inputs[0], 0)));

    [Fact]
    public void Traces() => Check("trace", 2, 0, 0, (c, a, _, y) =>
        LinearAlgebra.Trace(a, y[0], Last(c.Inputs[0], 1), Last(c.Inputs[0], 0)));

    [Fact]
    public void Transposes() => Check("transpose", 2, 0, 2, (c, a, _, y) =>
        LinearAlgebra.Transpose(a, y[0], Last(c.Inputs[0], 1), Last(c.Inputs[0], 0)));

    [Fact]
    public void KroneckerProducts() => Check("kron", 2, 2, 2, (c, a, b, y) => LinearAlgebra.Kronecker(
        a, b, y[0], Last(c.Inputs[0], 1), Last(c.Inputs[0], 0), Last(c.Inputs[1], 1), Last(c.Inputs[1], 0)));

    [Fact]
    public void FrobeniusNorms() => Check("norm_fro", 2, 0, 0, (c, a, _, y) => LinearAlgebra.Norms(a, y[0], Last(c.Inputs[0], 1) * Last(c.Inputs[0], 0)));

    [Fact]
    public void LogarithmsOfSumsOfExponentials() => Check("logsumexp", 1, 0, 0, (c, a, _, y) => LinearAlgebra.LogSumExps(a, y[0], Last(c.Inputs[0], 0)));

    [Fact]
    public void LargestElements() => Check("amax", 1, 0, 0, (c, a, _, y) => LinearAlgebra.Maxima(a, y[0], Last(c.Inputs[0], 0)));

    [Fact]
    public void SmallestElements() => Check("amin", 1, 0, 0, (c, a, _, y) => LinearAlgebra.Minima(a, y[0], Last(c.Inputs[0], 0)));

    [Fact]
    public void ProductsOfElements() => Check("prod", 1, 0, 0, (c, a, _, y) => LinearAlgebra.Products(a, y[0], Last(c.Inputs[0], 0)));

    private delegate void Operation(GoldenCase golden, double[] first, double[] second, double[][] outputs);

    private static int Last(GoldenTensor tensor, int before) => tensor.Shape[tensor.Shape.Length - 1 - before];

    private static void Check(string name, int firstDimensions, int secondDimensions, int resultDimensions, Operation operation)
    {
        foreach (GoldenCase golden in GoldenCase.Read(name))
        {
            int[] batch = golden.Outputs[0].Shape[..^resultDimensions];
            double[] first = Operand(golden.Inputs[0], batch, firstDimensions);
            double[] second = golden.Inputs.Length > 1 ? Operand(golden.Inputs[1], batch, secondDimensions) : [];
            double[][] outputs = [.. golden.Outputs.Select(output => Close.Filled(output.Data.Length, double.NaN))];
            operation(golden, first, second, outputs);
            for (int k = 0; k < outputs.Length; k++)
            {
                Close.Assert(golden.Outputs[k].Data, outputs[k], golden.Tolerance(k), golden.Id);
            }
        }
    }

    /// <summary>One matrix is left to the operation to repeat.</summary>
    private static double[] Operand(GoldenTensor tensor, int[] batch, int dimensions) =>
        tensor.Shape.Length == dimensions ? tensor.Data : tensor.InBatch(batch, dimensions);
}
