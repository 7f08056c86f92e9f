using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Runtime;

public sealed class ZerosTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(5000)]
    public void ZerosWhatIsGivenAndNothingBeside(int length)
    {
        double[] doubles = Filled(length, double.NaN);
        float[] floats = Filled(length, float.NaN);
        (double, float)[] pairs = Filled(length, (1.0, 1F));

        Zeros.Fill(doubles.AsSpan(1, length));
        Zeros.Fill(floats.AsSpan(1, length));
        Zeros.Fill(pairs.AsSpan(1, length));

        Assert.Equal([double.NaN, .. new double[length], double.NaN], doubles);
        Assert.Equal([float.NaN, .. new float[length], float.NaN], floats);
        Assert.Equal([(1.0, 1F), .. new (double, float)[length], (1.0, 1F)], pairs);
    }

    private static T[] Filled<T>(int length, T value)
    {
        var memory = new T[length + 2];
        Array.Fill(memory, value);
        return memory;
    }
}
