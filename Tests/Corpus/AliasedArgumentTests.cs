using System.Reflection;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>A caller that passes one variable by reference twice gets the right numbers, or an exception before anything is written.</summary>
public class AliasedArgumentTests
{
    private const string Source =
        """
        using System;
        using StaticAd;

        namespace Aliases;

        public partial struct Pair
        {
            public double A;
            public double B;

            [Differentiable]
            public readonly double Product(double x) => A * B * x;

            [Differentiable]
            public readonly void Add(Span<Pair> pairs) => pairs[0].A += A * B;
        }

        public static partial class Model
        {
            [Differentiable]
            public static void Mixed(ref Pair p, ref double s)
            {
                p.A *= s;
                s += p.B;
            }

            [Differentiable]
            public static void Elements(Span<Pair> pairs, ref double s)
            {
                pairs[0].A *= s;
                s += pairs[1].B;
            }

            [Differentiable]
            public static double ReadOnly(in double x, in double y) => x * x * y + x;

            [Differentiable]
            public static double Spread(double x, double y, double z) => x * y * z + x * x * y + Math.Exp(x * z) * y;

            [Differentiable]
            public static double Looped(double r, double x, int n)
            {
                for (int i = 0; i < n; i++)
                {
                    x = r * x * (1 - x);
                }

                return x;
            }

            [Differentiable]
            public static void Two(ref double a, ref double b) => (a, b) = (a * b, a + b * b);

            [Differentiable]
            public static void Outs(in double x, out double y, out double z)
            {
                y = x * x;
                z = y * x;
            }

            [Differentiable]
            public static double WithSpan(double s, ReadOnlySpan<double> x) => s * x[0] * x[1] + x[0] * s * s;

            [Differentiable]
            public static void Scaled(ref double s, Span<double> y)
            {
                for (int i = 0; i < y.Length; i++)
                {
                    y[i] *= s;
                }

                s *= 2;
            }

            [Differentiable]
            public static void Filled(in double s, Span<double> y)
            {
                for (int i = 0; i < y.Length; i++)
                {
                    y[i] *= s * s;
                }
            }
        }

        public static class Calls
        {
            private static readonly double[] Memory = [2, 3];
            private static readonly double[] Bar = [1, 1];
            private static double s_x = 2;
            private static double s_y = 3;

            public static void GradientIntoItsInput() { double x = 2, y = 3; Model.ReadOnlyValueAndGradient(in x, in y, out x, out y); }
            public static void VjpIntoItsInput() => Model.ReadOnlyVjp(in s_x, in s_y, 1, out s_x, out s_y);
            public static void GradientOnlyIntoItsInput() => Model.ReadOnlyGradient(in s_x, in s_y, out s_x, out s_y);
            public static void JvpIntoItsInput() => Model.ReadOnlyJvp(in s_x, in s_y, 1, 0, out s_y);
            public static void BackwardIntoItsInput()
            {
                using var tape = new Tape();
                Model.ReadOnlyForward(in s_x, in s_y, tape);
                Model.ReadOnlyBackward(in s_x, in s_y, 1, ref s_x, ref s_y, tape);
            }

            public static void TwoReferences() => Model.TwoVjp(ref s_x, ref s_x, ref Bar[0], ref Bar[1]);
            public static void TwoCotangents() => Model.TwoVjp(ref s_x, ref s_y, ref Bar[0], ref Bar[0]);
            public static void CotangentIsTheValue() => Model.TwoVjp(ref s_x, ref s_y, ref s_x, ref Bar[0]);
            public static void TangentIsTheValue() => Model.TwoJvp(ref s_x, ref s_y, ref s_y, ref Bar[0]);
            public static void ForwardOfTwo() { using var tape = new Tape(); Model.TwoForward(ref s_x, ref s_x, tape); }
            public static void TwoOutputs() => Model.OutsVjp(in s_x, out s_y, out s_y, 1, 1, out Bar[0]);
            public static void OutputIsTheInput() => Model.OutsJvp(in s_x, out s_x, out s_y, 1, out Bar[0], out Bar[1]);
            public static void ElementOfTheBuffer() => Model.ScaledVjp(ref Memory[1], Memory, ref s_x, Bar);
            public static void CotangentInTheBuffer() => Model.ScaledVjp(ref s_x, Memory, ref Memory[1], Bar);
            public static void ReadOnlyElement() => Model.FilledVjp(in Memory[0], Memory, Bar, out s_y);
            public static void ReadOnlyElementOfTheTangent() => Model.FilledJvp(in Bar[0], Memory, 1, Bar);

            private static Pair s_pair;
            private static Pair s_pairBar;
            private static readonly Pair[] Pairs = [new Pair { A = 1, B = 2 }, new Pair { A = 3, B = 4 }];
            private static readonly Pair[] PairsBar = new Pair[2];
            public static void GradientIntoTheReceiver() => s_pair.ProductVjp(2, 1, out s_pair, out s_y);
            public static void ReceiverIsAnElement() => Pairs[0].AddVjp(Pairs, PairsBar, out s_pair);
            public static void NumberInAStructure() => Model.MixedVjp(ref s_pair, ref s_pair.B, ref s_pairBar, ref Bar[0]);
            public static void CotangentInAStructure() => Model.MixedVjp(ref s_pair, ref s_x, ref s_pairBar, ref s_pair.A);
            public static void NumberInAnElement() => Model.ElementsVjp(Pairs, ref Pairs[1].B, PairsBar, ref s_x);
            public static void CotangentsAreTheElements() => Model.ElementsVjp(Pairs, ref s_x, Pairs, ref s_y);

            public static string State() => string.Join(" ", [s_x, s_y, .. Memory, .. Bar]);

            public static double[] OneVariableForTwoGradients()
            {
                double value = Model.SpreadValueAndGradient(1.5, 0.5, 0.25, out double unwanted, out unwanted, out double dz);
                double again = Model.SpreadValueAndGradient(1.5, 0.5, 0.25, out double dx, out double dy, out double reference);
                return [value, again, dz, reference, unwanted, dy];
            }

            public static double[] OneVariableForTheGradientsOfALoop()
            {
                double value = Model.LoopedValueAndGradient(3.1, 0.4, 5, out double both, out both);
                double again = Model.LoopedValueAndGradient(3.1, 0.4, 5, out _, out double dx);
                return [value, again, both, dx];
            }

            public static double[] OneVariableForAddedGradients()
            {
                using var tape = new Tape();
                double both = 10, dx = 0, dy = 0, dz = 0;
                Model.SpreadForward(1.5, 0.5, 0.25, tape);
                Model.SpreadBackward(1.5, 0.5, 0.25, 2, ref both, ref both, ref both, tape);
                Model.SpreadForward(1.5, 0.5, 0.25, tape);
                Model.SpreadBackward(1.5, 0.5, 0.25, 2, ref dx, ref dy, ref dz, tape);
                return [both, 10 + dx + dy + dz];
            }

            public static double[] GradientInTheBufferItIsOf()
            {
                double[] x = [2, 3, 0], dx = [0, 0], expected = [0, 0];
                double again = Model.WithSpanValueAndGradient(0.5, x.AsSpan(0, 2), out double ds, expected);
                double value = Model.WithSpanValueAndGradient(0.5, x.AsSpan(0, 2), out x[0], dx);
                return [value, again, x[0], ds, dx[0], expected[0], dx[1], expected[1]];
            }
        }
        """;

    private static readonly Lazy<Type> Calls = new(() => CompiledProgram.Load(Source).GetType("Aliases.Calls")!);

    [Theory]
    [InlineData("GradientIntoItsInput", "dx")]
    [InlineData("GradientIntoTheReceiver", "dThis")]
    [InlineData("ReceiverIsAnElement", "this")]
    [InlineData("NumberInAStructure", "p")]
    [InlineData("CotangentInAStructure", "p")]
    [InlineData("NumberInAnElement", "s")]
    [InlineData("CotangentsAreTheElements", "pairs")]
    [InlineData("VjpIntoItsInput", "dx")]
    [InlineData("GradientOnlyIntoItsInput", "dx")]
    [InlineData("JvpIntoItsInput", "resultDot")]
    [InlineData("BackwardIntoItsInput", "dx")]
    [InlineData("TwoReferences", "a")]
    [InlineData("TwoCotangents", "aBar")]
    [InlineData("CotangentIsTheValue", "a")]
    [InlineData("TangentIsTheValue", "b")]
    [InlineData("ForwardOfTwo", "a")]
    [InlineData("TwoOutputs", "y")]
    [InlineData("OutputIsTheInput", "y")]
    [InlineData("ElementOfTheBuffer", "s")]
    [InlineData("CotangentInTheBuffer", "sBar")]
    [InlineData("ReadOnlyElement", "s")]
    [InlineData("ReadOnlyElementOfTheTangent", "s")]
    public void One_variable_for_two_parameters_is_refused_before_anything_is_written(string call, string parameter)
    {
        object before = Invoke("State");
        ArgumentException e = Assert.Throws<ArgumentException>(() => Invoke(call));
        Assert.Equal(parameter, e.ParamName);
        Assert.StartsWith($"'{parameter}' is ", e.Message);
        Assert.Equal(before, Invoke("State"));
    }

    [Theory]
    [InlineData("OneVariableForTwoGradients")]
    [InlineData("OneVariableForTheGradientsOfALoop")]
    [InlineData("OneVariableForAddedGradients")]
    [InlineData("GradientInTheBufferItIsOf")]
    public void Gradients_may_share_a_variable_without_harm_to_anything_else(string call)
    {
        var pairs = (double[])Invoke(call);
        for (int i = 0; i < pairs.Length; i += 2)
        {
            Assert.Equal(pairs[i + 1], pairs[i], 1e-13 * Math.Abs(pairs[i + 1]));
        }
    }

    private static object Invoke(string name)
    {
        MethodInfo method = Calls.Value.GetMethod(name)!;
        return method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
    }
}
