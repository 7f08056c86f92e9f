using System.Reflection;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>Tapes that are too large for any buffer are refused; a product that wraps round would have made them small.</summary>
public class TapeSizeTests
{
    private const string Source =
        """
        using System;
        using StaticAd;

        namespace Sizes;

        public static partial class Model
        {
            [Differentiable]
            public static double Nested(double x, int n, int m)
            {
                for (int i = 0; i < n; i++)
                {
                    for (int j = 0; j < m; j++)
                    {
                        x = Math.Sin(x) * x;
                    }
                }

                return x;
            }

            [Differentiable]
            public static double Threefold(double x, int n, int m, int k)
            {
                for (int i = 0; i < n; i++)
                {
                    for (int j = 0; j < m; j++)
                    {
                        for (int l = 0; l < k; l++)
                        {
                            x = Math.Sin(x) * x;
                        }
                    }
                }

                return x;
            }

            [Differentiable]
            public static double Long(double x, long n)
            {
                for (long i = 0; i < n; i++)
                {
                    x = Math.Sin(x) * x;
                }

                return x;
            }

            [Differentiable]
            public static double LargeSteps(double x, int n)
            {
                for (int i = 0; i < n; i += 1073741823)
                {
                    x = Math.Sin(x) * x;
                }

                return x;
            }

            [Differentiable]
            public static double LargeStepsDown(double x, int n)
            {
                for (int i = n; i > -2000000000; i -= 1100000000)
                {
                    x = Math.Sin(x) * x;
                }

                return x;
            }

            [Differentiable]
            public static double Snapshots(double x, Span<double> y, int n, int m)
            {
                for (int i = 0; i < n; i++)
                {
                    for (int j = 0; j < m; j++)
                    {
                        for (int k = 0; k < y.Length; k++)
                        {
                            y[k] = Math.Sin(y[k]) * x;
                        }
                    }
                }

                return x * y[0];
            }
        }

        public static class Calls
        {
            public static void Nested() => Model.NestedValueAndGradient(0.5, 1 << 16, 1 << 16, out _);
            public static void NestedVjp() => Model.NestedVjp(0.5, 1 << 17, (1 << 16) + 1, 1, out _);
            public static void NestedForward() { using var tape = new Tape(); Model.NestedForward(0.5, 1 << 16, 1 << 16, tape); }
            public static void Threefold() => Model.ThreefoldValueAndGradient(0.5, 1 << 30, 1 << 30, 16, out _);
            public static void ThreefoldAtTheLimit() => Model.ThreefoldValueAndGradient(0.5, int.MaxValue, int.MaxValue, int.MaxValue, out _);
            public static void Long() => Model.LongValueAndGradient(0.5, 1L << 32, out _);
            public static void Snapshots() { double[] y = new double[1 << 10], bar = new double[1 << 10]; Model.SnapshotsVjp(0.5, y, 1 << 11, 1 << 11, bar, 1, out _); }

            public static double NothingToDo()
            {
                double value = Model.ThreefoldValueAndGradient(0.5, int.MaxValue, 0, int.MaxValue, out double dx);
                return value - 0.5 + dx - 1;
            }

            public static double LargeSteps()
            {
                double value = Model.LargeStepsValueAndGradient(1.2, 2147000000, out double dx);
                return value - Model.NestedValueAndGradient(1.2, 2, 1, out double expected) + dx - expected;
            }

            public static double LargeStepsDown()
            {
                double value = Model.LargeStepsDownValueAndGradient(1.2, 100000000, out double dx);
                return value - Model.NestedValueAndGradient(1.2, 2, 1, out double expected) + dx - expected;
            }
        }
        """;

    private static readonly Lazy<Type> Calls = new(() => CompiledProgram.Load(Source).GetType("Sizes.Calls")!);

    [Theory]
    [InlineData("Nested")]
    [InlineData("NestedVjp")]
    [InlineData("NestedForward")]
    [InlineData("Threefold")]
    [InlineData("ThreefoldAtTheLimit")]
    [InlineData("Long")]
    [InlineData("Snapshots")]
    public void A_tape_beyond_what_a_buffer_holds_is_refused(string call)
    {
        ArgumentOutOfRangeException e = Assert.Throws<ArgumentOutOfRangeException>(() => Invoke(call));
        Assert.Contains("A native buffer holds", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NothingToDo")]
    [InlineData("LargeSteps")]
    [InlineData("LargeStepsDown")]
    public void Trip_counts_close_to_the_largest_int_are_exact(string call) => Assert.Equal(0.0, Invoke(call));

    private static object? Invoke(string name) =>
        Calls.Value.GetMethod(name)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);
}
