using Xunit;

namespace StaticAd.Tests.Rules;

/// <summary>Comparison of floating-point numbers: NaN equals NaN, infinities equal themselves, zeros of either sign are equal.</summary>
internal static class NumberAssert
{
    public static void Close(double expected, double actual, double relative, string what, double absolute = 0)
    {
        bool close = double.IsFinite(expected)
            ? Math.Abs(actual - expected) <= (relative * Math.Abs(expected)) + absolute
            : expected.Equals(actual);
        Assert.True(close, $"{what}: expected {expected:R}, got {actual:R}");
    }
}
