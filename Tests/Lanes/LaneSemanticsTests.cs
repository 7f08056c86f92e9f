using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Lanes;

/// <summary>Lanes agree with scalar code: everywhere on special values, bit for bit where no rounding is involved.</summary>
public class LaneSemanticsTests
{
    public static TheoryData<string> UnaryNames => [.. ScalarReference.Unary.Keys];
    public static TheoryData<string> BinaryNames => [.. ScalarReference.Binary.Keys];

    [Theory]
    [MemberData(nameof(UnaryNames))]
    public void UnaryFunctionsOfDoublesAgreeOnSpecialValues(string function)
    {
        double[] x = ScalarReference.SpecialValues;
        double[] expected = Array.ConvertAll(x, v => ScalarReference.Unary[function](v));
        AssertSame(function, x, expected, LaneFunctions<Double8, double, Double8Mask>.Evaluate(function, x));
        AssertSame(function, x, expected, LaneFunctions<Double4, double, Double4Mask>.Evaluate(function, x));
        AssertSame(function, x, expected, LaneFunctions<Double2, double, Double2Mask>.Evaluate(function, x));
        AssertSame(function, x, expected, LaneFunctions<Double1, double, BooleanMask>.Evaluate(function, x));
    }

    [Theory]
    [MemberData(nameof(UnaryNames))]
    public void UnaryFunctionsOfFloatsAgreeOnSpecialValues(string function)
    {
        float[] x = FloatSpecialValues();
        double[] wide = Array.ConvertAll(x, v => (double)v);
        double[] expected = Array.ConvertAll(wide, v => (double)(float)ScalarReference.Unary[function](v));
        AssertSame(function, wide, expected, Widen(LaneFunctions<Float16, float, Float16Mask>.Evaluate(function, x)), 3e-7);
        AssertSame(function, wide, expected, Widen(LaneFunctions<Float8, float, Float8Mask>.Evaluate(function, x)), 3e-7);
        AssertSame(function, wide, expected, Widen(LaneFunctions<Float4, float, Float4Mask>.Evaluate(function, x)), 3e-7);
        AssertSame(function, wide, expected, Widen(LaneFunctions<Float1, float, BooleanMask>.Evaluate(function, x)), 3e-7);
    }

    [Theory]
    [MemberData(nameof(BinaryNames))]
    public void BinaryFunctionsOfDoublesAgreeOnSpecialValues(string function)
    {
        (double[] x, double[] y) = AllPairs(ScalarReference.SpecialValues);
        double[] expected = [.. x.Zip(y, ScalarReference.Binary[function])];
        AssertSame(function, x, expected, LaneFunctions<Double8, double, Double8Mask>.Evaluate(function, x, y));
        AssertSame(function, x, expected, LaneFunctions<Double4, double, Double4Mask>.Evaluate(function, x, y));
        AssertSame(function, x, expected, LaneFunctions<Double2, double, Double2Mask>.Evaluate(function, x, y));
        AssertSame(function, x, expected, LaneFunctions<Double1, double, BooleanMask>.Evaluate(function, x, y));
    }

    [Theory]
    [MemberData(nameof(BinaryNames))]
    public void BinaryFunctionsOfFloatsAgreeOnSpecialValues(string function)
    {
        (float[] x, float[] y) = AllPairs(FloatSpecialValues());
        double[] expected = [.. x.Zip(y, (a, b) => (double)(float)ScalarReference.Binary[function](a, b))];
        double[] wide = Widen(x);
        AssertSame(function, wide, expected, Widen(LaneFunctions<Float16, float, Float16Mask>.Evaluate(function, x, y)), 3e-7);
        AssertSame(function, wide, expected, Widen(LaneFunctions<Float8, float, Float8Mask>.Evaluate(function, x, y)), 3e-7);
        AssertSame(function, wide, expected, Widen(LaneFunctions<Float4, float, Float4Mask>.Evaluate(function, x, y)), 3e-7);
        AssertSame(function, wide, expected, Widen(LaneFunctions<Float1, float, BooleanMask>.Evaluate(function, x, y)), 3e-7);
    }

    private static float[] FloatSpecialValues() =>
    [
        .. ScalarReference.SpecialValues.Select(v => (float)v), float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue,
        1e-40f, -1e-40f, 88.8f, -103.9f,
    ];

    private static double[] Widen(float[] values) => Array.ConvertAll(values, v => (double)v);

    private static (TScalar[] X, TScalar[] Y) AllPairs<TScalar>(TScalar[] values) =>
    (
        [.. values.SelectMany(v => Enumerable.Repeat(v, values.Length))],
        [.. Enumerable.Repeat(values, values.Length).SelectMany(v => v)]
    );

    private static void AssertSame(string function, double[] x, double[] expected, double[] actual, double tolerance = 1e-14)
    {
        double smallest = tolerance > 1e-10 ? float.Epsilon : double.Epsilon;
        for (int i = 0; i < x.Length; i++)
        {
            bool exact = double.IsInfinity(expected[i]) || expected[i] == 0.0;
            bool same = double.IsNaN(expected[i]) ? double.IsNaN(actual[i])
                : exact ? expected[i] == actual[i] && double.IsNegative(expected[i]) == double.IsNegative(actual[i])
                : Math.Abs(expected[i] - actual[i]) <= Math.Max(tolerance * Math.Abs(expected[i]), smallest);
            Assert.True(same, $"{function}({x[i]:R}): expected {expected[i]:R}, got {actual[i]:R} in lane {i}");
        }
    }
}
