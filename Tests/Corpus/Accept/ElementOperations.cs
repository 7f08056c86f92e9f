using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Operations on the elements of matrices and on rows, whose derivatives are rules of the runtime.</summary>
public static partial class ElementOperations
{
    // One matrix beside a batch of two, in all operands.
    // check: [1.3, -0.2, 0.5, 0.7, 2.1, -0.4], [2.4, 0.8, -0.9], [0.5, -1.5]
    [Differentiable(Order = 2)]
    public static double Broadcast(ReadOnlySpan<double> two, ReadOnlySpan<double> one, ReadOnlySpan<double> factors)
    {
        using var arena = Arena.Enter();
        Span<double> sum = arena.Allocate<double>(6), difference = arena.Allocate<double>(6), product = arena.Allocate<double>(6);
        Span<double> scaled = arena.Allocate<double>(6), numbers = arena.Allocate<double>(2);
        LinearAlgebra.Add(one, two, sum, 3);
        LinearAlgebra.Subtract(sum, one, difference, 3);
        LinearAlgebra.Hadamard(one, difference, product, 3);
        LinearAlgebra.Scale(factors, one, scaled, 3);
        LinearAlgebra.Accumulate(one, scaled, 3);
        LinearAlgebra.InnerProducts(scaled, one, numbers, 3);
        LinearAlgebra.Subtract(one, product, difference, 3);
        double total = numbers[0] * numbers[1];
        LinearAlgebra.Norms(difference, numbers, 3);
        total += numbers[0] * numbers[1];
        LinearAlgebra.Sums(product, numbers, 3);
        return total * numbers[0] - numbers[1];
    }

    // A batch that is added up in one matrix; what a loop writes again and again.
    // check: [1.3, -0.2, 0.5, 0.7, 2.1, -0.4], [2.4, 0.8, -0.9], 3
    [Differentiable]
    public static void AddedUp(ReadOnlySpan<double> two, Span<double> sum, int n)
    {
        Span<double> work = stackalloc double[6];
        for (int i = 0; i < n; i++)
        {
            LinearAlgebra.Hadamard(two, sum, work, 3);
            LinearAlgebra.Accumulate(work, sum, 3);
            LinearAlgebra.Scale(sum.Slice(0, 1), two, work, 3);
            sum[1] += work[i] * work[5 - i];
        }
    }

    // check: [1.3, -0.2, 0.5, 0.7, 2.1, -0.4], [0.5, -1.5, 2.25]
    [Differentiable(Order = 2)]
    public static double Rows(ReadOnlySpan<double> a, ReadOnlySpan<double> weights)
    {
        using var arena = Arena.Enter();
        Span<double> rows = arena.Allocate<double>(6), weighted = arena.Allocate<double>(6), numbers = arena.Allocate<double>(2);
        LinearAlgebra.Softmax(a, rows, 3);
        LinearAlgebra.InnerProducts(rows, weights, numbers, 3);
        double total = numbers[0] - numbers[1] * numbers[1];
        LinearAlgebra.LogSoftmax(a, rows, 3);
        LinearAlgebra.Hadamard(rows, weights, weighted, 3);
        LinearAlgebra.LogSumExps(weighted, numbers, 3);
        total *= numbers[0] * numbers[1];
        LinearAlgebra.LayerNorm(a, rows, 3, 0.125);
        LinearAlgebra.Hadamard(rows, weights, weighted, 3);
        LinearAlgebra.Products(weighted, numbers, 3);
        total += numbers[0] * numbers[1];
        LinearAlgebra.Maxima(weighted, numbers, 3);
        total += numbers[0] * numbers[1];
        LinearAlgebra.Minima(weighted, numbers, 3);
        return total - numbers[0] * numbers[1];
    }

    // check: [1.3, -0.2, 0.5, 0.7, 2.1, -0.4], [2.4, 0.8, -0.9, 0.5]
    [Differentiable(Order = 2)]
    public static double Layout(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        using var arena = Arena.Enter();
        Span<double> diagonal = arena.Allocate<double>(2), matrix = arena.Allocate<double>(9), product = arena.Allocate<double>(36), norm = arena.Allocate<double>(1);
        LinearAlgebra.Diagonals(a, diagonal, 2, 3, 1);
        LinearAlgebra.DiagonalMatrices(diagonal, matrix, 2, -1);
        LinearAlgebra.Kronecker(matrix, b, product, 3, 3, 2, 2);
        LinearAlgebra.Norms(product, norm, 36);
        return norm[0] * a[0] * product[6];
    }

    // check: [1.25f, -0.25f, 0.75f, 2f]
    [Differentiable]
    public static float InSingle(ReadOnlySpan<float> a)
    {
        Span<float> rows = stackalloc float[4], numbers = stackalloc float[2];
        LinearAlgebra.Softmax(a, rows, 2);
        LinearAlgebra.LogSumExps(rows, numbers, 2);
        return numbers[0] * numbers[1];
    }
}
