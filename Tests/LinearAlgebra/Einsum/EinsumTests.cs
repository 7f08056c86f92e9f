using StaticAd.CompilerServices;
using StaticAd.Tests.Runtime.Memory;
using Xunit;

namespace StaticAd.Tests.Linear;

public sealed class EinsumTests
{
    [Theory]
    [MemberData(nameof(EinsumCases.Numbers), MemberType = typeof(EinsumCases))]
    public void ItIsTheSumOfProducts(int number)
    {
        (string equation, int[] sizes) = EinsumCases.All[number];
        double[][] operands = EinsumCases.Operands(equation, sizes, number);
        double[] expected = NaiveEinsum.Of(equation, sizes, operands), result = Close.Filled(expected.Length, double.NaN);
        EinsumCases.Run(equation, sizes, operands, result);
        Close.Assert(expected, result, 1e-13 * sizes.Aggregate(1, static (product, size) => product * Math.Max(1, size)), equation);
    }

    [Theory]
    [MemberData(nameof(EinsumCases.Numbers), MemberType = typeof(EinsumCases))]
    public void TangentsAreSumsOfTheSameKindAndGradientsTheirAdjoint(int number)
    {
        (string equation, int[] sizes) = EinsumCases.All[number];
        double[][] operands = EinsumCases.Operands(equation, sizes, number), dots = EinsumCases.Operands(equation, sizes, number + 1000);
        double[] expected = new double[NaiveEinsum.Length(equation, operands.Length, sizes)];
        for (int k = 0; k < operands.Length; k++)
        {
            double[][] mixed = [.. operands];
            mixed[k] = dots[k];
            expected = [.. expected.Zip(NaiveEinsum.Of(equation, sizes, mixed), static (x, y) => x + y)];
        }

        double[] result = new double[expected.Length], tangent = Close.Filled(expected.Length, double.NaN), bar = Naive.Random(new Random(number), expected.Length);
        double[][] gradients = [.. operands.Select(static operand => Close.Filled(operand.Length, double.NaN))];
        int[] terms = NaiveEinsum.Numbers(equation);
        Jvp(operands, dots, sizes, terms, result, tangent);
        double tolerance = 1e-13 * sizes.Aggregate(4, static (product, size) => product * Math.Max(1, size));
        Close.Assert(expected, tangent, tolerance, equation);
        double forward = bar.Zip(tangent, static (x, y) => x * y).Sum();
        Vjp(operands, sizes, terms, result, [.. bar], gradients);
        double reverse = gradients.Zip(dots, static (g, t) => g.Zip(t, static (x, y) => x * y).Sum()).Sum();
        Assert.Equal(forward, reverse, tolerance);
    }

    [Fact]
    public void EquationsAsTheyComeAreSumsOfProducts()
    {
        var random = new Random(17);
        for (int i = 0; i < 500; i++)
        {
            string Term() => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => (char)('a' + random.Next(5))));
            string[] operandTerms = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Term())];
            string equation = $"{string.Join(',', operandTerms)}->{Term()}";
            int[] sizes = [.. NaiveEinsum.Indices(equation).Select(_ => random.Next(30) == 0 ? 0 : 1 + random.Next(5))];
            double[][] operands = EinsumCases.Operands(equation, sizes, i);
            double[] expected = NaiveEinsum.Of(equation, sizes, operands), result = Close.Filled(expected.Length, double.NaN);
            EinsumCases.Run(equation, sizes, operands, result);
            Close.Assert(expected, result, 1e-11, $"{equation} of {string.Join(' ', sizes)}");
        }
    }

    [Fact]
    public void SinglePrecisionIsTheSame()
    {
        float[] a = [1, 2, 3, 4, 5, 6], b = [1, 0, 2, -1, 3, 1], c = new float[4];
        LinearAlgebra.Einsum("ij,jk->ik", a, b, c, 2, 3, 2);
        Assert.Equal([14, 1, 32, 1], c);
    }

    [Theory]
    [InlineData("ij,jk", "it has no '->', behind which the indices of the result stand")]
    [InlineData("ij->jk->ik", "it has more than one '->'")]
    [InlineData("ij->i,j", "it has a ',' behind the '->', but there is one result")]
    [InlineData("i1,1j->ij", "'1' is not an index: they are letters, 'a' to 'z' and 'A' to 'Z'")]
    [InlineData("i>j", "'>' is not an index: they are letters, 'a' to 'z' and 'A' to 'Z'")]
    [InlineData("ij->i", "it speaks of one operand, and there are 2")]
    [InlineData("i,j,k->i", "it speaks of 3 operands, and there are 2")]
    [InlineData("abcde,fghij->", "it has more than nine indices")]
    [InlineData("aaaaaaaaaa,b->", "a term has more than nine indices")]
    public void AnEquationThatIsNoneIsSaidToBe(string equation, string fault)
    {
        double[] a = new double[4], b = new double[4], result = [7];
        ArgumentException thrown = Assert.Throws<ArgumentException>("equation", () => LinearAlgebra.Einsum(equation, a, b, result, 2, 2));
        Assert.Contains(fault, thrown.Message, StringComparison.Ordinal);
        Assert.Equal([7], result);
    }

    [Fact]
    public void WhatDoesNotFitIsNamedBeforeAnythingIsWritten()
    {
        double[] a = new double[6], b = new double[6], c = [1, 2, 3, 4], six = new double[6];
        Assert.Throws<ArgumentNullException>("equation", () => LinearAlgebra.Einsum(null!, a, c, 2));
        Assert.Throws<ArgumentException>("a", () => LinearAlgebra.Einsum("ij,jk->ik", a[..5], b, c, 2, 3, 2));
        Assert.Throws<ArgumentException>("b", () => LinearAlgebra.Einsum("ij,jk->ik", a, b[..5], c, 2, 3, 2));
        Assert.Throws<ArgumentException>("result", () => LinearAlgebra.Einsum("ij,jk->ik", a, b, c.AsSpan(0, 3), 2, 3, 2));
        Assert.Throws<ArgumentException>("result", () => LinearAlgebra.Einsum("ij->ji", six, six, 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>("sizes", () => LinearAlgebra.Einsum("ij,jk->ik", a, b, c, 2, -3, 2));
        ArgumentException sizes = Assert.Throws<ArgumentException>("sizes", () => LinearAlgebra.Einsum("ij,jk->ik", a, b, c, 2, 3));
        Assert.Contains("it has the indices i, j, k, and 2 sizes are given", sizes.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3, 4], c);
    }

    [Fact]
    public void NothingIsAllocatedOnTheManagedHeap()
    {
        double[] a = new double[9 * 144], b = new double[9 * 144], c = new double[9 * 144], small = new double[9 * 9];
        long bytes = AllocationMeter.BytesAfterWarmUp(() =>
        {
            LinearAlgebra.Einsum("bij,bjk->bik", a, b, c, 9, 12, 12, 12);
            LinearAlgebra.Einsum("bij,kjb->bik", a, b, c, 9, 12, 12, 12);
            LinearAlgebra.Einsum("bij,bjk->bik", small, small.AsSpan(), c.AsSpan(0, 81), 9, 3, 3, 3);
            LinearAlgebra.Einsum("bij,bjk,bkl->bil", a, a, b, c, 9, 12, 12, 12, 12);
            LinearAlgebra.Einsum("bij->bji", a, c, 9, 12, 12);
        });
        Assert.Equal(0, bytes);
    }

    private static void Jvp(double[][] operands, double[][] dots, int[] sizes, int[] terms, double[] result, double[] tangent)
    {
        switch (operands)
        {
            case [var a]:
                EinsumRules.ContractJvp<double>(a, result, sizes, terms[0], terms[1], dots[0], tangent);
                break;
            case [var a, var b]:
                EinsumRules.ContractJvp<double>(a, b, result, sizes, terms[0], terms[1], terms[2], dots[0], dots[1], tangent);
                break;
            case [var a, var b, var c]:
                EinsumRules.ContractJvp<double>(a, b, c, result, sizes, terms[0], terms[1], terms[2], terms[3], dots[0], dots[1], dots[2], tangent);
                break;
        }
    }

    private static void Vjp(double[][] operands, int[] sizes, int[] terms, double[] result, double[] bar, double[][] d)
    {
        switch (operands)
        {
            case [var a]:
                EinsumRules.ContractVjp<double>(a, result, sizes, terms[0], terms[1], bar, d[0]);
                break;
            case [var a, var b]:
                EinsumRules.ContractVjp<double>(a, b, result, sizes, terms[0], terms[1], terms[2], bar, d[0], d[1]);
                break;
            case [var a, var b, var c]:
                EinsumRules.ContractVjp<double>(a, b, c, result, sizes, terms[0], terms[1], terms[2], terms[3], bar, d[0], d[1], d[2]);
                break;
        }
    }
}
