using System.Collections;
using System.Globalization;

namespace StaticAd.GradChecks;

/// <summary>Arguments as text.</summary>
internal static class PointText
{
    private const int MostElements = 6;

    /// <summary>The arguments of a method, without its working memory and what it only writes.</summary>
    public static string Of(IReadOnlyList<FunctionParameter> parameters, object?[] arguments) => string.Join(
        ", ", parameters.Where(static parameter => parameter is { IsScratch: false, IsInput: true })
            .Select(parameter => Of(parameter.Name, arguments[parameter.Position])));

    public static string Of(string name, object? value) => $"{name} = {Text(value)}";

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        Array array => Elements(array),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Elements(ICollection values)
    {
        string first = string.Join(", ", values.Cast<object?>().Take(MostElements).Select(Text));
        return values.Count > MostElements ? $"[{first}, … {values.Count} elements]" : $"[{first}]";
    }
}
