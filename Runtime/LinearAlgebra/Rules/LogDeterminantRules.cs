using System.ComponentModel;
using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>
/// The derivatives of <see cref="LinearAlgebra.SignAndLogDeterminant"/>, as rules: for the logarithm and its cotangent g, Ā = g A⁻ᵀ. Where A is
/// singular that is infinite, and not a number where a cofactor is zero. The sign has derivative 0.
/// </summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class LogDeterminantRules
{
    /// <summary>Signs and logarithms, and the gradient of the matrices.</summary>
    /// <inheritdoc cref="SignAndLogDeterminantBackward"/>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SignAndLogDeterminant), Mode = DerivativeMode.Vjp)]
    public static void SignAndLogDeterminantVjp<T>(
        ReadOnlySpan<T> a, Span<T> signs, Span<T> logs, int n, Span<T> signsBar, Span<T> logsBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.SignAndLogDeterminant(a, signs, logs, n);
        da.Clear();
        AddTransposedInverses(a, n, logsBar, da);
        signsBar.Clear();
        logsBar.Clear();
    }

    /// <summary>Signs, logarithms and their tangents.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="signs">Takes the signs of their determinants.</param>
    /// <param name="logs">Takes the logarithms of these.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="signsDot">Takes the tangents of the signs, which are 0.</param>
    /// <param name="logsDot">Takes the tangents of the logarithms.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SignAndLogDeterminant), Mode = DerivativeMode.Jvp)]
    public static void SignAndLogDeterminantJvp<T>(
        ReadOnlySpan<T> a, Span<T> signs, Span<T> logs, int n, ReadOnlySpan<T> aDot, Span<T> signsDot, Span<T> logsDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.SignAndLogDeterminant(a, signs, logs, n);
        signsDot.Clear();
        using var arena = Arena.Enter();
        Span<T> inverses = arena.AllocateZeroed<T>(a.Length), ones = arena.Allocate<T>(logs.Length);
        bool isOne = a.Length == n * n;
        for (int i = 0; i < ones.Length; i++)
        {
            // The inverse of one matrix for all is taken once.
            ones[i] = isOne && i > 0 ? T.Zero : T.One;
        }

        AddTransposedInverses(a, n, ones, inverses);
        int step = isOne ? 0 : n * n;
        for (int i = 0; i < logs.Length; i++)
        {
            T sum = T.Zero;
            for (int j = 0; j < n * n; j++)
            {
                sum += inverses[(i * step) + j] * aDot[(i * step) + j];
            }

            logsDot[i] = sum;
        }
    }

    /// <summary>Signs and logarithms: the backward sweep needs nothing but the matrices.</summary>
    /// <inheritdoc cref="SignAndLogDeterminantBackward"/>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SignAndLogDeterminant), Mode = DerivativeMode.Forward)]
    public static void SignAndLogDeterminantForward<T>(ReadOnlySpan<T> a, Span<T> signs, Span<T> logs, int n, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LinearAlgebra.SignAndLogDeterminant(a, signs, logs, n);

    /// <summary>Adds the gradient of the matrices.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="signs">The signs of their determinants.</param>
    /// <param name="logs">The logarithms of these.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="signsBar">Cotangent of the signs, without effect; zero on return.</param>
    /// <param name="logsBar">Cotangent of the logarithms; zero on return.</param>
    /// <param name="da">Gradient of <paramref name="a"/>.</param>
    /// <param name="tape">The tape.</param>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SignAndLogDeterminant), Mode = DerivativeMode.Backward)]
    public static void SignAndLogDeterminantBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> signs, ReadOnlySpan<T> logs, int n, Span<T> signsBar, Span<T> logsBar, Span<T> da, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AddTransposedInverses(a, n, logsBar, da);
        signsBar.Clear();
        logsBar.Clear();
    }

    // One sweep over memory, which does with singular matrices; what it computes is differentiated as the operations that it consists of.
    internal static void AddTransposedInverses<T>(ReadOnlySpan<T> a, int n, ReadOnlySpan<T> factors, Span<T> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        BatchedDeterminant.AddCofactors(a, n, factors, sums, ofLogarithm: true);

    [DerivativeOf(typeof(LogDeterminantRules), nameof(AddTransposedInverses), Mode = DerivativeMode.Vjp)]
    internal static void AddTransposedInversesVjp<T>(
        ReadOnlySpan<T> a, int n, ReadOnlySpan<T> factors, Span<T> sums, Span<T> sumsBar, Span<T> da, Span<T> dFactors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        AddTransposedInversesInStepsVjp(a, n, factors, sums, sumsBar, da, dFactors);

    [DerivativeOf(typeof(LogDeterminantRules), nameof(AddTransposedInverses), Mode = DerivativeMode.Jvp)]
    internal static void AddTransposedInversesJvp<T>(
        ReadOnlySpan<T> a, int n, ReadOnlySpan<T> factors, Span<T> sums, ReadOnlySpan<T> aDot, ReadOnlySpan<T> factorsDot, Span<T> sumsDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        AddTransposedInversesInStepsJvp(a, n, factors, sums, aDot, factorsDot, sumsDot);

    [Differentiable]
    internal static void AddTransposedInversesInSteps<T>(ReadOnlySpan<T> a, int n, ReadOnlySpan<T> factors, Span<T> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> inverses = arena.Allocate<T>(a.Length);
        LinearAlgebra.Inverse(a, inverses, n);
        int step = a.Length == n * n ? 0 : n * n;
        for (int m = 0; m < factors.Length; m++)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    sums[(m * step) + (i * n) + j] += factors[m] * inverses[(m * step) + (j * n) + i];
                }
            }
        }
    }
}
