using System.Reflection;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>Derivatives of derivatives of derivatives against closed forms.</summary>
public class ClosedFormTests
{
    private const double X = 1.3;

    private static readonly Lazy<Type[]> Orders = new(() =>
    [
        .. new[] { "NestedOrders", "NestedOrdersOfCalls" }.Select(name =>
            CompiledProgram.Load(CorpusFile.Read(CorpusFile.Accept, name).Text).GetType($"StaticAd.Corpus.{name}", throwOnError: true)!),
    ]);

    [Theory]
    [InlineData("PowerRfr")]
    [InlineData("WhileFrr")]
    [InlineData("WhileRrf")]
    [InlineData("RecursionRrr")]
    [InlineData("RecursionFrf")]
    [InlineData("RuleRrr")]
    [InlineData("RuleRfr")]
    public void OfPowers(string method)
    {
        for (var n = 0; n < 8; n++)
        {
            IsClose(n * (n - 1) * (n - 2) * Math.Pow(X, n - 3), Value(method, X, n));
            IsClose(n * (n - 1) * (n - 2) * (n - 3) * Math.Pow(X, n - 4), Gradient(method, X, n));
        }
    }

    [Fact]
    public void OfTheExponential()
    {
        const double A = -1.2;
        IsClose(A * A * A * Math.Exp(A * X), Value("ExponentialRrr", X, A));
    }

    [Fact]
    public void OfTheSine()
    {
        IsClose(-Math.Cos(X), Value("SineFrf", X));
        IsClose(Math.Sin(X), Gradient("SineFrf", X));
    }

    /// <summary>d/dx (x · d/dy (x + y)) is that of x: none of the two derivatives takes the other's variable for its own.</summary>
    [Theory]
    [InlineData("ByForward")]
    [InlineData("ByReverse")]
    public void WithoutConfusionOfSums(string method) => Assert.Equal(X, Value(method, X, 2.5));

    /// <summary>x · d/dy (x sin(x y)) = x³ cos(x y).</summary>
    [Theory]
    [InlineData("ConfusionRr")]
    [InlineData("ConfusionFr")]
    [InlineData("ConfusionRf")]
    [InlineData("ConfusionFf")]
    public void WithoutConfusionOfProducts(string method)
    {
        const double Y = 1.1;
        IsClose(3 * X * X * Math.Cos(X * Y) - X * X * X * Y * Math.Sin(X * Y), Value(method, X, Y));
    }

    private static double Value(string method, params object[] arguments) => Invoke(method, arguments);

    private static double Gradient(string method, params object[] arguments) => Invoke(method + "Gradient", arguments);

    private static double Invoke(string method, object[] arguments) =>
        (double)Orders.Value.Select(type => type.GetMethod(method)).First(found => found is not null)!.Invoke(null, arguments)!;

    private static void IsClose(double expected, double actual) => Assert.Equal(expected, actual, 1e-12 * Math.Max(1, Math.Abs(expected)));
}
