using System.ComponentModel;
using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>
/// The derivatives of <see cref="LinearAlgebra.Determinant"/>, as rules: the cofactors of the matrix, which are right where it is singular,
/// and so are their derivatives.
/// </summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class DeterminantRules
{
    /// <summary>The determinants, and the gradient of the matrices.</summary>
    /// <inheritdoc cref="DeterminantBackward"/>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Determinant), Mode = DerivativeMode.Vjp)]
    public static void DeterminantVjp<T>(ReadOnlySpan<T> a, Span<T> determinants, int n, Span<T> determinantsBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Determinant(a, determinants, n);
        da.Clear();
        AddCofactors(a, n, determinantsBar, da);
        determinantsBar.Clear();
    }

    /// <summary>The determinants and their tangents.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="determinants">Takes their determinants.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="determinantsDot">Takes the tangents of the determinants.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Determinant), Mode = DerivativeMode.Jvp)]
    public static void DeterminantJvp<T>(
        ReadOnlySpan<T> a, Span<T> determinants, int n, ReadOnlySpan<T> aDot, Span<T> determinantsDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Determinant(a, determinants, n);
        TakeSlopes(a, n, aDot, determinantsDot);
    }

    /// <summary>The determinants: the backward sweep needs nothing but the matrices.</summary>
    /// <inheritdoc cref="DeterminantBackward"/>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Determinant), Mode = DerivativeMode.Forward)]
    public static void DeterminantForward<T>(ReadOnlySpan<T> a, Span<T> determinants, int n, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.Determinant(a, determinants, n);

    /// <summary>Adds the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="determinants">Their determinants.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="determinantsBar">Cotangent of the determinants; zero on return.</param>
    /// <param name="da">Gradient of <paramref name="a"/>.</param>
    /// <param name="tape">The tape.</param>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Determinant), Mode = DerivativeMode.Backward)]
    public static void DeterminantBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> determinants, int n, Span<T> determinantsBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddCofactors(a, n, determinantsBar, da);
        determinantsBar.Clear();
    }

    /// <summary>Adds the cofactors of matrices, times a number for each.</summary>
    internal static void AddCofactors<T>(ReadOnlySpan<T> a, int n, ReadOnlySpan<T> factors, Span<T> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedDeterminant.AddCofactors(a, n, factors, sums, ofLogarithm: false);

    /// <summary>What determinants change by where matrices change by W: the products of W and the cofactors, element by element, added up.</summary>
    internal static void TakeSlopes<T>(ReadOnlySpan<T> a, int n, ReadOnlySpan<T> w, Span<T> slopes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> ones = arena.Allocate<T>(slopes.Length), cofactors = arena.AllocateZeroed<T>((long)slopes.Length * n * n);
        ones.Fill(T.One);
        if (a.Length == n * n && slopes.Length > 1)
        {
            AddCofactors(a, n, ones[..1], cofactors[..a.Length]);
            TakeDots(cofactors[..a.Length], w, slopes[..1]);
            slopes[1..].Fill(slopes[0]);
            return;
        }

        AddCofactors(a, n, ones, cofactors);
        TakeDots(cofactors, w, slopes);
    }

    /// <summary>The sum of the products of the elements of two matrices, for each of two batches.</summary>
    internal static void TakeDots<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dots)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int size = dots.Length == 0 ? 0 : x.Length / dots.Length;
        for (int i = 0; i < dots.Length; i++)
        {
            T sum = T.Zero;
            for (int j = 0; j < size; j++)
            {
                sum += x[(i * size) + j] * y[(i * size) + j];
            }

            dots[i] = sum;
        }
    }
}
