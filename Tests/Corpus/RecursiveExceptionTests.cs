using System.Reflection;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>What a recursive method throws at any depth, its derivatives throw before they write a gradient, and leave nothing open.</summary>
public class RecursiveExceptionTests
{
    private const string Source =
        """
        using System;
        using StaticAd;

        namespace Thrown;

        public static partial class Model
        {
            [Differentiable]
            public static double Product(ReadOnlySpan<double> x)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    sum += Tail(x.Slice(i)) * x[i];
                }

                return sum;
            }

            private static double Tail(ReadOnlySpan<double> x)
            {
                if (x.Length > 0 && x[0] < 0)
                {
                    throw new ArithmeticException($"{x[0]}");
                }

                return x.Length == 0 ? 1 : x[0] * Tail(x.Slice(1));
            }
        }

        public static class Calls
        {
            public static double[] Gradient = new double[3];

            public static Action Of(string member, double[] x) => member switch
            {
                "Primal" => () => Model.Product(x),
                "ValueAndGradient" => () => Model.ProductValueAndGradient(x, Gradient),
                "Vjp" => () => Model.ProductVjp(x, 1, Gradient),
                "Jacobian" => () => Model.ProductJacobian(x, Gradient),
                "Jvp" => () => Model.ProductJvp(x, x, out _),
                _ => () => Model.ProductForward(x, new Tape()),
            };
        }
        """;

    private static readonly Lazy<Assembly> Program = new(() => CompiledProgram.Load(Source));

    [Theory]
    [InlineData("ValueAndGradient", true)]
    [InlineData("Vjp", true)]
    [InlineData("Jacobian", true)]
    [InlineData("Jvp", false)]
    [InlineData("Forward", false)]
    public void NothingIsWrittenBeforeTheLastLevelHasBeenChecked(string member, bool writes)
    {
        Type calls = Program.Value.GetType("Thrown.Calls", true)!;
        Action Of(string name, params double[] x) => (Action)calls.GetMethod("Of")!.Invoke(null, [name, x])!;
        double[] gradient = (double[])calls.GetField("Gradient")!.GetValue(null)!;
        Array.Fill(gradient, 42);
        Exception expected = Assert.Throws<ArithmeticException>(Of("Primal", 1, 2, -3));
        Assert.Equal(expected.Message, Assert.Throws<ArithmeticException>(Of(member, 1, 2, -3)).Message);
        Assert.Equal([42.0, 42, 42], gradient);

        Of(member, 1, 2, 3)();
        Assert.Equal(writes ? [12.0, 15, 12] : [42, 42, 42], gradient);
    }
}
