using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>
/// Exponentials with their derivatives in given directions, and the derivatives of these: of the block matrix B of rows A, E and 0, A the
/// exponential has the rows exp A, L and 0, exp A, where L is the derivative in the direction of E; so its derivative has theirs.
/// </summary>
internal static class ExponentialTangents
{
    /// <summary>Writes exp A and Fréchet's derivative of exp at A in the direction of E.</summary>
    public static void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> direction, Span<T> exponential, Span<T> tangent, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedExponential.WithTangent(a, direction, exponential, tangent, n);

    [DerivativeOf(typeof(ExponentialTangents), nameof(Compute), Mode = DerivativeMode.Vjp)]
    public static void ComputeVjp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> direction, Span<T> exponential, Span<T> tangent, int n,
        Span<T> exponentialBar, Span<T> tangentBar, Span<T> da, Span<T> dDirection)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Compute(a, direction, exponential, tangent, n);
        da.Clear();
        dDirection.Clear();
        using var arena = Arena.Enter();
        long size = 4L * n * n;
        Span<T> blocks = arena.Allocate<T>(size), transposed = arena.Allocate<T>(size), along = arena.AllocateZeroed<T>(size);
        Span<T> value = arena.Allocate<T>(size), change = arena.Allocate<T>(size);
        for (int i = 0; i * n * n < tangent.Length; i++)
        {
            // L is divided as E is, so its cotangent is multiplied. What else there is in the blocks of the exponential has none.
            int exponent = ExponentialBlocks.Fill(ExponentialBlocks.Matrix(a, n, i), ExponentialBlocks.Matrix(direction, n, i), blocks, n);
            ExponentialBlocks.Put(ExponentialBlocks.Matrix<T>(exponentialBar, n, i), along, n, 0, 0, 0);
            ExponentialBlocks.Put(ExponentialBlocks.Matrix<T>(tangentBar, n, i), along, n, 0, 1, exponent);
            LinearAlgebra.Transpose<T>(blocks, transposed, 2 * n, 2 * n);
            Compute<T>(transposed, along, value, change, 2 * n);
            ExponentialBlocks.AddTo(change, ExponentialBlocks.Matrix(da, n, i), n, 0, 0, 0);
            ExponentialBlocks.AddTo(change, ExponentialBlocks.Matrix(da, n, i), n, 1, 1, 0);
            ExponentialBlocks.AddTo(change, ExponentialBlocks.Matrix(dDirection, n, i), n, 0, 1, -exponent);
        }

        exponentialBar.Clear();
        tangentBar.Clear();
    }

    [DerivativeOf(typeof(ExponentialTangents), nameof(Compute), Mode = DerivativeMode.Jvp)]
    public static void ComputeJvp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> direction, Span<T> exponential, Span<T> tangent, int n,
        ReadOnlySpan<T> aDot, ReadOnlySpan<T> directionDot, Span<T> exponentialDot, Span<T> tangentDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Compute(a, direction, exponential, tangent, n);
        exponentialDot.Clear();
        tangentDot.Clear();
        using var arena = Arena.Enter();
        long size = 4L * n * n;
        Span<T> blocks = arena.Allocate<T>(size), along = arena.AllocateZeroed<T>(size);
        Span<T> value = arena.Allocate<T>(size), change = arena.Allocate<T>(size);
        for (int i = 0; i * n * n < tangent.Length; i++)
        {
            int exponent = ExponentialBlocks.Fill(ExponentialBlocks.Matrix(a, n, i), ExponentialBlocks.Matrix(direction, n, i), blocks, n);
            ExponentialBlocks.Put(ExponentialBlocks.Matrix(aDot, n, i), along, n, 0, 0, 0);
            ExponentialBlocks.Put(ExponentialBlocks.Matrix(directionDot, n, i), along, n, 0, 1, -exponent);
            ExponentialBlocks.Put(ExponentialBlocks.Matrix(aDot, n, i), along, n, 1, 1, 0);
            Compute<T>(blocks, along, value, change, 2 * n);
            ExponentialBlocks.AddTo(change, ExponentialBlocks.Matrix(exponentialDot, n, i), n, 0, 0, 0);
            ExponentialBlocks.AddTo(change, ExponentialBlocks.Matrix(tangentDot, n, i), n, 0, 1, exponent);
        }
    }
}
