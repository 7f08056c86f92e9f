using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of the derivatives of determinants: how cofactors change is a symmetric form, which serves all directions.</summary>
internal static class CofactorRules
{
    [DerivativeOf(typeof(DeterminantRules), nameof(DeterminantRules.AddCofactors), Mode = DerivativeMode.Vjp)]
    internal static void AddCofactorsVjp<T>(
        ReadOnlySpan<T> a, int n, ReadOnlySpan<T> factors, Span<T> sums, Span<T> sumsBar, Span<T> da, Span<T> dFactors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        DeterminantRules.AddCofactors(a, n, factors, sums);
        da.Clear();
        BatchedDeterminant.AddCofactorChanges(a, n, sumsBar, factors, da);
        DeterminantRules.TakeSlopes(a, n, sumsBar, dFactors);
    }

    [DerivativeOf(typeof(DeterminantRules), nameof(DeterminantRules.AddCofactors), Mode = DerivativeMode.Jvp)]
    internal static void AddCofactorsJvp<T>(
        ReadOnlySpan<T> a, int n, ReadOnlySpan<T> factors, Span<T> sums, ReadOnlySpan<T> aDot, ReadOnlySpan<T> factorsDot, Span<T> sumsDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        DeterminantRules.AddCofactors(a, n, factors, sums);
        DeterminantRules.AddCofactors(a, n, factorsDot, sumsDot);
        BatchedDeterminant.AddCofactorChanges(a, n, aDot, factors, sumsDot);
    }

    [DerivativeOf(typeof(DeterminantRules), nameof(DeterminantRules.TakeSlopes), Mode = DerivativeMode.Vjp)]
    internal static void TakeSlopesVjp<T>(
        ReadOnlySpan<T> a, int n, ReadOnlySpan<T> w, Span<T> slopes, Span<T> slopesBar, Span<T> da, Span<T> dw)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        DeterminantRules.TakeSlopes(a, n, w, slopes);
        da.Clear();
        BatchedDeterminant.AddCofactorChanges(a, n, w, slopesBar, da);
        dw.Clear();
        DeterminantRules.AddCofactors(a, n, slopesBar, dw);
        slopesBar.Clear();
    }

    [DerivativeOf(typeof(DeterminantRules), nameof(DeterminantRules.TakeSlopes), Mode = DerivativeMode.Jvp)]
    internal static void TakeSlopesJvp<T>(
        ReadOnlySpan<T> a, int n, ReadOnlySpan<T> w, Span<T> slopes, ReadOnlySpan<T> aDot, ReadOnlySpan<T> wDot, Span<T> slopesDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        DeterminantRules.TakeSlopes(a, n, w, slopes);
        DeterminantRules.TakeSlopes(a, n, wDot, slopesDot);
        using var arena = Arena.Enter();
        int own = a.Length == n * n ? Math.Min(1, slopes.Length) : slopes.Length;
        Span<T> ones = arena.Allocate<T>(own), changes = arena.AllocateZeroed<T>(a.Length), dots = arena.Allocate<T>(own);
        ones.Fill(T.One);
        BatchedDeterminant.AddCofactorChanges(a, n, aDot, ones, changes);
        DeterminantRules.TakeDots(changes, w, dots);
        LinearAlgebra.Accumulate(dots, slopesDot, dots.Length);
    }
}
