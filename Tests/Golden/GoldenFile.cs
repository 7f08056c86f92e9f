using System.Text.Json;
using System.Text.Json.Serialization;

namespace StaticAd.Tests.Golden;

/// <summary>The columns of one <c>scalar_*.json</c> reference file; see the README beside the files.</summary>
public sealed class GoldenFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public required string Op { get; init; }
    public required int Arity { get; init; }
    public string Notes { get; init; } = "";
    public Dictionary<string, double> Params { get; init; } = [];
    public required int EdgeCount { get; init; }
    public required double[] X { get; init; }
    public double[]? Y { get; init; }
    public required double[] Value { get; init; }
    public required double[] Dx { get; init; }
    public double[]? Dy { get; init; }

    [JsonPropertyName("d2x")]
    public double[]? SecondDerivative { get; init; }

    public double?[]? ExactValue { get; init; }
    public double?[]? ExactDx { get; init; }
    public int[] TorchOff { get; init; } = [];

    public int Count => X.Length;

    /// <summary>Reads <c>Golden/scalar_{op}.json</c> from beside the test assembly.</summary>
    public static GoldenFile Scalar(string op)
    {
        using FileStream stream = File.OpenRead(PathOf($"scalar_{op}.json"));
        return JsonSerializer.Deserialize<GoldenFile>(stream, Options)!;
    }

    /// <summary>Reads a tensor file, such as <c>Golden/logsumexp.json</c>, as a document.</summary>
    public static JsonDocument Tensor(string op) => JsonDocument.Parse(File.ReadAllText(PathOf($"{op}.json")));

    /// <summary>The value to expect at point <paramref name="index"/>: the exact one where there is one.</summary>
    public double ExpectedValue(int index) => ExactValue?[index] ?? Value[index];

    /// <summary>The derivative to expect at point <paramref name="index"/>: the exact one where there is one.</summary>
    public double ExpectedDx(int index) => ExactDx?[index] ?? Dx[index];

    /// <summary>Whether PyTorch's numbers at point <paramref name="index"/> are a convention (no exact value is on file).</summary>
    public bool IsConvention(int index) => ExactValue?[index] is null;

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Golden", file);
}
