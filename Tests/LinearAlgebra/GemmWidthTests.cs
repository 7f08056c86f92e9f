using System.Numerics;
using StaticAd.CompilerServices;
using StaticAd.Kernels;
using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>The product's kernels for processors with narrower vectors than this one has.</summary>
public sealed unsafe class GemmWidthTests
{
    [Theory]
    [InlineData(7, 5, 9)]
    [InlineData(130, 300, 101)]
    public void EveryWidthMultiplies(int rows, int inner, int columns)
    {
        Check<Double2, double, Double2Mask>(rows, inner, columns, 1e-13);
        Check<Double4, double, Double4Mask>(rows, inner, columns, 1e-13);
        Check<Double8, double, Double8Mask>(rows, inner, columns, 1e-13);
        Check<Float4, float, Float4Mask>(rows, inner, columns, 1e-4);
        Check<Float8, float, Float8Mask>(rows, inner, columns, 1e-4);
        Check<Float16, float, Float16Mask>(rows, inner, columns, 1e-4);
    }

    private static void Check<TLane, T, TMask>(int rows, int inner, int columns, double tolerance)
        where TLane : struct, ILane<TLane, T, TMask>
        where TMask : struct, ILaneMask<TMask>
        where T : unmanaged, INumber<T>
    {
        CheckBlock<NarrowBlock<TLane, T, TMask>, T>(rows, inner, columns, tolerance);
        CheckBlock<WideBlock<TLane, T, TMask>, T>(rows, inner, columns, tolerance);
    }

    private static void CheckBlock<TBlock, T>(int rows, int inner, int columns, double tolerance)
        where TBlock : struct, IRegisterBlock<T>
        where T : unmanaged, INumber<T>
    {
        var random = new Random(1);
        double[] a = Naive.Random(random, rows * inner);
        double[] b = Naive.Random(random, inner * columns);
        double[] c = Naive.Random(random, rows * columns);
        double[] product = Naive.Multiply(a, b, rows, inner, columns);
        T[] first = Convert<T>(a), second = Convert<T>(b), result = Convert<T>(c);
        fixed (T* startA = first, startB = second, startC = result)
        {
            PackedGemm<TBlock, T>.Multiply(
                T.CreateTruncating(-1), new(startA, rows, inner), new(startB, inner, columns), new(startC, rows, columns), accumulate: true);
        }

        double[] expected = Naive.Subtract(c, product);
        Close.Assert(expected, [.. result.Select(double.CreateTruncating)], tolerance, typeof(TBlock).ToString());
    }

    private static T[] Convert<T>(double[] numbers)
        where T : INumber<T>
        => [.. numbers.Select(T.CreateTruncating)];
}
