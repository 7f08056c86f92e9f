using System.Reflection;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>Arrays of arrays whose rows are missing, of the wrong length, or one and the same.</summary>
public class JaggedArgumentTests
{
    private const string Source =
        """
        using System;
        using StaticAd;

        namespace Arrays;

        public static partial class Model
        {
            [Differentiable]
            public static double Products(double[][] x, Span<double> y)
            {
                double product = 1;
                for (int i = 0; i < x.Length; i++)
                {
                    product *= x[i][0];
                    y[0] += x[i][0];
                }

                return product;
            }

            [Differentiable]
            public static double At(double[][] x, int i, int j) => x[i][j] * x[i][j];
        }

        public static class Calls
        {
            public static void Vjp(double[][] x, double[] y, double[] yBar, double[][] dx) => Model.ProductsVjp(x, y, yBar, 1, dx);

            public static void Jvp(double[][] x, double[] y, double[] yDot, double[][] xDot) => Model.ProductsJvp(x, y, xDot, yDot, out _);

            public static void At(double[][] x, int i, int j, double[][] dx) => Model.AtValueAndGradient(x, i, j, dx);
        }
        """;

    private static readonly Lazy<Assembly> Program = new(() => CompiledProgram.Load(Source));

    private static Exception? Thrown(string name, params object?[] arguments) => Record.Exception(() =>
        Program.Value.GetType("Arrays.Calls", true)!.GetMethod(name)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null));

    private static double[][] Rows(params double[] firsts) => [.. firsts.Select(first => new[] { first, 7 })];

    [Fact]
    public void ARowThatStandsTwiceIsTwoInputs()
    {
        double[] row = [3, 7];
        double[][] x = [row, [2, 7], row], dx = Rows(9, 9, 9);
        Assert.Null(Thrown("Vjp", x, new double[1], new double[1], dx));
        Assert.Equal([6, 9, 6], dx.Select(gradient => gradient[0]));
        Assert.All(dx, gradient => Assert.Equal(0, gradient[1]));
        Assert.Null(Thrown("Jvp", x, new double[1], new double[1], (double[][])[row, row, row]));
    }

    [Fact]
    public void RowsHaveTheShape()
    {
        foreach (double[][] other in (double[][][])[Rows(1), Rows(1, 2, 3), [[1, 2], [1]]])
        {
            Assert.Equal("dx", Assert.IsType<ArgumentException>(Thrown("Vjp", Rows(1, 2), new double[1], new double[1], other)).ParamName);
            Assert.Equal("xDot", Assert.IsType<ArgumentException>(Thrown("Jvp", Rows(1, 2), new double[1], new double[1], other)).ParamName);
        }

        Assert.Equal("x", Assert.IsType<ArgumentException>(Thrown("Vjp", (double[]?[])[[1, 2], null], new double[1], new double[1], Rows(1, 2))).ParamName);
        Assert.Equal("dx", Assert.IsType<ArgumentException>(Thrown("Vjp", Rows(1, 2), new double[1], new double[1], (double[]?[])[null, [1, 2]])).ParamName);
        Assert.Equal("x", Assert.IsType<ArgumentNullException>(Thrown("Vjp", null, new double[1], new double[1], Rows(1, 2))).ParamName);
        Assert.Equal("dx", Assert.IsType<ArgumentNullException>(Thrown("Vjp", Rows(1, 2), new double[1], new double[1], null)).ParamName);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    public void WrittenRowsAreTheirOwn(int count)
    {
        double[] numbers = [.. Enumerable.Range(0, count).Select(i => 1 + i * 1e-3)];
        double[][] x = Rows(numbers), dx = Rows(numbers);
        double[] own = dx[1], y = new double[2], yBar = new double[2];
        foreach (double[] shared in (double[][])[dx[^1], x[0], x[1], y, yBar])
        {
            dx[1] = shared;
            double[][] before = [.. dx.Concat(x).Select(row => (double[])row.Clone())];
            Assert.Equal(ReferenceEquals(shared, y) ? "y" : ReferenceEquals(shared, yBar) ? "yBar" : "dx", Assert.IsType<ArgumentException>(Thrown("Vjp", x, y, yBar, dx)).ParamName);
            Assert.Equal(before, dx.Concat(x));
        }

        dx[1] = own;
        Assert.Null(Thrown("Vjp", x, y, yBar, dx));
        dx[0] = [];
        dx[1] = dx[0];
        x[0] = [];
        x[1] = x[0];
        Assert.IsType<IndexOutOfRangeException>(Thrown("Vjp", x, y, yBar, dx));
    }

    [Fact]
    public void AnIndexStaysInItsRow()
    {
        foreach ((int i, int j) in ((int, int)[])[(0, 2), (0, -1), (1, -1), (2, 0), (-1, 0), (int.MaxValue, 0), (int.MinValue, 0)])
        {
            Exception thrown = Thrown("At", Rows(1, 2), i, j, Rows(1, 2))!;
            Assert.True(thrown is IndexOutOfRangeException, $"{i}, {j}: {thrown}");
        }

        Assert.Null(Thrown("At", Rows(1, 2), 1, 1, Rows(1, 2)));
    }
}
