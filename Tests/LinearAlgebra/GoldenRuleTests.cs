using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>Derivatives of operations against PyTorch's.</summary>
public sealed class GoldenRuleTests
{
    [Fact]
    public void Products() => Check(
        "matmul", 2, 2, 2,
        static (c, a, b, y, g, da, db) => ProductRules.MultiplyVjp<double>(a, b, y, Last(c, 0, 1), Last(c, 0, 0), Last(c, 1, 0), false, false, g, da, db),
        static (c, a, b, y, s, t, d) => ProductRules.MultiplyJvp<double>(a, b, y, Last(c, 0, 1), Last(c, 0, 0), Last(c, 1, 0), false, false, s, t, d));

    [Fact]
    public void ProductsWithVectors() => Check(
        "matvec", 2, 1, 1,
        static (c, a, b, y, g, da, db) => ProductRules.MultiplyVjp<double>(a, b, y, Last(c, 0, 1), Last(c, 0, 0), 1, false, false, g, da, db),
        static (c, a, b, y, s, t, d) => ProductRules.MultiplyJvp<double>(a, b, y, Last(c, 0, 1), Last(c, 0, 0), 1, false, false, s, t, d));

    [Fact]
    public void OuterProducts() => Check(
        "outer", 1, 1, 2,
        static (c, a, b, y, g, da, db) => ProductRules.MultiplyVjp<double>(a, b, y, Last(c, 0, 0), 1, Last(c, 1, 0), false, false, g, da, db),
        static (c, a, b, y, s, t, d) => ProductRules.MultiplyJvp<double>(a, b, y, Last(c, 0, 0), 1, Last(c, 1, 0), false, false, s, t, d));

    [Fact]
    public void Inverses() => Check(
        "inverse", 2, 0, 2,
        static (c, a, _, y, g, da, _) => InverseRules.InverseVjp<double>(a, y, Last(c, 0, 0), g, da),
        static (c, a, _, y, s, _, d) => InverseRules.InverseJvp<double>(a, y, Last(c, 0, 0), s, d));

    [Fact]
    public void Solutions() => Check(
        "solve", 2, 2, 2,
        static (c, a, b, y, g, da, db) => SolveRules.SolveVjp<double>(a, b, y, Last(c, 0, 0), Last(c, 1, 0), g, da, db),
        static (c, a, b, y, s, t, d) => SolveRules.SolveJvp<double>(a, b, y, Last(c, 0, 0), Last(c, 1, 0), s, t, d));

    [Fact]
    public void SolutionsThatAreVectors() => Check(
        "solve_vec", 2, 1, 1,
        static (c, a, b, y, g, da, db) => SolveRules.SolveVjp<double>(a, b, y, Last(c, 0, 0), 1, g, da, db),
        static (c, a, b, y, s, t, d) => SolveRules.SolveJvp<double>(a, b, y, Last(c, 0, 0), 1, s, t, d));

    [Fact]
    public void TriangularSolutions() => Check(
        "solve_triangular", 2, 2, 2,
        static (c, a, b, y, g, da, db) => TriangularRules.SolveTriangularVjp<double>(
            a, b, y, Last(c, 0, 0), Last(c, 1, 0), c.Switches["upper"], c.Switches["unit"], c.Switches["transposed"], g, da, db),
        static (c, a, b, y, s, t, d) => TriangularRules.SolveTriangularJvp<double>(
            a, b, y, Last(c, 0, 0), Last(c, 1, 0), c.Switches["upper"], c.Switches["unit"], c.Switches["transposed"], s, t, d));

    [Fact]
    public void CholeskyFactors() => Check(
        "cholesky", 2, 0, 2,
        static (c, a, _, y, g, da, _) => CholeskyRules.CholeskyVjp<double>(a, y, Last(c, 0, 0), g, da),
        static (c, a, _, y, s, _, d) => CholeskyRules.CholeskyJvp<double>(a, y, Last(c, 0, 0), s, d));

    [Fact]
    public void Determinants() => Check(
        "det", 2, 0, 0,
        static (c, a, _, y, g, da, _) => DeterminantRules.DeterminantVjp<double>(a, y, Last(c, 0, 0), g, da),
        static (c, a, _, y, s, _, d) => DeterminantRules.DeterminantJvp<double>(a, y, Last(c, 0, 0), s, d));

    [Fact]
    public void LogarithmsOfDeterminants() => Check(
        "slogdet", 2, 0, 0,
        static (c, a, _, y, g, da, _) => LogDeterminantRules.SignAndLogDeterminantVjp<double>(a, new double[y.Length], y, Last(c, 0, 0), Close.Filled(y.Length, 3), g, da),
        static (c, a, _, y, s, _, d) => LogDeterminantRules.SignAndLogDeterminantJvp<double>(a, new double[y.Length], y, Last(c, 0, 0), s, Close.Filled(y.Length, 3), d),
        output: 1);

    [Fact]
    public void TheLogarithmOfZeroHasAnInfiniteGradient()
    {
        double[] da = new double[4], log = [7], sign = [7];
        LogDeterminantRules.SignAndLogDeterminantVjp<double>([1, 2, 2, 4], sign, log, 2, [1], [0.5], da);
        Assert.Equal([double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity], da);
        Assert.Equal((0, double.NegativeInfinity), (sign[0], log[0]));
    }

    [Fact]
    public void Traces() => Check(
        "trace", 2, 0, 0,
        static (c, a, _, y, g, da, _) => TransposeRules.TraceVjp<double>(a, y, Last(c, 0, 1), Last(c, 0, 0), g, da),
        static (c, a, _, y, s, _, d) => TransposeRules.TraceJvp<double>(a, y, Last(c, 0, 1), Last(c, 0, 0), s, d));

    [Fact]
    public void Transposes() => Check(
        "transpose", 2, 0, 2,
        static (c, a, _, y, g, da, _) => TransposeRules.TransposeVjp<double>(a, y, Last(c, 0, 1), Last(c, 0, 0), g, da),
        static (c, a, _, y, s, _, d) => TransposeRules.TransposeJvp<double>(a, y, Last(c, 0, 1), Last(c, 0, 0), s, d));

    [Fact]
    public void KroneckerProducts() => Check(
        "kron", 2, 2, 2,
        static (c, a, b, y, g, da, db) => LayoutRules.KroneckerVjp<double>(a, b, y, Last(c, 0, 1), Last(c, 0, 0), Last(c, 1, 1), Last(c, 1, 0), g, da, db),
        static (c, a, b, y, s, t, d) => LayoutRules.KroneckerJvp<double>(a, b, y, Last(c, 0, 1), Last(c, 0, 0), Last(c, 1, 1), Last(c, 1, 0), s, t, d));

    [Fact]
    public void FrobeniusNorms() => Check(
        "norm_fro", 2, 0, 0,
        static (c, a, _, y, g, da, _) => ReductionRules.NormsVjp<double>(a, y, Last(c, 0, 1) * Last(c, 0, 0), g, da),
        static (c, a, _, y, s, _, d) => ReductionRules.NormsJvp<double>(a, y, Last(c, 0, 1) * Last(c, 0, 0), s, d));

    [Fact]
    public void LogarithmsOfSumsOfExponentials() => Check(
        "logsumexp", 1, 0, 0,
        static (c, a, _, y, g, da, _) => SoftmaxRules.LogSumExpsVjp<double>(a, y, Last(c, 0, 0), g, da),
        static (c, a, _, y, s, _, d) => SoftmaxRules.LogSumExpsJvp<double>(a, y, Last(c, 0, 0), s, d));

    [Fact]
    public void LargestElements() => Check(
        "amax", 1, 0, 0,
        static (c, a, _, y, g, da, _) => RowRules.MaximaVjp<double>(a, y, Last(c, 0, 0), g, da),
        static (c, a, _, y, s, _, d) => RowRules.MaximaJvp<double>(a, y, Last(c, 0, 0), s, d));

    [Fact]
    public void SmallestElements() => Check(
        "amin", 1, 0, 0,
        static (c, a, _, y, g, da, _) => RowRules.MinimaVjp<double>(a, y, Last(c, 0, 0), g, da),
        static (c, a, _, y, s, _, d) => RowRules.MinimaJvp<double>(a, y, Last(c, 0, 0), s, d));

    [Fact]
    public void ProductsOfElements() => Check(
        "prod", 1, 0, 0,
        static (c, a, _, y, g, da, _) => LayoutRules.ProductsVjp<double>(a, y, Last(c, 0, 0), g, da),
        static (c, a, _, y, s, _, d) => LayoutRules.ProductsJvp<double>(a, y, Last(c, 0, 0), s, d));

    private delegate void Pullback(GoldenDerivative golden, double[] first, double[] second, double[] result, double[] resultBar, double[] dFirst, double[] dSecond);

    private delegate void Pushforward(GoldenDerivative golden, double[] first, double[] second, double[] result, double[] firstDot, double[] secondDot, double[] resultDot);

    private static int Last(GoldenDerivative golden, int operand, int before) => golden.Inputs[operand].Shape[^(before + 1)];

    private static void Check(string name, int firstDimensions, int secondDimensions, int resultDimensions, Pullback pullback, Pushforward pushforward, int output = 0)
    {
        foreach (GoldenDerivative golden in GoldenDerivative.Read(name, output))
        {
            int[] batch = golden.Cotangent.Shape[..^resultDimensions];
            int[] dimensions = [firstDimensions, secondDimensions];
            double[][] Operands(GoldenTensor[] tensors) =>
                [.. dimensions.Select((own, i) => i >= tensors.Length ? [] : tensors[i].Shape.Length == own ? tensors[i].Data : tensors[i].InBatch(batch, own))];
            double[][] operands = Operands(golden.Inputs), tangents = Operands(golden.Tangents);
            double[] result = Close.Filled(golden.Cotangent.Data.Length, double.NaN), resultBar = [.. golden.Cotangent.Data];
            double[][] gradients = [.. operands.Select(operand => Close.Filled(operand.Length, double.NaN))];
            pullback(golden, operands[0], operands[1], result, resultBar, gradients[0], gradients[1]);
            Assert.All(resultBar, static left => Assert.Equal(0, left));
            for (int i = 0; i < golden.Inputs.Length; i++)
            {
                if (gradients[i].Length == golden.Gradients[i].Data.Length)
                {
                    Close.Assert(golden.Gradients[i].Data, gradients[i], golden.GradientTolerance(i), golden.Id);
                }
            }

            double[] resultDot = Close.Filled(result.Length, double.NaN);
            pushforward(golden, operands[0], operands[1], result, tangents[0], tangents[1], resultDot);
            Close.Assert(golden.OutputTangent.Data, resultDot, golden.TangentTolerance, golden.Id);
        }
    }
}
