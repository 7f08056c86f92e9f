using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Lanes;

public class LaneMaskTests
{
    [Fact]
    public void DoubleLanesCompareAndSelectAsScalarsDo()
    {
        CheckDoubles<Double1, BooleanMask>();
        CheckDoubles<Double2, Double2Mask>();
        CheckDoubles<Double4, Double4Mask>();
        CheckDoubles<Double8, Double8Mask>();
    }

    [Fact]
    public void FloatLanesCompareAndSelectAsScalarsDo()
    {
        CheckFloats<Float1, BooleanMask>();
        CheckFloats<Float4, Float4Mask>();
        CheckFloats<Float8, Float8Mask>();
        CheckFloats<Float16, Float16Mask>();
    }

    [Fact]
    public void MasksCombineLaneByLane()
    {
        CheckCombinations<Double1, BooleanMask>();
        CheckCombinations<Double2, Double2Mask>();
        CheckCombinations<Double4, Double4Mask>();
        CheckCombinations<Double8, Double8Mask>();
    }

    [Fact]
    public void AnyAndAllSeeEveryLane()
    {
        CheckAnyAndAll<Double2, Double2Mask>();
        CheckAnyAndAll<Double4, Double4Mask>();
        CheckAnyAndAll<Double8, Double8Mask>();
    }

    private static void CheckDoubles<T, TMask>()
        where T : struct, ILane<T, double, TMask>
        where TMask : struct, ILaneMask<TMask>
    {
        double[] values = [double.NaN, -1.0, -0.0, 0.0, 2.0, double.PositiveInfinity, double.NegativeInfinity];
        foreach (double a in values)
        {
            foreach (double b in values)
            {
                T x = T.Create(a);
                T y = T.Create(b);
                AssertAll<TMask>([(a < b, x < y), (a > b, x > y), (a <= b, x <= y), (a >= b, x >= y), (a == b, x == y), (a != b, x != y)]);
                var stored = new double[T.Width];
                T.Store(T.Select(x < y, x, y), stored, 0);
                Assert.All(stored, v => Assert.Equal(a < b ? a : b, v));
                T.Store(T.Clamp(T.Create(0.5), T.Create(-1.0), T.Create(0.25)), stored, 0);
                Assert.All(stored, v => Assert.Equal(0.25, v));
            }
        }
    }

    private static void CheckFloats<T, TMask>()
        where T : struct, ILane<T, float, TMask>
        where TMask : struct, ILaneMask<TMask>
    {
        float[] values = [float.NaN, -1.0f, -0.0f, 0.0f, 2.0f, float.PositiveInfinity, float.NegativeInfinity];
        foreach (float a in values)
        {
            foreach (float b in values)
            {
                T x = T.Create(a);
                T y = T.Create(b);
                AssertAll<TMask>([(a < b, x < y), (a > b, x > y), (a <= b, x <= y), (a >= b, x >= y), (a == b, x == y), (a != b, x != y)]);
                var stored = new float[T.Width];
                T.Store(T.Select(x < y, x, y), stored, 0);
                Assert.All(stored, v => Assert.Equal(a < b ? a : b, v));
            }
        }
    }

    private static void AssertAll<TMask>(ReadOnlySpan<(bool Expected, TMask Mask)> comparisons)
        where TMask : struct, ILaneMask<TMask>
    {
        foreach ((bool expected, TMask mask) in comparisons)
        {
            Assert.Equal(expected, TMask.AllTrue(mask));
            Assert.Equal(expected, TMask.AnyTrue(mask));
        }
    }

    private static void CheckCombinations<T, TMask>()
        where T : struct, ILane<T, double, TMask>
        where TMask : struct, ILaneMask<TMask>
    {
        foreach (bool a in (bool[])[false, true])
        {
            foreach (bool b in (bool[])[false, true])
            {
                TMask x = TMask.Create(a);
                TMask y = b ? TMask.True : TMask.False;
                AssertAll<TMask>([(a & b, x & y), (a | b, x | y), (a ^ b, x ^ y), (!a, !x)]);
            }
        }
    }

    private static void CheckAnyAndAll<T, TMask>()
        where T : struct, ILane<T, double, TMask>
        where TMask : struct, ILaneMask<TMask>
    {
        for (int lane = 0; lane < T.Width; lane++)
        {
            var values = new double[T.Width];
            values[lane] = 1.0;
            TMask one = T.Load(values, 0) > T.Create(0.5);
            Assert.True(TMask.AnyTrue(one));
            Assert.False(TMask.AllTrue(one));
            Assert.True(TMask.AnyTrue(!one));
            Assert.False(TMask.AllTrue(!one));
            T.Store(T.Select(one, T.Create(7.0), T.Create(-7.0)), values, 0);
            Assert.Equal(7.0, values[lane]);
            Assert.Equal(T.Width - 1, values.Count(v => v == -7.0));
        }
    }
}
