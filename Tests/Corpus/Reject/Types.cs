using System;
using System.Collections.Generic;
using System.Linq;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Types
{
    [Differentiable]
    public static double ThroughDecimal(double x)
    {
        decimal d = (decimal)x; // expect: SAD0031
        return (double)(d * d);
    }

    [Differentiable]
    public static double ThroughAList(double x)
    {
        var list = new List<double>(); // expect: SAD0013
        list.Add(x * x);
        return list[0];
    }

    [Differentiable]
    public static double Boxed(double x)
    {
        object box = x * x; // expect: SAD0014
        return (double)box;
    }

    [Differentiable]
    public static double ThroughText(double x)
    {
        string text = x.ToString(); // expect: SAD0013
        return text.Length * x;
    }

    [Differentiable]
    public static double ThroughBits(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x); // expect: SAD0020
        return BitConverter.Int64BitsToDouble(bits);
    }

    [Differentiable]
    public static double ThroughADelegate(double x, Func<double, double> function) // expect: SAD0007
        => function(x);

    [Differentiable]
    public static double ThroughALambda(double x)
    {
        object square = (Func<double, double>)(y => y * y); // expect: SAD0014
        return ((Func<double, double>)square)(x);
    }

    [Differentiable]
    public static double Queried(double[] x) => x.OrderBy(y => y).Take(2).Sum(); // expect: SAD0013

    [Differentiable]
    public static double Dynamic(double x)
    {
        dynamic y = x; // expect: SAD0014
        return y * y;
    }

    [Differentiable]
    public static double Nullable(double? x) // expect: SAD0007
        => x ?? 0;

    [Differentiable]
    public static double? NullableResult(double x) // expect: SAD0007
        => x > 0 ? x : null;

    [Differentiable]
    public static double NullableTruths(double x, bool? a, bool? b)
        => (a & b) == true ? x : -x; // expect: SAD0013

    [Differentiable]
    public static double NullableText(double x, int? n)
        => x * n.ToString()!.Length; // expect: SAD0013

    public struct Unsigned
    {
        public double X;
        public nuint Count;
    }

    [Differentiable]
    public static double NativeUnsigned(Unsigned u) => u.X * u.X; // expect: SAD0007

    [Differentiable]
    public static double NativeUnsignedLocal(double x)
    {
        nuint n = 3; // expect: SAD0014
        return x * n;
    }

    [Differentiable]
    public static Half HalfBits(Half x)
        => Half.BitIncrement(x) * x; // expect: SAD0020

    [Differentiable]
    public static void TensorOfHalves(ReadOnlySpan<Half> x, Span<Half> y)
        => System.Numerics.Tensors.TensorPrimitives.Exp(x, y); // expect: SAD0013

    [Differentiable(Batch = true)]
    public static Half BatchOfHalves(Half x) => x * x; // expect: SAD0009

    [Differentiable]
    public static float Shuffled(System.Numerics.Vector3 v)
        => System.Numerics.Vector3.Shuffle(v, 2, 1, 0).X; // expect: SAD0020

    [Differentiable]
    public static void Estimate(ReadOnlySpan<double> x, Span<double> y)
        => System.Numerics.Tensors.TensorPrimitives.ReciprocalEstimate(x, y); // expect: SAD0013
}
