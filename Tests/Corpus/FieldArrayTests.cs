using System.Reflection;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>Arrays in fields are constants of the method: what a derivative writes must not lie in them.</summary>
public class FieldArrayTests
{
    private const string Source =
        """
        using System;
        using StaticAd;

        namespace Fields;

        public sealed class Layer
        {
            public double[] Weights = [0.5, -1.5, 2];
        }

        public partial class Model
        {
            public static readonly double[] Table = [2, 3, 4];

            public double[] Own = [0.5, -1.5, 2];
            public Layer? Inner = new();

            [Differentiable]
            public double Weighed(ReadOnlySpan<double> x) => x[0] * Own[0] + x[1] * x[1] * Own[1];

            [Differentiable]
            public void Scale(Span<double> x)
            {
                for (int i = 0; i < x.Length; i++)
                {
                    x[i] *= Own[i];
                }
            }

            [Differentiable]
            public double Deep(ReadOnlySpan<double> x, bool deep) => deep ? x[0] * x[0] * Inner!.Weights[0] : x[1] * 3;

            [Differentiable]
            public static double Looked(ReadOnlySpan<double> x) => x[0] * x[0] * Table[1];

            [Differentiable]
            public static double Given(ReadOnlySpan<double> x, Layer layer) => x[0] * layer.Weights[0] * x[0];

            public double[,] Square = { { 1, 2 }, { 3, 4 } };

            [Differentiable]
            public double OfSquare(double[,] x, ReadOnlySpan<double> y) => x[0, 0] * Square[1, 1] * y[0] * Own[0];

            public void IntoSquare() => OfSquareGradient(new double[2, 2], [1], Square, new double[1]);

            public void BesideSquare() => OfSquareGradient(new double[2, 2], [1], new double[2, 2], new double[1]);

            public double[] Gradient(string of, int into)
            {
                double[] x = [1.5, 0.25, 3];
                double[] dx = into switch { 0 => new double[3], 1 => Own, 2 => Table, _ => Inner!.Weights };
                switch (of)
                {
                    case "Weighed": WeighedGradient(x, dx); break;
                    case "Scale": ScaleVjp(dx, x); break;
                    case "Jacobian": WeighedJacobian(x, dx); break;
                    case "Deep": DeepGradient(x, true, dx); break;
                    case "Looked": LookedGradient(x, dx); break;
                    case "Given": GivenGradient(x, Inner!, dx); break;
                    case "Shallow": Inner = null; DeepGradient(x, false, dx); break;
                }

                return dx;
            }
        }
        """;

    private static readonly Lazy<Type> Model = new(() => CompiledProgram.Load(Source).GetType("Fields.Model")!);

    [Theory]
    [InlineData("Weighed", 1, "Own")]
    [InlineData("Scale", 1, "Own")]
    [InlineData("Jacobian", 1, "Own")]
    [InlineData("Deep", 3, "Weights")]
    [InlineData("Looked", 2, "Table")]
    [InlineData("Given", 3, "Weights")]
    public void WritingIntoSuchAnArrayIsRefused(string method, int into, string named)
    {
        object model = Activator.CreateInstance(Model.Value)!;
        var thrown = Assert.Throws<TargetInvocationException>(() => Gradient(model, method, into));
        Assert.Contains(named, Assert.IsType<ArgumentException>(thrown.InnerException).Message, StringComparison.Ordinal);
        Assert.Equal([0.5, -1.5, 2], (double[])Model.Value.GetField("Own")!.GetValue(model)!);
        Assert.Equal([2.0, 3, 4], (double[])Model.Value.GetField("Table")!.GetValue(null)!);
    }

    [Fact]
    public void SoAreArraysOfSeveralDimensions()
    {
        object model = Activator.CreateInstance(Model.Value)!;
        Model.Value.GetMethod("BesideSquare")!.Invoke(model, null);
        var thrown = Assert.Throws<TargetInvocationException>(() => Model.Value.GetMethod("IntoSquare")!.Invoke(model, null));
        Assert.Contains("Square", Assert.IsType<ArgumentException>(thrown.InnerException).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Weighed", 0.5, -0.75, 0)]
    [InlineData("Deep", 1.5, 0, 0)]
    [InlineData("Looked", 9, 0, 0)]
    [InlineData("Given", 1.5, 0, 0)]
    [InlineData("Shallow", 0, 3, 0)]
    public void OtherMemoryIsNot(string method, double first, double second, double third) =>
        Assert.Equal([first, second, third], Gradient(Activator.CreateInstance(Model.Value)!, method, 0));

    private static double[] Gradient(object model, string method, int into) =>
        (double[])Model.Value.GetMethod("Gradient")!.Invoke(model, [method, into])!;
}
