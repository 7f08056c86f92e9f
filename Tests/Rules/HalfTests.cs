using System.Reflection;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;
using Xunit;

namespace StaticAd.Tests.Rules;

/// <summary>What the generator takes <c>Half</c> to be is what .NET makes of it: the function of <c>float</c>, rounded once.</summary>
public class HalfTests
{
    private const int Count = 1 << 16;

    public static TheoryData<string> Ids => [.. ElementaryFunctions.All
        .Where(function => function.Home is FunctionHome.Math or FunctionHome.MathOnly or FunctionHome.Number && OfHalves(function) is { ReturnType: var type } && type == typeof(Half)).Select(function => function.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheFunctionIsThatOfFloat(string id)
    {
        ElementaryFunction function = ElementaryFunctions.Get(id);
        MethodInfo halves = OfHalves(function)!;
        MethodInfo floats = BlockEvaluator.MethodOf(id, [.. Enumerable.Repeat(typeof(float), function.Arity)])!;
        Assert.Equal(id, ElementaryFunctions.Find("System.Half", halves.Name, function.Arity)!.Id);
        var random = new Random(1);
        for (int i = 0; i < Count; i++)
        {
            Half[] x = [.. Enumerable.Range(0, function.Arity).Select(k => k == 0 ? At(i) : At(random.Next(Count)))];
            if (id == "Clamp" && !(x[1] <= x[2]))
            {
                continue;
            }

            float expected = (float)floats.Invoke(null, [.. x.Select(half => (object)(float)half)])!;
            var actual = (Half)halves.Invoke(null, [.. x.Select(half => (object)half)])!;
            Assert.True(Same(actual, (Half)expected), $"{id}({string.Join(", ", x)}) is {actual}, rounded {(Half)expected}");
            Assert.True(!Halves.Preserving.Contains(id) || float.IsNaN(expected) || (float)(Half)expected == expected, $"{id}({string.Join(", ", x)}) is no half");
        }
    }

    [Fact]
    public void SinCosIsItsTwoFunctions()
    {
        for (int i = 0; i < Count; i++)
        {
            (Half sine, Half cosine) = Half.SinCos(At(i));
            Assert.True(Same(sine, (Half)MathF.Sin((float)At(i))) && Same(cosine, (Half)MathF.Cos((float)At(i))));
        }
    }

    /// <summary>At every half, between it and the next one, and just beside that.</summary>
    [Fact]
    public void TheNearestHalfIsDotNets()
    {
        for (int i = 0; i < Count; i++)
        {
            double half = (double)At(i), middle = (half + (double)Half.BitIncrement(At(i))) / 2;
            foreach (double number in new[] { half, middle, Math.BitIncrement(middle), Math.BitDecrement(middle) })
            {
                Assert.True(((double)(Half)number).Equals(Halves.Nearest(number)), $"{number:R}");
            }
        }

        Assert.Equal(Halves.Largest, (double)Half.MaxValue);
        Assert.Equal(Halves.Smallest, (double)Half.Epsilon);
    }

    private static Half At(int bits) => BitConverter.UInt16BitsToHalf((ushort)bits);

    private static bool Same(Half left, Half right) =>
        BitConverter.HalfToUInt16Bits(left) == BitConverter.HalfToUInt16Bits(right) || (Half.IsNaN(left) && Half.IsNaN(right));

    private static MethodInfo? OfHalves(ElementaryFunction function) => typeof(Half).GetMethod(
        function.Name == "IEEERemainder" ? "Ieee754Remainder" : function.Name, [.. Enumerable.Repeat(typeof(Half), function.Arity)]);
}
