using Xunit;

namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>The arguments' types say for which type a generic method is checked, and which overloads belong to it.</summary>
public class GenericCheckTests
{
    private const string Source = """
        public static T F<T>(ReadOnlySpan<T> x, T a) where T : System.Numerics.INumber<T> => x[0] * x[0] * a;

        public static double FVjp(ReadOnlySpan<double> x, double a, double resultBar, Span<double> dx, out double da)
        {
            dx[0] = 2 * x[0] * a * resultBar;
            da = x[0] * x[0] * resultBar;
            return F(x, a);
        }

        public static float FVjp(ReadOnlySpan<float> x, float a, float resultBar, Span<float> dx, out float da)
        {
            dx[0] = 3 * x[0] * a * resultBar;
            da = x[0] * x[0] * resultBar;
            return F(x, a);
        }

        public static T G<T>(T x) where T : System.Numerics.IBinaryInteger<T> => x;
        """;

    private static readonly Lazy<Type> s_family = new(() => CompiledFamilies.Compile(Source)[0]);

    [Fact]
    public void OfDoubles() => GradCheck.Method(s_family.Value, "F", (double[])[1.5], 0.5).ThrowIfFailed();

    [Fact]
    public void OfSingles() => Assert.Contains(GradCheck.Method(s_family.Value, "F", (float[])[1.5f], 0.5f).Failures, failure => failure.Contains("FVjp"));

    [Fact]
    public void OfHalvesThereIsNoDerivative()
    {
        var thrown = Assert.Throws<ArgumentException>(() => GradCheck.Method(s_family.Value, "F", (Half[])[(Half)1.5f], (Half)0.5f));
        Assert.Contains("no derivative method", thrown.Message);
    }

    [Fact]
    public void OfOtherTypesThereIsNoMethod()
    {
        Assert.Throws<ArgumentException>(() => GradCheck.Method(s_family.Value, "F", (decimal[])[1.5m], 0.5m));
        Assert.Throws<ArgumentException>(() => GradCheck.Method(s_family.Value, "G", 1.5));
    }
}
