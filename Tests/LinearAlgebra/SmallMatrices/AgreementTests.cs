using System.Numerics;
using StaticAd.Kernels;
using Xunit;

namespace StaticAd.Tests.Linear.Small;

/// <summary>Which matrix of a batch is singular, or not positive definite, does not depend on whether it was in a lane.</summary>
public unsafe class AgreementTests
{
    public static TheoryData<int> All => Sizes.All;

    [Theory]
    [MemberData(nameof(All))]
    public void OfDoubles(int n) => Check<double>(n);

    [Theory]
    [MemberData(nameof(All))]
    public void OfFloats(int n) => Check<float>(n);

    private static void Check<T>(int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(n);
        for (int round = 0; round < 60; round++)
        {
            int count = 1 + random.Next(20);
            T[] a = Matrices<T>(random, n, count, round % 4);
            Assert.Equal(Inverse(a, n, inLanes: false), Inverse(a, n, inLanes: true));
            Assert.Equal(Determinants(a, n, inLanes: false), Determinants(a, n, inLanes: true));
            T[] square = new T[a.Length];
            fixed (T* left = a, result = square)
            {
                BatchOperand<T> operand = new(left, n * n, n * n);
                BatchRun.Run<T, MultiplyOperation<T>>(new(operand, operand, new(result, n * n), new(n, n, n, false, true), ResultUse.Written), count, false, out _);
            }

            (Pivots found, int failed, T[] factor) = Cholesky(square, n, inLanes: false);
            (Pivots foundInLanes, int failedInLanes, T[] factorInLanes) = Cholesky(square, n, inLanes: true);
            Assert.Equal((found, failed), (foundInLanes, failedInLanes));
            Assert.Equal(factor, factorInLanes);
        }
    }

    /// <summary>Small whole numbers, whose pivots often tie and whose elimination often ends in a zero; thirds; subnormal numbers.</summary>
    private static T[] Matrices<T>(Random random, int n, int count, int kind)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] a = [.. Enumerable.Range(0, n * n * count).Select(_ => T.CreateChecked(random.Next(-2, 3)))];
        for (int m = 0; m < count && kind > 0; m++)
        {
            Span<T> matrix = a.AsSpan(m * n * n, n * n);
            for (int j = 0; j < n; j++)
            {
                matrix[((n - 1) * n) + j] = kind switch
                {
                    1 => matrix[j] / T.CreateChecked(3),
                    2 => T.CreateChecked(random.NextDouble()) * T.Epsilon * T.CreateChecked(1000),
                    _ => T.CreateChecked(random.NextDouble()),
                };
            }
        }

        return a;
    }

    private static (Pivots Found, int Failed) Inverse<T>(T[] a, int n, bool inLanes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* matrix = a, result = new T[a.Length])
        {
            Pivots found = BatchRun.Run<T, InverseOperation<T>>(new(new(matrix, n * n, n * n), result, n, ResultUse.Kept), a.Length / (n * n), inLanes, out int failed);
            return (found, failed);
        }
    }

    private static T[] Determinants<T>(T[] a, int n, bool inLanes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] determinants = new T[a.Length / (n * n)];
        fixed (T* matrix = a, result = determinants)
        {
            BatchRun.Run<T, DeterminantOperation<T>>(new(new(matrix, n * n, n * n), result, n), determinants.Length, inLanes, out _);
        }

        return determinants;
    }

    private static (Pivots Found, int Failed, T[] Factor) Cholesky<T>(T[] a, int n, bool inLanes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] factor = new T[a.Length];
        fixed (T* matrix = a, result = factor)
        {
            Pivots found = BatchRun.Run<T, CholeskyOperation<T>>(new(new(matrix, n * n, n * n), result, n, ResultUse.Kept), a.Length / (n * n), inLanes, out int failed);
            return (found, failed, factor);
        }
    }
}
