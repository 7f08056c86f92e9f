using System.Reflection;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>Arrays of several dimensions that do not fit, and indices that are none: an exception, never a neighbour's element.</summary>
public class GridArgumentTests
{
    private const string Source =
        """
        using System;
        using StaticAd;

        namespace Arrays;

        public static partial class Model
        {
            [Differentiable]
            public static double At(double[,] x, int i, int j) => x[i, j] * x[i, j];

            [Differentiable]
            public static double Wide(double[,] x, int columns)
            {
                double sum = 0;
                for (int i = 0; i < x.GetLength(0); i++)
                {
                    for (int j = 0; j < columns; j++)
                    {
                        sum += x[i, j] * x[i, j];
                    }
                }

                return sum;
            }

            [Differentiable]
            public static double Local(double x, int rows, int columns)
            {
                var work = new double[rows, columns];
                return work.Length + x * x;
            }

            [Differentiable]
            public static double Nested(double[,] x, int rows, int columns)
            {
                var dx = new double[rows, columns];
                AtGradient(x, 1, 0, dx);
                return dx[1, 0] * x[1, 0];
            }
        }

        public static class Wrong
        {
            public static double F(double[,] x) => x[0, 0] * x[0, 1];

            public static double FVjp(double[,] x, double resultBar, double[,] dx)
            {
                dx[0, 0] = x[0, 1] * resultBar;
                dx[0, 1] = x[0, 0] * 1.01 * resultBar;
                return F(x);
            }
        }

        public static class Calls
        {
            public static Action At(string member, double[,] x, double[,] other, int i, int j) => member switch
            {
                "Primal" => () => Model.At(x, i, j),
                "ValueAndGradient" => () => Model.AtValueAndGradient(x, i, j, other),
                "Gradient" => () => Model.AtGradient(x, i, j, other),
                "Vjp" => () => Model.AtVjp(x, i, j, 1, other),
                "Jvp" => () => Model.AtJvp(x, i, j, other, out _),
                _ => () => Model.AtForward(x, i, j, new Tape()),
            };

            public static void Wide(double[,] x, int columns, double[,] dx) => Model.WideValueAndGradient(x, columns, dx);

            public static Action Nested(bool isPrimal, double[,] x, int rows, int columns) =>
                isPrimal ? () => Model.Nested(x, rows, columns) : () => Model.NestedGradient(x, rows, columns, new double[x.GetLength(0), x.GetLength(1)]);

            public static void Local(int rows, int columns) => Model.LocalGradient(1, rows, columns);
        }
        """;

    private static readonly Lazy<Assembly> Program = new(() => CompiledProgram.Load(Source));

    private static Exception? Thrown(string name, params object?[] arguments)
    {
        object? result = Program.Value.GetType("Arrays.Calls", true)!.GetMethod(name)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        return result is Action action ? Record.Exception(action) : null;
    }

    public static TheoryData<string> Members => ["ValueAndGradient", "Gradient", "Vjp", "Jvp", "Forward"];

    [Theory]
    [MemberData(nameof(Members))]
    public void AnIndexIsCheckedAgainstItsOwnLength(string member)
    {
        (int, int)[] none = [(0, 3), (0, -1), (1, -1), (2, 0), (-1, 3), (int.MinValue, 0), (1 << 30, 0), (0, int.MaxValue)];
        foreach ((int i, int j) in none)
        {
            Assert.IsType<IndexOutOfRangeException>(Thrown("At", "Primal", new double[2, 3], new double[2, 3], i, j));
            Assert.IsType<IndexOutOfRangeException>(Thrown("At", member, new double[2, 3], new double[2, 3], i, j));
        }

        Assert.Null(Thrown("At", member, new double[2, 3], new double[2, 3], 1, 2));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void AnArrayWhoseIndicesStartElsewhereIsRefused(string member)
    {
        var shifted = (double[,])Array.CreateInstance(typeof(double), [2, 3], [1, 1]);
        Assert.Equal("x", Assert.IsType<ArgumentException>(Thrown("At", member, shifted, new double[2, 3], 1, 1)).ParamName);
        Assert.Equal("x", Assert.IsType<ArgumentNullException>(Thrown("At", member, null, new double[2, 3], 1, 1)).ParamName);
    }

    [Theory]
    [InlineData("ValueAndGradient", "dx")]
    [InlineData("Gradient", "dx")]
    [InlineData("Vjp", "dx")]
    [InlineData("Jvp", "xDot")]
    public void DerivativesHaveTheShape(string member, string name)
    {
        foreach (double[,] other in (double[][,])[new double[3, 2], new double[2, 2], new double[6, 1]])
        {
            other[0, 0] = 42;
            ArgumentException thrown = Assert.IsType<ArgumentException>(Thrown("At", member, new double[2, 3], other, 1, 1));
            Assert.Equal(name, thrown.ParamName);
            Assert.Equal(42, other[0, 0]);
        }

        Assert.Equal(name, Assert.IsType<ArgumentNullException>(Thrown("At", member, new double[2, 3], null, 1, 1)).ParamName);
        if (name == "dx")
        {
            var same = new double[2, 3];
            Assert.Equal(name, Assert.IsType<ArgumentException>(Thrown("At", member, same, same, 1, 1)).ParamName);
        }
    }

    /// <summary>In differentiated code as well, where the derivative's body takes the place of its call.</summary>
    [Fact]
    public void DerivativesInDifferentiatedCodeHaveTheShape()
    {
        var primal = Assert.IsType<ArgumentException>(Thrown("Nested", true, new double[2, 3], 3, 2));
        var derivative = Assert.IsType<ArgumentException>(Thrown("Nested", false, new double[2, 3], 3, 2));
        Assert.Equal(primal.Message, derivative.Message);
        Assert.Null(Thrown("Nested", false, new double[2, 3], 2, 3));
    }

    [Fact]
    public void ALoopBeyondARowDoesNotReachTheNext() =>
        Assert.Throws<IndexOutOfRangeException>(() => Thrown("Wide", new double[2, 3], 4, new double[2, 3]));

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(-2, -2)]
    [InlineData(1 << 16, 1 << 16)]
    public void ALengthIsChecked(int rows, int columns) => Assert.Throws<OverflowException>(() => Thrown("Local", rows, columns));

    [Fact]
    public void GradCheckFindsAWrongElement()
    {
        Type wrong = Program.Value.GetType("Arrays.Wrong", true)!;
        GradCheckReport report = GradCheck.Method(wrong, "F", new double[,] { { 1.5, -2 } });
        Assert.Contains(report.Failures, failure => failure.Contains("x[1]", StringComparison.Ordinal));
    }
}
