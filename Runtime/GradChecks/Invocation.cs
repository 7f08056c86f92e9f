using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace StaticAd.GradChecks;

/// <summary>A call that has returned: its arguments as it left them, and its result.</summary>
internal sealed record Invocation(object?[] Arguments, object? Result)
{
    /// <summary>Arguments for a call of one's own: arrays are copied.</summary>
    public static object?[] Copy(object?[] arguments) =>
        [.. arguments.Select(Copy)];

    private static object? Copy(object? argument) => argument switch
    {
        double[][] rows => Array.ConvertAll(rows, static row => (double[])row.Clone()),
        float[][] rows => Array.ConvertAll(rows, static row => (float[])row.Clone()),
        Half[][] rows => Array.ConvertAll(rows, static row => (Half[])row.Clone()),
        Array array => array.Clone(),
        _ => argument,
    };

    /// <summary>Where two values first differ in a bit, or <see langword="null"/> if they don't. All not-a-numbers are one.</summary>
    [RequiresUnreferencedCode("Looks into the fields of structs.")]
    public static string? Difference(string name, object? actual, object? expected)
    {
        switch (actual, expected)
        {
            case (Array actuals, Array expecteds):
                return actuals.Cast<object?>().Zip(expecteds.Cast<object?>())
                    .Select((pair, i) => Difference($"{name}[{i}]", pair.First, pair.Second))
                    .FirstOrDefault(static difference => difference != null);
            case (ITuple actuals, ITuple expecteds):
                return Enumerable.Range(0, expecteds.Length)
                    .Select(i => Difference($"{name}.Item{i + 1}", actuals[i], expecteds[i]))
                    .FirstOrDefault(static difference => difference != null);
        }

        return Same(actual, expected) ? null : string.Create(CultureInfo.InvariantCulture, $"{name} is {actual}, and must be {expected}");
    }

    [RequiresUnreferencedCode("Looks into the fields of structs.")]
    private static bool Same(object? actual, object? expected) => (actual, expected) switch
    {
        (double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b) || (double.IsNaN(a) && double.IsNaN(b)),
        (float a, float b) => BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b) || (float.IsNaN(a) && float.IsNaN(b)),
        (Half a, Half b) => BitConverter.HalfToInt16Bits(a) == BitConverter.HalfToInt16Bits(b) || (Half.IsNaN(a) && Half.IsNaN(b)),
        _ when actual is not null && expected is not null && actual.GetType() is var type && type == expected.GetType() && StructPart.CannotBeCompared(type) =>
            StructPart.Of(type).All(part => Same(part.Get(actual), part.Get(expected))),
        _ => Equals(actual, expected),
    };
}
