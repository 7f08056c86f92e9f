using System.Text.Json;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Linear;

/// <summary>A tensor of a reference file; see the README beside the files.</summary>
public sealed record GoldenTensor(int[] Shape, double[] Data)
{
    /// <summary>The tensor as if it had the batch dimensions given; all of it is repeated that must be.</summary>
    public double[] InBatch(int[] batch, int ownDimensions)
    {
        int[] own = Shape[^ownDimensions..];
        int size = own.Aggregate(1, (product, length) => product * length);
        int[] from = [.. Enumerable.Repeat(1, batch.Length - (Shape.Length - ownDimensions)), .. Shape[..^ownDimensions]];
        int count = batch.Aggregate(1, (product, length) => product * length);
        var data = new double[count * size];
        for (int matrix = 0; matrix < count; matrix++)
        {
            int source = 0;
            int rest = matrix;
            for (int d = batch.Length - 1, step = 1; d >= 0; d--)
            {
                source += from[d] == 1 ? 0 : rest % batch[d] * step;
                step *= from[d];
                rest /= batch[d];
            }

            Data.AsSpan(source * size, size).CopyTo(data.AsSpan(matrix * size));
        }

        return data;
    }
}

/// <summary>A case of a reference file.</summary>
public sealed record GoldenCase(string Id, Dictionary<string, bool> Switches, GoldenTensor[] Inputs, GoldenTensor[] Outputs, double Noise)
{
    public static IEnumerable<GoldenCase> Read(string operation)
    {
        string path = Path.Combine(Repository.Tests, "LinearAlgebra", "Golden", $"{operation}.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(Case)];
    }

    /// <summary>How far output <paramref name="k"/> may be from the one on file.</summary>
    public double Tolerance(int k)
    {
        double largest = Outputs[k].Data.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        double largestInput = Inputs.SelectMany(input => input.Data).Select(Math.Abs).DefaultIfEmpty().Max();
        return (Math.Max(1e-12, 20 * Noise) * largest) + (1e-13 * (1 + largestInput));
    }

    private static GoldenCase Case(JsonElement element) => new(
        element.GetProperty("id").GetString()!,
        element.GetProperty("params").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.True),
        [.. element.GetProperty("inputs").EnumerateArray().Select(Tensor)],
        [.. element.GetProperty("outputs").EnumerateArray().Select(Tensor)],
        element.GetProperty("noise").TryGetProperty("outputs", out JsonElement noise) ? noise.GetDouble() : 0);

    private static GoldenTensor Tensor(JsonElement element) => new(
        [.. element.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32())],
        [.. element.GetProperty("data").EnumerateArray().Select(Number)]);

    private static double Number(JsonElement element) => element.ValueKind == JsonValueKind.Number
        ? element.GetDouble()
        : double.Parse(element.GetString()!, System.Globalization.CultureInfo.InvariantCulture);
}
