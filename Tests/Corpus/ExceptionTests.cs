using System.Reflection;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>What a method throws, its derivatives throw as well, with the same message, and before they write a derivative.</summary>
public class ExceptionTests
{
    private const string Source =
        """
        using System;
        using StaticAd;

        #pragma warning disable CS8509 // The switch expression does not handle all possible values: it throws for them.

        namespace Thrown;

        public static partial class Model
        {
            [Differentiable(Order = 2)]
            public static double Weighted(ReadOnlySpan<double> x, int n)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    sum += x[i] * x[i];
                }

                if (sum > 100)
                {
                    throw new ArgumentException($"The sum is {sum} for {n}", nameof(x));
                }

                for (int i = 0; i < x.Length; i++)
                {
                    sum += n switch { 1 => x[i], 2 => Math.Sqrt(x[i] >= 0 ? x[i] : throw new ArithmeticException($"{x[i]} at {i}")) };
                }

                return sum;
            }

            [Differentiable]
            public static double Softened(ReadOnlySpan<double> x)
            {
                double value = 0;
                if (x.Length > 1)
                {
                    value = Special.LogSumExp(x);
                    for (int i = 0; i < x.Length; i++)
                    {
                        value += x[i] * x[i];
                    }
                }

                return value < 10 ? value : throw new ArgumentException("It is large", nameof(x));
            }
        }

        public static class Calls
        {
            public static double[] Gradient = new double[3];

            public static Action Of(string member, double[] x, int n) => member switch
            {
                "Softened" => () => Model.Softened(x),
                "SoftenedValueAndGradient" => () => Model.SoftenedValueAndGradient(x, Gradient),
                "SoftenedVjp" => () => Model.SoftenedVjp(x, 1, Gradient),
                "Primal" => () => Model.Weighted(x, n),
                "ValueAndGradient" => () => Model.WeightedValueAndGradient(x, n, Gradient),
                "Gradient" => () => Model.WeightedGradient(x, n, Gradient),
                "Vjp" => () => Model.WeightedVjp(x, n, 1, Gradient),
                "Jacobian" => () => Model.WeightedJacobian(x, n, Gradient),
                "Hvp" => () => Model.WeightedHvp(x, n, x, Gradient),
                "Jvp" => () => Model.WeightedJvp(x, n, x, out _),
                _ => () => Model.WeightedForward(x, n, new Tape()),
            };
        }
        """;

    private static readonly Lazy<Assembly> Program = new(() => CompiledProgram.Load(Source));

    public static TheoryData<string, string, double[], int> Faults
    {
        get
        {
            TheoryData<string, string, double[], int> faults = [];
            foreach (string member in (string[])["ValueAndGradient", "Gradient", "Vjp", "Jvp", "Forward", "Jacobian", "Hvp"])
            {
                faults.Add(member, "ArgumentOutOfRangeException", [1, 2, 3], 0);
                faults.Add(member, "ArgumentException", [1, 20, 3], 1);
                faults.Add(member, "SwitchExpressionException", [1, 2, 3], 3);
                faults.Add(member, "ArithmeticException", [1, 2, -3], 2);
            }

            return faults;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void DerivativesThrowWhatTheMethodThrows(string member, string type, double[] x, int n)
    {
        Type calls = Program.Value.GetType("Thrown.Calls", true)!;
        Action Of(string name) => (Action)calls.GetMethod("Of")!.Invoke(null, [name, x, n])!;
        double[] gradient = (double[])calls.GetField("Gradient")!.GetValue(null)!;
        Array.Fill(gradient, 42);
        Exception expected = Assert.ThrowsAny<Exception>(Of("Primal"));
        Exception thrown = Assert.ThrowsAny<Exception>(Of(member));
        Assert.Equal(type, thrown.GetType().Name);
        Assert.Equal(expected.GetType(), thrown.GetType());
        Assert.Equal(type == "SwitchExpressionException" ? thrown.Message : expected.Message, thrown.Message);
        Assert.Equal([42.0, 42, 42], gradient);
    }

    /// <summary>Though value and gradient could come out of one call of a rule, and of one pass of a loop.</summary>
    [Theory]
    [InlineData("SoftenedValueAndGradient")]
    [InlineData("SoftenedVjp")]
    public void ChecksAfterABranchPassBeforeGradientsAreWritten(string member)
    {
        Type calls = Program.Value.GetType("Thrown.Calls", true)!;
        double[] gradient = (double[])calls.GetField("Gradient")!.GetValue(null)!;
        Array.Fill(gradient, 42);
        Assert.Throws<ArgumentException>((Action)calls.GetMethod("Of")!.Invoke(null, [member, new double[] { 1, 2, 3 }, 0])!);
        Assert.Equal([42.0, 42, 42], gradient);
    }
}
