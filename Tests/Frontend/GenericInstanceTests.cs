using System.Reflection;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Frontend;

/// <summary>
/// Derivatives of a generic method are, bit for bit, those of the method that has the type written out; and the generic members throw for
/// types that have none.
/// </summary>
public class GenericInstanceTests
{
    private const string Generic =
        """
            [Differentiable(Order = 2, Batch = true)]
            public static T Value<T>(T x, [NoDerivative] T y)
                where T : struct, IFloatingPointIeee754<T>
            {
                T a = x * T.CreateChecked(0.1) + T.One / T.CreateChecked(3) - T.Pi * y;
                T b = T.Sqrt(T.Abs(a)) * T.Exp(-x * y) + T.Max(a, x) % T.CreateChecked(1.3);
                return T.IsNaN(b) || b > y ? b * T.Tanh(a) : T.Cos(b) / (a * a + T.E);
            }

            [Differentiable]
            public static void Memory<T>(Span<T> y, ReadOnlySpan<T> x, ref T s)
                where T : INumber<T>
            {
                for (int i = 0; i < y.Length; i++)
                {
                    y[i] = y[i] * s + x[i] / T.CreateChecked(7);
                    s += y[i] * x[i] - T.CreateChecked(i);
                }
            }
        """;

    private const string WrittenOut =
        """
            [Differentiable(Order = 2, Batch = BATCH)]
            public static NUMBER Value(NUMBER x, [NoDerivative] NUMBER y)
            {
                NUMBER a = x * (NUMBER)0.1 + (NUMBER)1 / (NUMBER)3 - NUMBER.Pi * y;
                NUMBER b = NUMBER.Sqrt(NUMBER.Abs(a)) * NUMBER.Exp(-x * y) + NUMBER.Max(a, x) % (NUMBER)1.3;
                return NUMBER.IsNaN(b) || b > y ? b * NUMBER.Tanh(a) : NUMBER.Cos(b) / (a * a + NUMBER.E);
            }

            [Differentiable]
            public static void Memory(Span<NUMBER> y, ReadOnlySpan<NUMBER> x, ref NUMBER s)
            {
                for (int i = 0; i < y.Length; i++)
                {
                    y[i] = y[i] * s + x[i] / (NUMBER)7;
                    s += y[i] * x[i] - (NUMBER)i;
                }
            }
        """;

    private const string Calls =
        """
            public static object[] All(double x0, double y0)
            {
                NUMBER x = (NUMBER)x0, y = (NUMBER)y0;
                using var tape = new Tape();
                NUMBER dx = 0.ToNumber(), sBar = (NUMBER)0.5, s = x, sDot = y, s2 = x, s3 = x;
                double[] jacobian = new double[1], hessian = new double[1], matrix = new double[9];
                NUMBER v0 = TYPE.ValueForwardFORM(x, y, tape);
                TYPE.ValueBackwardFORM(x, y, y, ref dx, tape);
                NUMBER v1 = TYPE.ValueValueAndGradientFORM(x, y, out NUMBER d1), d2 = TYPE.ValueGradientFORM(x, y);
                NUMBER v3 = TYPE.ValueVjpFORM(x, y, y, out NUMBER d3), v4 = TYPE.ValueJvpFORM(x, y, y, out NUMBER d4);
                NUMBER v5 = TYPE.ValueHvpFORM(x, y, y, out NUMBER d5);
                TYPE.ValueJacobianFORM(x, y, jacobian);
                TYPE.ValueHessianFORM(x, y, hessian);
                NUMBER[] a = [x, y], b = [y, x], aBar = [x, x], db = new NUMBER[2], a2 = [x, y], aDot = [y, y], bDot = [x, y], a3 = [x, y];
                TYPE.MemoryVjpFORM(a, b, ref s, aBar, ref sBar, db);
                TYPE.MemoryJvpFORM(a2, b, ref s2, aDot, bDot, ref sDot);
                NUMBER[] a4 = [x, y], dbAdded = [x, x], sums = new NUMBER[2], slopes = new NUMBER[2];
                TYPE.MemoryForwardFORM(a4, b, ref s3, tape);
                NUMBER[] a4Bar = [x, y];
                TYPE.MemoryBackwardFORM(a4, b, ref s3, a4Bar, ref sBar, dbAdded, tape);
                //BATCH TYPE.ValueValueAndGradientBatchFORM(a, b, sums, slopes);
                return [v0, dx, v1, d1, d2, v3, d3, v4, d4, v5, d5, jacobian[0], hessian[0], s, sBar, s2, sDot, s3,
                    .. a.Concat(aBar).Concat(db).Concat(a2).Concat(aDot).Concat(a4).Concat(a4Bar).Concat(dbAdded).Concat(sums).Concat(slopes).Select(e => (object)e)];
            }

            private static NUMBER ToNumber(this int n) => (NUMBER)n;
        """;

    private static string Program(string number, bool isGeneric, string form)
    {
        bool hasBatch = number != "Half";
        string members = (isGeneric ? Generic : WrittenOut).Replace("NUMBER", number, StringComparison.Ordinal).Replace("BATCH", hasBatch ? "true" : "false", StringComparison.Ordinal);
        string calls = Calls.Replace("NUMBER", number, StringComparison.Ordinal).Replace("FORM", form, StringComparison.Ordinal).Replace("TYPE", "Model", StringComparison.Ordinal)
            .Replace("//BATCH", hasBatch ? "" : "//", StringComparison.Ordinal);
        return $$"""
            using System;
            using System.Linq;
            using System.Numerics;
            using StaticAd;

            public static partial class Model
            {
            {{members}}
            }

            public static class Calls
            {
            {{calls}}
            }
            """;
    }

    [Theory]
    [InlineData("double")]
    [InlineData("float")]
    [InlineData("Half")]
    public void InstancesAreWhatTheWrittenOutMethodsAre(string number)
    {
        MethodInfo[] all =
        [
            .. new[] { Program(number, false, ""), Program(number, true, ""), Program(number, true, $"<{number}>") }
                .Select(program => CompiledProgram.Load(program).GetType("Calls", true)!.GetMethod("All")!),
        ];
        var random = new Random(3);
        for (int i = 0; i < 50; i++)
        {
            object[] arguments = [random.NextDouble() * 4 - 2, random.NextDouble() * 4 - 2];
            object[][] results = [.. all.Select(method => (object[])method.Invoke(null, arguments)!)];
            Assert.True(results[0].Length > 30);
            Assert.Equal(results[0], results[1]);
            Assert.Equal(results[0], results[2]);
        }
    }

    private const string OtherTypes =
        """
        using System;
        using System.Numerics;
        using StaticAd;

        public static partial class Model
        {
            [Differentiable]
            public static T Square<T>(T x) where T : INumber<T> => x * x;

            [Differentiable]
            public static T Product<T>(ReadOnlySpan<T> x, T[] y) where T : INumber<T> => x[0] * y[0];

            [Differentiable(Batch = true)]
            public static T Batched<T>(T x) where T : INumber<T> => x * x;
        }

        public static class Calls
        {
            public static void Decimals() => Model.SquareVjp(2m, 1m, out _);

            public static void Integers() => Model.SquareBackward(2, 1, ref Two[0], null!);

            public static void Halves() => Model.BatchedBatch<Half>(new Half[1], new Half[1]);

            public static void Missing() => Model.ProductVjp<float>(new float[1], null!, 1, new float[1], new float[1]);

            public static void Shared() => Model.ProductVjp<float>(One, new float[1], 1, One, new float[1]);

            private static readonly float[] One = [1];

            private static readonly int[] Two = [2];
        }
        """;

    [Theory]
    [InlineData("Decimals", "The derivatives of 'Square' are there for double, float and Half.")]
    [InlineData("Integers", "The derivatives of 'Square' are there for double, float and Half.")]
    [InlineData("Halves", "The batches of 'Batched' are there for double and float.")]
    public void OtherTypesAreNotSupported(string call, string message)
    {
        var thrown = Assert.Throws<NotSupportedException>(() =>
            CompiledProgram.Load(OtherTypes).GetType("Calls", true)!.GetMethod(call)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null));
        Assert.Equal(message, thrown.Message);
    }

    [Theory]
    [InlineData("Missing", "y")]
    [InlineData("Shared", "dx")]
    public void ArgumentsAreCheckedAsByTheInstances(string call, string parameter)
    {
        var thrown = Assert.ThrowsAny<ArgumentException>(() =>
            CompiledProgram.Load(OtherTypes).GetType("Calls", true)!.GetMethod(call)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null));
        Assert.Equal(parameter, thrown.ParamName);
    }
}
