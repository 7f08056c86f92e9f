using System.Numerics;
using StaticAd.CompilerServices;
using StaticAd.Kernels;
using Xunit;

namespace StaticAd.Tests.Linear.Small;

/// <summary>All widths compute the same bits, whichever the processor's own is, and write what they should and nothing else.</summary>
public unsafe class WidthTests
{
    private const int Count = 37;

    public static TheoryData<int> All => Sizes.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Doubles(int n)
    {
        Check<Double1, double, BooleanMask, Double2, Double2Mask>(n);
        Check<Double1, double, BooleanMask, Double4, Double4Mask>(n);
        Check<Double1, double, BooleanMask, Double8, Double8Mask>(n);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Floats(int n)
    {
        Check<Float1, float, BooleanMask, Float4, Float4Mask>(n);
        Check<Float1, float, BooleanMask, Float8, Float8Mask>(n);
        Check<Float1, float, BooleanMask, Float16, Float16Mask>(n);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void GroupsAreReadAndWrittenWhole(int elements)
    {
        CheckGroup<Double1, double, BooleanMask>(elements);
        CheckGroup<Double2, double, Double2Mask>(elements);
        CheckGroup<Double4, double, Double4Mask>(elements);
        CheckGroup<Double8, double, Double8Mask>(elements);
        CheckGroup<Float1, float, BooleanMask>(elements);
        CheckGroup<Float4, float, Float4Mask>(elements);
        CheckGroup<Float8, float, Float8Mask>(elements);
        CheckGroup<Float16, float, Float16Mask>(elements);
    }

    private static void CheckGroup<TLane, TScalar, TMask>(int elements)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        TScalar[] source = Samples<TScalar>.Random(elements, elements * TLane.Width);
        TScalar[] lanes = new TScalar[source.Length];
        for (int count = 1; count <= TLane.Width; count++)
        {
            TScalar[] target = new TScalar[source.Length + 2];
            fixed (TScalar* first = source, vectors = lanes, written = target)
            {
                var memory = new LaneMemory<TLane, TScalar, TMask>(vectors);
                LaneGroups<TLane, TScalar, TMask>.Read(first, count, elements, memory);
                LaneGroups<TLane, TScalar, TMask>.Write(memory, written + 1, count, elements);
            }

            Assert.All(Enumerable.Range(0, source.Length), i =>
                Assert.Equal(source[(Math.Min(i % TLane.Width, count - 1) * elements) + (i / TLane.Width)], lanes[i]));
            TScalar[] expected = [TScalar.Zero, .. source[..(count * elements)], .. new TScalar[((TLane.Width - count) * elements) + 1]];
            Assert.Equal(expected, target);
        }
    }

    private static void Check<TNarrow, TScalar, TNarrowMask, TWide, TWideMask>(int n)
        where TNarrow : struct, ILane<TNarrow, TScalar, TNarrowMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TNarrowMask : struct, ILaneMask<TNarrowMask>
        where TWide : struct, ILane<TWide, TScalar, TWideMask>
        where TWideMask : struct, ILaneMask<TWideMask>
    {
        TScalar[] a = Samples<TScalar>.Definite(14, n, Count);
        TScalar[] b = Samples<TScalar>.Random(15, a.Length);
        TScalar[] narrow = new TScalar[a.Length];
        TScalar[] wide = new TScalar[a.Length];
        fixed (TScalar* first = a, second = b, narrowResult = narrow, wideResult = wide)
        {
            for (int kind = 0; kind < 5; kind++)
            {
                Run<TNarrow, TScalar, TNarrowMask>(kind, first, second, narrowResult, n);
                Run<TWide, TScalar, TWideMask>(kind, first, second, wideResult, n);
                Assert.Equal(narrow, wide);
            }
        }
    }

    private static void Run<TLane, TScalar, TMask>(int kind, TScalar* a, TScalar* b, TScalar* result, int n)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        var left = new BatchOperand<TScalar>(a, n * n, n * n);
        var right = new BatchOperand<TScalar>(b, n * n, n * n);
        Pivots found = kind switch
        {
            0 => Run<TLane, TScalar, TMask, MultiplyOperation<TScalar>>(new(left, right, new(result, n * n), new(n, n, n, false, true), ResultUse.Written)),
            1 => Run<TLane, TScalar, TMask, InverseOperation<TScalar>>(new(left, result, n, ResultUse.Kept)),
            2 => Run<TLane, TScalar, TMask, SolveOperation<TScalar>>(new(left, right, result, n, n, ResultUse.Kept)),
            3 => Run<TLane, TScalar, TMask, CholeskyOperation<TScalar>>(new(left, result, n, ResultUse.Kept)),
            _ => Run<TLane, TScalar, TMask, TriangularOperation<TScalar>>(new(left, right, result, new(false, true, false), n, n)),
        };
        Assert.Equal(Pivots.Regular, found);
    }

    private static Pivots Run<TLane, TScalar, TMask, TOperation>(TOperation operation)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
        where TOperation : struct, IBatchOperation<TScalar> =>
        LaneRun<TLane, TScalar, TMask>.Run<TScalar, TOperation>(operation, Count, out _);
}
