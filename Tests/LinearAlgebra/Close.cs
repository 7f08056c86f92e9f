using System.Globalization;

namespace StaticAd.Tests.Linear;

/// <summary>Comparison of matrices, element by element.</summary>
internal static class Close
{
    public static void Assert(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance, string what)
    {
        Xunit.Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            bool near = Math.Abs(expected[i] - actual[i]) <= tolerance || expected[i].Equals(actual[i]);
            Xunit.Assert.True(near, string.Create(CultureInfo.InvariantCulture, $"{what}: element {i} is {actual[i]:R}, not {expected[i]:R} (± {tolerance:E1})"));
        }
    }

    public static double[] Filled(int length, double value)
    {
        var numbers = new double[length];
        Array.Fill(numbers, value);
        return numbers;
    }
}
