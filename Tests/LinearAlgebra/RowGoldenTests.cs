using System.Globalization;
using System.Text.Json;
using StaticAd.CompilerServices;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>Operations on rows and diagonals against PyTorch's, ties and infinities included.</summary>
public sealed class RowGoldenTests
{
    [Fact]
    public void SoftmaxOfRows()
    {
        foreach (JsonElement golden in Cases("softmax").Where(static golden => Number(golden, "dim") == -1 || Shape(golden, 0).Length == 1))
        {
            (double[] a, double[] y, double[] g) = (Data(golden, "inputs"), Like(golden, "outputs"), Data(golden, "cotangents"));
            int size = Shape(golden, 0)[^1];
            LinearAlgebra.Softmax(a, y, size);
            Near(golden, "outputs", y);
            double[] da = new double[a.Length], dot = new double[a.Length];
            SoftmaxRules.SoftmaxVjp<double>(a, y, size, g, da);
            Near(golden, "vjp", da);
            SoftmaxRules.SoftmaxJvp<double>(a, y, size, Data(golden, "tangents"), dot);
            Near(golden, "jvp", dot);

            double[] log = new double[a.Length];
            LinearAlgebra.LogSoftmax(a, log, size);
            for (int i = 0; i < log.Length; i++)
            {
                Assert.Equal(y[i], Math.Exp(log[i]), 1e-14);
            }
        }
    }

    [Fact]
    public void NormalisedRows()
    {
        foreach (JsonElement golden in Cases("layernorm"))
        {
            (double[] x, double[] w, double[] b) = (Data(golden, "inputs"), Data(golden, "inputs", 1), Data(golden, "inputs", 2));
            double[] normalized = new double[x.Length], weighted = new double[x.Length], y = new double[x.Length], g = Data(golden, "cotangents");
            double epsilon = golden.GetProperty("params").GetProperty("eps").GetDouble();
            LinearAlgebra.LayerNorm(x, normalized, w.Length, epsilon);
            LinearAlgebra.Hadamard(normalized, w, weighted, w.Length);
            LinearAlgebra.Add(weighted, b, y, w.Length);
            Near(golden, "outputs", y);

            double[] dweighted = new double[x.Length], dnormalized = new double[x.Length], dx = new double[x.Length], dw = new double[w.Length], db = new double[w.Length];
            ElementRules.AddVjp<double>(weighted, b, y, w.Length, g, dweighted, db);
            ElementRules.HadamardVjp<double>(normalized, w, weighted, w.Length, dweighted, dnormalized, dw);
            RowRules.LayerNormVjp(x, normalized, w.Length, epsilon, dnormalized, dx);
            Near(golden, "vjp", dx);
            Near(golden, "vjp", dw, 1);
            Near(golden, "vjp", db, 2);
        }
    }

    [Fact]
    public void DiagonalsOfMatrices()
    {
        foreach (JsonElement golden in Cases("diagonal"))
        {
            (int rows, int columns, int offset) = (Shape(golden, 0)[^2], Shape(golden, 0)[^1], (int)Number(golden, "offset"));
            double[] a = Data(golden, "inputs"), y = Like(golden, "outputs"), da = new double[a.Length], dot = Like(golden, "outputs");
            LinearAlgebra.Diagonals(a, y, rows, columns, offset);
            Near(golden, "outputs", y);
            LayoutRules.DiagonalsVjp<double>(a, y, rows, columns, offset, Data(golden, "cotangents"), da);
            Near(golden, "vjp", da);
            LayoutRules.DiagonalsJvp<double>(a, y, rows, columns, offset, Data(golden, "tangents"), dot);
            Near(golden, "jvp", dot);
        }
    }

    [Theory]
    [InlineData("amax")]
    [InlineData("amin")]
    public void ExtremesShareTheDerivativeAmongTies(string operation)
    {
        foreach (JsonElement golden in Cases(operation))
        {
            double[] a = Data(golden, "inputs"), y = Like(golden, "outputs"), g = Data(golden, "cotangents"), da = new double[a.Length], dot = Like(golden, "outputs");
            int size = Shape(golden, 0)[^1];
            if (operation == "amax")
            {
                RowRules.MaximaJvp<double>(a, y, size, Data(golden, "tangents"), dot);
                RowRules.MaximaVjp<double>(a, y, size, g, da);
            }
            else
            {
                RowRules.MinimaJvp<double>(a, y, size, Data(golden, "tangents"), dot);
                RowRules.MinimaVjp<double>(a, y, size, g, da);
            }

            Near(golden, "outputs", y);
            Near(golden, "vjp", da);
            Near(golden, "jvp", dot);
        }
    }

    private static JsonElement[] Cases(string operation)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Tests, "LinearAlgebra", "Golden", $"{operation}.json")));
        return [.. document.RootElement.Clone().GetProperty("cases").EnumerateArray()];
    }

    private static double Number(JsonElement golden, string name) => golden.GetProperty("params").GetProperty(name).GetDouble();

    private static int[] Shape(JsonElement golden, int operand) =>
        [.. golden.GetProperty("inputs")[operand].GetProperty("shape").EnumerateArray().Select(static length => length.GetInt32())];

    private static double[] Data(JsonElement golden, string tensors, int index = 0) =>
    [
        .. golden.GetProperty(tensors)[index].GetProperty("data").EnumerateArray().Select(static number => number.ValueKind == JsonValueKind.Number
            ? number.GetDouble()
            : double.Parse(number.GetString()!, CultureInfo.InvariantCulture)),
    ];

    private static double[] Like(JsonElement golden, string tensors) => new double[Data(golden, tensors).Length];

    private static void Near(JsonElement golden, string tensors, double[] actual, int index = 0)
    {
        double noise = golden.GetProperty("noise").TryGetProperty(tensors, out JsonElement given) ? given.GetDouble() : 0;
        double[] expected = Data(golden, tensors, index);
        double largest = expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        double inputs = Data(golden, "inputs").Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        Close.Assert(expected, actual, (Math.Max(1e-12, 20 * noise) * largest) + (1e-13 * (1 + inputs)), golden.GetProperty("id").GetString() + " " + tensors);
    }
}
