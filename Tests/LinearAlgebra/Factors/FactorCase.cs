using System.Globalization;
using System.Text.Json;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Linear.Factors;

/// <summary>A case of a reference file for an operation with one operand, and any number of results, with its derivatives.</summary>
/// <param name="Id">The case.</param>
/// <param name="Shape">The operand's shape.</param>
/// <param name="Operand">The operand.</param>
/// <param name="Outputs">The results.</param>
/// <param name="Cotangents">One for each result.</param>
/// <param name="Gradient">Of the operand.</param>
/// <param name="Tangent">Of the operand.</param>
/// <param name="OutputTangents">One for each result.</param>
internal sealed record FactorCase(
    string Id, int[] Shape, double[] Operand, double[][] Outputs, double[][] Cotangents, double[] Gradient, double[] Tangent, double[][] OutputTangents)
{
    private Dictionary<string, double> Noise { get; init; } = [];

    public int Rows => Shape[^2];

    public int Columns => Shape[^1];

    public static IEnumerable<FactorCase> Read(string operation)
    {
        string path = Path.Combine(Repository.Tests, "LinearAlgebra", "Golden", $"{operation}.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(Case)];
    }

    /// <summary>How far numbers may be from those on file, of which noise is known under a name.</summary>
    public double Tolerance(double[] expected, string noise) =>
        (Math.Max(1e-12, 20 * Noise.GetValueOrDefault(noise)) * Largest(expected)) + (1e-13 * (1 + Largest(Operand)));

    private static double Largest(double[] numbers) => numbers.Select(Math.Abs).DefaultIfEmpty().Max();

    private static FactorCase Case(JsonElement element) => new(
        element.GetProperty("id").GetString()!,
        [.. element.GetProperty("inputs")[0].GetProperty("shape").EnumerateArray().Select(static length => length.GetInt32())],
        Tensors(element, "inputs")[0],
        Tensors(element, element.TryGetProperty("exact_outputs", out _) ? "exact_outputs" : "outputs"),
        Tensors(element, "cotangents"),
        Tensors(element, "vjp")[0],
        Tensors(element, "tangents")[0],
        Tensors(element, "jvp"))
    {
        Noise = element.GetProperty("noise").EnumerateObject().ToDictionary(static noise => noise.Name, static noise => noise.Value.GetDouble()),
    };

    private static double[][] Tensors(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(static tensor => (double[])[.. tensor.GetProperty("data").EnumerateArray().Select(Number)])];

    private static double Number(JsonElement element) => element.ValueKind == JsonValueKind.Number
        ? element.GetDouble()
        : double.Parse(element.GetString()!, CultureInfo.InvariantCulture);
}
