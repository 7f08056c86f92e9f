using System.Text.Json;

namespace StaticAd.GradBench.Protocol;

/// <summary>Reads the fields of an eval's input; what is missing or of another kind is named in the error.</summary>
internal static class JsonInput
{
    public static double Number(this JsonElement input, string name) => AsNumber(Field(input, name), name);

    public static int Integer(this JsonElement input, string name)
    {
        JsonElement field = Field(input, name);
        return field.ValueKind == JsonValueKind.Number && field.TryGetInt32(out int value)
            ? value
            : throw new InputException($"'{name}' must be an integer.");
    }

    /// <summary>An integer that counts or measures something and so is at least one.</summary>
    public static int Count(this JsonElement input, string name)
    {
        int value = input.Integer(name);
        return value > 0 ? value : throw new InputException($"'{name}' must be at least 1, not {value}.");
    }

    /// <summary>A list of at least one number.</summary>
    public static double[] Vector(this JsonElement input, string name)
    {
        double[] values = [.. Items(Field(input, name), name).Select(item => AsNumber(item, name))];
        return values.Length > 0 ? values : throw new InputException($"'{name}' must not be empty.");
    }

    public static double[] Vector(this JsonElement input, string name, int length) =>
        Row(Field(input, name), name, length);

    /// <summary>A list of <paramref name="rows"/> lists of <paramref name="columns"/> numbers each, laid out row by row.</summary>
    public static double[] Matrix(this JsonElement input, string name, int rows, int columns)
    {
        JsonElement field = Field(input, name);
        double[] values = [.. Items(field, name).SelectMany(row => Row(row, name, columns))];
        int found = field.GetArrayLength();
        return found == rows ? values : throw new InputException($"'{name}' must have {rows} rows, not {found}.");
    }

    /// <summary>How many lists a list of lists holds.</summary>
    public static int Rows(this JsonElement input, string name) => Items(Field(input, name), name).Count();

    /// <summary>The length of the first of a list of lists.</summary>
    public static int Columns(this JsonElement input, string name)
    {
        JsonElement first = Items(Field(input, name), name).FirstOrDefault();
        return Items(first, name).Count();
    }

    public static double AsNumber(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Number
            ? element.GetDouble()
            : throw new InputException($"'{name}' must consist of numbers.");

    private static double[] Row(JsonElement row, string name, int length)
    {
        double[] values = [.. Items(row, name).Select(item => AsNumber(item, name))];
        return values.Length == length
            ? values
            : throw new InputException($"'{name}' must have {length} numbers (in each row), not {values.Length}.");
    }

    private static IEnumerable<JsonElement> Items(JsonElement list, string name) =>
        list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : throw new InputException($"'{name}' must be a list.");

    public static JsonElement Field(this JsonElement input, string name) =>
        input.ValueKind == JsonValueKind.Object && input.TryGetProperty(name, out JsonElement field)
            ? field
            : throw new InputException($"The input lacks '{name}'.");
}
