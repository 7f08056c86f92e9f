using System.Text.Json;

namespace StaticAd.Tests.GradBench;

/// <summary>The structure of a JSON value apart from its numbers, and the numbers apart from the structure.</summary>
internal static class JsonNumbers
{
    /// <summary>The value with every number replaced by #, properties in alphabetical order.</summary>
    public static string Shape(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", Properties(value).Select(p => p.Name + ":" + Shape(p.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(",", value.EnumerateArray().Select(Shape)) + "]",
        JsonValueKind.Number => "#",
        _ => throw new ArgumentException($"Expected numbers, found {value.ValueKind}.", nameof(value)),
    };

    /// <summary>All numbers in the order of <see cref="Shape"/>.</summary>
    public static IEnumerable<double> Flatten(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Properties(value).SelectMany(property => Flatten(property.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Flatten),
        _ => [value.GetDouble()],
    };

    private static IEnumerable<JsonProperty> Properties(JsonElement value) =>
        value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal);
}
