using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Linear algebra of batches of small matrices: alone, in groups that are full and not, with one matrix for all.</summary>
public static partial class LinearBatches
{
    /// <summary>Matrices with a large diagonal, in another order of rows.</summary>
    public static double[] Regular(int n, int count)
    {
        double[] a = Numbers(n * n * count, 1.7);
        for (int i = 0; i < n * count; i++)
        {
            a[i * n + (i + 1) % n] += 2 + n;
        }

        return a;
    }

    public static double[] Definite(int n, int count)
    {
        double[] a = Numbers(n * n * count, 0.9);
        for (int i = 0; i < n * count; i++)
        {
            a[i * n + i % n] += 2 + n;
        }

        return a;
    }

    public static double[] Numbers(int count, double step)
    {
        double[] a = new double[count];
        for (int i = 0; i < count; i++)
        {
            a[i] = Math.Sin(step * i + 0.3);
        }

        return a;
    }

    // check: LinearBatches.Regular(1, 3), 1
    // check: LinearBatches.Regular(3, 1), 3
    // check: LinearBatches.Regular(2, 9), 2
    // check: LinearBatches.Regular(3, 8), 3
    // check: LinearBatches.Regular(4, 3), 4
    [Differentiable(Order = 2)]
    public static double Inverses(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> y = arena.Allocate<double>(a.Length);
        LinearAlgebra.Inverse(a, y, n);
        return Sum(y);
    }

    // check: LinearBatches.Definite(1, 3), 1
    // check: LinearBatches.Definite(4, 1), 4
    // check: LinearBatches.Definite(2, 9), 2
    // check: LinearBatches.Definite(3, 8), 3
    [Differentiable(Order = 2)]
    public static double Factors(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> y = arena.Allocate<double>(a.Length);
        LinearAlgebra.Cholesky(a, y, n);
        return Sum(y);
    }

    // check: LinearBatches.Regular(2, 9), LinearBatches.Numbers(36, 1.1), 2, 2, 9
    // check: LinearBatches.Regular(3, 1), LinearBatches.Numbers(24, 1.1), 3, 1, 8
    // check: LinearBatches.Regular(3, 8), LinearBatches.Numbers(3, 1.1), 3, 1, 8
    // check: LinearBatches.Regular(4, 3), LinearBatches.Numbers(24, 1.1), 4, 2, 3
    // check: LinearBatches.Regular(3, 1), LinearBatches.Numbers(6, 1.1), 3, 2, 1
    // check: LinearBatches.Regular(5, 1), LinearBatches.Numbers(10, 1.1), 5, 1, 2
    [Differentiable(Order = 2)]
    public static double Solutions(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n, int columns, int count)
    {
        using var arena = Arena.Enter();
        Span<double> x = arena.Allocate<double>(n * columns * count);
        LinearAlgebra.Solve(a, b, x, n, columns);
        return Sum(x);
    }

    // check: LinearBatches.Numbers(54, 1.7), LinearBatches.Numbers(36, 1.1), 3, 2, 2, 9, false, false
    // check: LinearBatches.Numbers(6, 1.7), LinearBatches.Numbers(36, 1.1), 3, 2, 2, 9, true, false
    // check: LinearBatches.Numbers(48, 1.7), LinearBatches.Numbers(4, 1.1), 3, 2, 2, 8, false, true
    // check: LinearBatches.Numbers(27, 1.7), LinearBatches.Numbers(27, 1.1), 3, 3, 3, 3, true, true
    [Differentiable(Order = 2)]
    public static double Products(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, int rows, int inner, int columns, int count, bool transposeA, bool transposeB)
    {
        using var arena = Arena.Enter();
        Span<double> y = arena.Allocate<double>(rows * columns * count);
        LinearAlgebra.Multiply(a, b, y, rows, inner, columns, transposeA, transposeB);
        return Sum(y);
    }

    // Above the diagonal there is nothing to see.
    // check: LinearBatches.Definite(2, 9), LinearBatches.Numbers(36, 1.1), 2, 2, 9
    // check: LinearBatches.Definite(3, 1), LinearBatches.Numbers(24, 1.1), 3, 1, 8
    // check: LinearBatches.Definite(3, 3), LinearBatches.Numbers(3, 1.1), 3, 1, 3
    // check: LinearBatches.Definite(4, 1), LinearBatches.Numbers(4, 1.1), 4, 1, 1
    [Differentiable(Order = 2)]
    public static double SolutionsOfFactors(ReadOnlySpan<double> factor, ReadOnlySpan<double> b, int n, int columns, int count)
    {
        using var arena = Arena.Enter();
        Span<double> x = arena.Allocate<double>(n * columns * count);
        LinearAlgebra.CholeskySolve(factor, b, x, n, columns);
        return Sum(x);
    }

    // Regular ones, and such of rank n - 1, n - 2 and 0.
    // check: LinearBatches.Regular(2, 9), 2
    // check: LinearBatches.Regular(3, 8), 3
    // check: LinearBatches.Regular(4, 1), 4
    // check: [1, 2, 2, 4, 0, 0, 0, 0, 1, 3, 2, 7], 2
    // check: [1, 2, 3, 2, 4, 6, 1, 0, 1], 3
    // check: [1, 2, 3, 2, 4, 6, 3, 6, 9, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 2, 0, 0, 4, 0, 1, 0, 0], 3
    // check: [0, 0, 0, 0, 0, 0, 0, 0, 0], 3
    [Differentiable(Order = 2)]
    public static double Determinants(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> determinants = arena.Allocate<double>(a.Length / (n * n));
        LinearAlgebra.Determinant(a, determinants, n);
        return Sum(determinants);
    }

    // check: LinearBatches.Regular(2, 9), 2
    // check: LinearBatches.Regular(3, 8), 3
    // check: LinearBatches.Regular(4, 1), 4
    [Differentiable(Order = 2)]
    public static double LogDeterminants(ReadOnlySpan<double> a, int n)
    {
        using var arena = Arena.Enter();
        Span<double> signs = arena.Allocate<double>(a.Length / (n * n)), logs = arena.Allocate<double>(a.Length / (n * n));
        LinearAlgebra.SignAndLogDeterminant(a, signs, logs, n);
        return Sum(logs) + signs[0];
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += values[i] * (1 + i % 3) + 0.1 * values[i] * values[i];
        }

        return sum;
    }
}
