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

    /// <summary>Where two values first differ, or <see langword="null"/> if they don't. All not-a-numbers are one.</summary>
    /// <param name="name">What the value is called.</param>
    /// <param name="actual">What it is.</param>
    /// <param name="expected">What it must be.</param>
    /// <param name="tolerance">The most by which numbers may differ; at 0 not by a bit.</param>
    [RequiresUnreferencedCode("Looks into the fields of structs.")]
    public static string? Difference(string name, object? actual, object? expected, double tolerance)
    {
        switch (actual, expected)
        {
            case (Array actuals, Array expecteds):
                return actuals.Cast<object?>().Zip(expecteds.Cast<object?>())
                    .Select((pair, i) => Difference($"{name}[{i}]", pair.First, pair.Second, tolerance))
                    .FirstOrDefault(static difference => difference != null);
            case (ITuple actuals, ITuple expecteds):
                return Enumerable.Range(0, expecteds.Length)
                    .Select(i => Difference($"{name}.Item{i + 1}", actuals[i], expecteds[i], tolerance))
                    .FirstOrDefault(static difference => difference != null);
        }

        return Same(actual, expected, tolerance) ? null : string.Create(CultureInfo.InvariantCulture, $"{name} is {actual}, and must be {expected}");
    }

    /// <summary>Whether two numbers have the same bits, or do not differ by more than a tolerance.</summary>
    public static bool AreSame(double left, double right, double tolerance) =>
        BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right)
        || (double.IsNaN(left) && double.IsNaN(right))
        || (tolerance > 0 && Math.Abs(left - right) <= tolerance);

    // Numbers of the shorter types are the same numbers in double, signs of zeros included.
    [RequiresUnreferencedCode("Looks into the fields of structs.")]
    private static bool Same(object? actual, object? expected, double tolerance) => (actual, expected) switch
    {
        (double a, double b) => AreSame(a, b, tolerance),
        (float a, float b) => AreSame(a, b, tolerance),
        (Half a, Half b) => AreSame((double)a, (double)b, tolerance),
        _ when actual is not null && expected is not null && actual.GetType() is var type && type == expected.GetType() && TakesApart(type, tolerance) =>
            StructPart.Of(type).All(part => Same(part.Get(actual), part.Get(expected), tolerance)),
        _ => Equals(actual, expected),
    };

    [RequiresUnreferencedCode("Looks into the fields of structs.")]
    private static bool TakesApart(Type type, double tolerance) =>
        StructPart.CannotBeCompared(type) || (tolerance > 0 && StructLeaf.IsStruct(type));
}
