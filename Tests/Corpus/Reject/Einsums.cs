using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class RejectedEinsums
{
    [Differentiable]
    public static void OfAnArgument(string equation, ReadOnlySpan<double> a, Span<double> y) =>
        LinearAlgebra.Einsum(equation, a, y, 2, 2); // expect: SAD0044

    [Differentiable]
    public static void WithoutResult(ReadOnlySpan<double> a, Span<double> y) =>
        LinearAlgebra.Einsum("ij", a, y, 2, 2); // expect: SAD0044

    [Differentiable]
    public static void WithDots(ReadOnlySpan<double> a, Span<double> y) =>
        LinearAlgebra.Einsum("...ij->...ji", a, y, 2, 2); // expect: SAD0044

    [Differentiable]
    public static void OfTwoOperands(ReadOnlySpan<double> a, Span<double> y) =>
        LinearAlgebra.Einsum("ij,jk->ik", a, y, 2, 2, 2); // expect: SAD0044

    [Differentiable]
    public static void WithTooFewSizes(ReadOnlySpan<double> a, Span<double> y) =>
        LinearAlgebra.Einsum("ij,jk->ik", a, a, y, 2, 2); // expect: SAD0044

    [Differentiable]
    public static void WithTooManyIndices(ReadOnlySpan<double> a, Span<double> y) =>
        LinearAlgebra.Einsum("abcdefghi,j->", a, a, y, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1); // expect: SAD0044

    [Differentiable]
    public static void InAHelper(ReadOnlySpan<double> a, Span<double> y) => Helper(a, y, "ij->ji"); // expect: SAD0021

    private static void Helper(ReadOnlySpan<double> a, Span<double> y, string equation) => LinearAlgebra.Einsum(equation, a, y, 2, 2);
}
