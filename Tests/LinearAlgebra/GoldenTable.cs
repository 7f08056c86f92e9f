using System.Globalization;
using System.Text.Json;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Linear;

/// <summary>A case of a reference file, kinks and infinities included.</summary>
internal sealed class GoldenTable
{
    private readonly JsonElement _case;

    private GoldenTable(JsonElement element) => _case = element;

    public string Id => _case.GetProperty("id").GetString()!;

    public bool HasEdge => _case.GetProperty("edge").ValueKind != JsonValueKind.Null;

    public static GoldenTable[] Read(string operation)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Tests, "LinearAlgebra", "Golden", $"{operation}.json")));
        return [.. document.RootElement.Clone().GetProperty("cases").EnumerateArray().Select(static element => new GoldenTable(element))];
    }

    /// <summary>A parameter, which may be written as "inf".</summary>
    public double Number(string parameter)
    {
        JsonElement value = _case.GetProperty("params").GetProperty(parameter);
        return value.ValueKind == JsonValueKind.Number ? value.GetDouble()
            : value.GetString() == "inf" ? double.PositiveInfinity
            : double.NegativeInfinity;
    }

    public int[] Shape(string tensors, int index = 0) =>
        [.. _case.GetProperty(tensors)[index].GetProperty("shape").EnumerateArray().Select(static length => length.GetInt32())];

    public double[] Data(string tensors, int index = 0) =>
    [
        .. _case.GetProperty(tensors)[index].GetProperty("data").EnumerateArray().Select(static number => number.ValueKind == JsonValueKind.Number
            ? number.GetDouble()
            : double.Parse(number.GetString()!, CultureInfo.InvariantCulture)),
    ];

    /// <summary>Memory for a result, in which nothing is yet.</summary>
    public double[] Empty(string tensors, int index = 0) => Close.Filled(Data(tensors, index).Length, double.NaN);

    public void Near(string tensors, double[] actual, int index = 0)
    {
        double noise = _case.GetProperty("noise").TryGetProperty(tensors, out JsonElement given) ? given.GetDouble() : 0;
        double[] expected = Data(tensors, index);
        double inputs = Enumerable.Range(0, _case.GetProperty("inputs").GetArrayLength()).Max(i => Largest(Data("inputs", i)));
        Close.Assert(expected, actual, (Math.Max(1e-12, 20 * noise) * Largest(expected)) + (1e-13 * (1 + inputs)), $"{Id} {tensors}");
    }

    private static double Largest(double[] numbers) => numbers.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
}
