using System.Text.Json;

namespace StaticAd.GradBench.Protocol;

/// <summary>Shapes flat results as the nested lists that an eval answers with.</summary>
internal static class JsonOutput
{
    public static void WriteVector(this Utf8JsonWriter writer, ReadOnlySpan<double> values)
    {
        writer.WriteStartArray();
        foreach (double value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a row-major matrix as a list of rows; rows may be empty.</summary>
    public static void WriteMatrix(this Utf8JsonWriter writer, ReadOnlySpan<double> values, int rows, int columns)
    {
        writer.WriteStartArray();
        for (int row = 0; row < rows; row++)
        {
            writer.WriteVector(values.Slice(row * columns, columns));
        }

        writer.WriteEndArray();
    }
}
