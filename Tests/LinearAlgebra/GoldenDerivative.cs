using System.Text.Json;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Linear;

/// <summary>What a case of a reference file says of derivatives: a pullback and a tangent.</summary>
/// <param name="Id">The case.</param>
/// <param name="Switches">Its parameters that are true or false.</param>
/// <param name="Inputs">The operands.</param>
/// <param name="Tangents">One for each operand.</param>
/// <param name="Cotangent">Of the output.</param>
/// <param name="Gradients">One for each operand.</param>
/// <param name="OutputTangent">Of the output.</param>
public sealed record GoldenDerivative(
    string Id, Dictionary<string, bool> Switches, GoldenTensor[] Inputs, GoldenTensor[] Tangents, GoldenTensor Cotangent, GoldenTensor[] Gradients, GoldenTensor OutputTangent)
{
    private double GradientNoise { get; init; }

    private double TangentNoise { get; init; }

    /// <summary>The cases that are neither kinks nor degenerate, and those of which the file has exact values besides PyTorch's.</summary>
    /// <param name="operation">The name of the file.</param>
    /// <param name="output">Which output is differentiated.</param>
    public static IEnumerable<GoldenDerivative> Read(string operation, int output)
    {
        string path = Path.Combine(Repository.Tests, "LinearAlgebra", "Golden", $"{operation}.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Where(IsSmooth).Select(element => Case(element, output))];
    }

    private static bool IsSmooth(JsonElement element) =>
        element.GetProperty("edge").ValueKind == JsonValueKind.Null || element.TryGetProperty("exact_vjp", out _);

    public double GradientTolerance(int operand) => Tolerance(Gradients[operand], GradientNoise);

    public double TangentTolerance => Tolerance(OutputTangent, TangentNoise);

    private double Tolerance(GoldenTensor expected, double noise) =>
        (Math.Max(1e-12, 20 * noise) * Largest([expected])) + (1e-13 * (1 + Largest(Inputs)));

    private static double Largest(IEnumerable<GoldenTensor> tensors) => tensors.SelectMany(static tensor => tensor.Data).Select(Math.Abs).DefaultIfEmpty().Max();

    private static GoldenDerivative Case(JsonElement element, int output) => new(
        element.GetProperty("id").GetString()!,
        element.GetProperty("params").EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.ValueKind == JsonValueKind.True),
        Tensors(element, "inputs"),
        Tensors(element, "tangents"),
        Tensors(element, "cotangents")[output],
        Tensors(element, Best(element, "vjp")),
        Tensors(element, Best(element, "jvp"))[output])
    {
        GradientNoise = Noise(element, "vjp"),
        TangentNoise = Noise(element, "jvp"),
    };

    private static string Best(JsonElement element, string name) => element.TryGetProperty("exact_" + name, out _) ? "exact_" + name : name;

    private static double Noise(JsonElement element, string of) => element.GetProperty("noise").TryGetProperty(of, out JsonElement noise) ? noise.GetDouble() : 0;

    private static GoldenTensor[] Tensors(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(static tensor => new GoldenTensor(
        [.. tensor.GetProperty("shape").EnumerateArray().Select(static length => length.GetInt32())],
        [.. tensor.GetProperty("data").EnumerateArray().Select(static number => number.GetDouble())]))];
}
