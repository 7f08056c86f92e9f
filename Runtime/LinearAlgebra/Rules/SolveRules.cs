using System.ComponentModel;
using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

/// <summary>The derivatives of <see cref="LinearAlgebra.Solve"/>, as rules: for X = A⁻¹ B and its cotangent G, B̄ = A⁻ᵀ G and Ā = −B̄ Xᵀ.</summary>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class SolveRules
{
    private const string Frame = "StaticAd.LinearAlgebra.Solve";

    /// <summary>The solutions, and the gradients of matrices and right-hand sides.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="b">The right-hand sides.</param>
    /// <param name="x">Takes the solutions.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side.</param>
    /// <param name="xBar">Cotangent of the solutions; zero on return.</param>
    /// <param name="da">Takes the gradient of <paramref name="a"/>.</param>
    /// <param name="db">Takes the gradient of <paramref name="b"/>.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Solve), Mode = DerivativeMode.Vjp)]
    public static void SolveVjp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, Span<T> xBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SolveAndPull(a, b, x, n, columns, xBar, da, db);
        xBar.Clear();
    }

    /// <summary>The solutions and their tangents: Ẋ = A⁻¹ (Ḃ − Ȧ X).</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="b">The right-hand sides.</param>
    /// <param name="x">Takes the solutions.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side.</param>
    /// <param name="aDot">Tangents of <paramref name="a"/>.</param>
    /// <param name="bDot">Tangents of <paramref name="b"/>.</param>
    /// <param name="xDot">Takes the tangents of the solutions.</param>
    [Differentiable]
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Solve), Mode = DerivativeMode.Jvp)]
    public static void SolveJvp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, ReadOnlySpan<T> aDot, ReadOnlySpan<T> bDot, Span<T> xDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Solve(a, b, x, n, columns);
        using var arena = Arena.Enter();
        Span<T> change = arena.Allocate<T>(x.Length);
        LinearAlgebra.Multiply(aDot, x, change, n, n, columns);
        Scaling.Negate(change);
        LinearAlgebra.Accumulate(bDot, change, bDot.Length);
        LinearAlgebra.Solve(a, change, xDot, n, columns);
    }

    /// <summary>The solutions. What has large matrices keeps their factors on the tape; small ones are factored again, in lanes, which is less work than reading them.</summary>
    /// <inheritdoc cref="SolveBackward"/>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Solve), Mode = DerivativeMode.Forward)]
    public static void SolveForward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var recording = tape.Record(Frame);
        Systems systems = Systems.Check(a, b, x, n, columns, nameof(a));
        if (IsKept(n, columns, systems.Count))
        {
            Span<T> memory = recording.Allocate<T>(a.Length + (a.Length / n));
            LinearAlgebra.FactorLu(a, memory, n).Solve(b, x, columns);
        }
        else
        {
            Failure.ThrowUnlessRegular(BatchedSolve.Try(a, b, x, n, columns, ResultUse.Written, out int failed), failed);
        }

        recording.Complete();
    }

    /// <summary>Adds the gradients of matrices and right-hand sides.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <param name="b">The right-hand sides.</param>
    /// <param name="x">The solutions.</param>
    /// <param name="n">Rows and columns of a matrix.</param>
    /// <param name="columns">Columns of a right-hand side.</param>
    /// <param name="xBar">Cotangent of the solutions; zero on return.</param>
    /// <param name="da">Gradient of <paramref name="a"/>.</param>
    /// <param name="db">Gradient of <paramref name="b"/>.</param>
    /// <param name="tape">The tape.</param>
    [DerivativeOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Solve), Mode = DerivativeMode.Backward)]
    public static void SolveBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> x, int n, int columns, Span<T> xBar, Span<T> da, Span<T> db, Tape tape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var replay = tape.Replay(Frame);
        if (IsKept(n, columns, x.Length == 0 ? 0 : x.Length / n / columns))
        {
            new LuFactorization<T>(replay.Recall<T>(), n).AddGradients(x, xBar, da, db, columns);
        }
        else
        {
            BatchedSolve.AddGradients(a, x, xBar, da, db, n, columns);
        }

        xBar.Clear();
    }

    // What it computes is differentiated as the operations that it consists of.
    internal static void SolveAndPull<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, ReadOnlySpan<T> xBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Systems systems = Systems.Check(a, b, x, n, columns, nameof(a));
        using var arena = Arena.Enter();
        da.Clear();
        db.Clear();
        if (IsKept(n, columns, systems.Count))
        {
            LuFactorization<T> factors = LinearAlgebra.FactorLu(a, arena.Allocate<T>(a.Length + (a.Length / n)), n);
            factors.Solve(b, x, columns);
            factors.AddGradients(x, xBar, da, db, columns);
        }
        else
        {
            LinearAlgebra.Solve(a, b, x, n, columns);
            BatchedSolve.AddGradients(a, x, xBar, da, db, n, columns);
        }
    }

    [DerivativeOf(typeof(SolveRules), nameof(SolveAndPull), Mode = DerivativeMode.Vjp)]
    internal static void SolveAndPullVjp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, ReadOnlySpan<T> xBar, Span<T> da, Span<T> db,
        Span<T> xBarOfX, Span<T> daBar, Span<T> dbBar, Span<T> dA, Span<T> dB, Span<T> dXBar)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SolveAndPullInStepsVjp(a, b, x, n, columns, xBar, da, db, xBarOfX, daBar, dbBar, dA, dB, dXBar);

    [DerivativeOf(typeof(SolveRules), nameof(SolveAndPull), Mode = DerivativeMode.Jvp)]
    internal static void SolveAndPullJvp<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, ReadOnlySpan<T> xBar, Span<T> da, Span<T> db,
        ReadOnlySpan<T> aDot, ReadOnlySpan<T> bDot, Span<T> xDot, ReadOnlySpan<T> xBarDot, Span<T> daDot, Span<T> dbDot)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SolveAndPullInStepsJvp(a, b, x, n, columns, xBar, da, db, aDot, bDot, xDot, xBarDot, daDot, dbDot);

    [Differentiable]
    internal static void SolveAndPullInSteps<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> x, int n, int columns, ReadOnlySpan<T> xBar, Span<T> da, Span<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LinearAlgebra.Solve(a, b, x, n, columns);
        using var arena = Arena.Enter();
        Span<T> transposed = arena.Allocate<T>(a.Length);
        LinearAlgebra.Transpose(a, transposed, n, n);
        Span<T> gradient = arena.Allocate<T>(x.Length);
        LinearAlgebra.Solve(transposed, xBar, gradient, n, columns);
        db.Clear();
        LinearAlgebra.Accumulate(gradient, db, db.Length);
        Scaling.Negate(gradient);
        da.Clear();
        LinearAlgebra.MultiplyAdd(gradient, x, da, n, columns, n, transposeB: true);
    }

    private static bool IsKept(int n, int columns, int count) => count > 0 && !LaneSizes.PayInFactors(Math.Max(n, columns), count);
}
