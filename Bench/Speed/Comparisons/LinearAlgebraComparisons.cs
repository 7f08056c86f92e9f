using StaticAd.Speed.HandWritten;
using StaticAd.Speed.Measurement;

namespace StaticAd.Speed.Comparisons;

/// <summary>Batches of matrices: an operation and its pullback, beside the operation alone.</summary>
internal static class LinearAlgebraComparisons
{
    private static readonly (int N, int Count)[] s_sizes = [(3, 2), (3, 10000), (8, 1000), (32, 100), (128, 16), (512, 1)];

    public static IEnumerable<Comparison> All =>
    [
        .. s_sizes.Select(static size => new Comparison(
            $"matrix expression {size.Count} × ({size.N}×{size.N}): gradient ÷ value", () => Expression(size.N, size.Count), Goal: 4)),
        .. s_sizes.Where(static size => size.N < 32).Select(static size => new Comparison(
            $"matrix expression {size.Count} × ({size.N}×{size.N}): gradient in one sweep ÷ operation by operation", () => OneSweep(size.N, size.Count), Goal: 1)),
        new("inverse 10000 × (3×3): forward and backward ÷ forward", InverseOverForward, Goal: 3),
        new("inverse 10000 × (3×3): forward and backward ÷ hand-written, unrolled", InverseOverHandWritten),
        new("solve 10000 × (3×3): forward and backward ÷ forward", () => Solve(3, 10000), Goal: 4),
        new("solve 1 × (512×512): forward and backward ÷ forward", () => Solve(512, 1), Goal: 3),
        new("Cholesky 1000 × (8×8): forward and backward ÷ forward", Cholesky, Goal: 4),
        new("matmul 1 × (512×512): forward and backward ÷ forward", Multiply, Goal: 3.5),
        .. new[] { (128, 16), (512, 1) }.Select(static size => new Comparison(
            $"matrix expression {size.Item2} × ({size.Item1}×{size.Item1}): gradient on two threads ÷ on one", () => TwoThreads(size.Item1, size.Item2), Goal: 1)),
    ];

    private static Contenders Expression(int n, int count)
    {
        double[] a = Cotangents(n * n * count), b = Regular(n, count), da = new double[a.Length], db = new double[a.Length];
        return new(
            Candidate.Of(() => BatchedMatrices.ExpressionValueAndGradient(new(a, n, n), new(b, n, n), da, db)),
            Candidate.Of(() =>
            {
                using var arena = Arena.Enter();
                BatchedMatrices.Expression(new(a, n, n), new(b, n, n));
            }));
    }

    /// <summary>The gradient tries the one sweep first; the pullback with cotangent 1, which is the same, does not.</summary>
    private static Contenders OneSweep(int n, int count)
    {
        double[] a = Cotangents(n * n * count), b = Regular(n, count), da = new double[a.Length], db = new double[a.Length];
        return new(
            Candidate.Of(() => BatchedMatrices.ExpressionValueAndGradient(new(a, n, n), new(b, n, n), da, db)),
            Candidate.Of(() => BatchedMatrices.ExpressionVjp(new(a, n, n), new(b, n, n), 1, da, db)));
    }

    private static Contenders TwoThreads(int n, int count)
    {
        double[] a = Cotangents(n * n * count), b = Regular(n, count), da = new double[a.Length], db = new double[a.Length];
        Candidate On(int threads) => Candidate.Of(() =>
        {
            LinearAlgebra.Threads = threads;
            BatchedMatrices.ExpressionValueAndGradient(new(a, n, n), new(b, n, n), da, db);
            LinearAlgebra.Threads = 1;
        });
        return new(On(2), On(1));
    }

    private static Contenders InverseOverForward()
    {
        double[] a = Regular(3, 10000), y = new double[a.Length], g = Cotangents(a.Length), taken = new double[a.Length], da = new double[a.Length];
        return new(
            Candidate.Of(() =>
            {
                g.CopyTo(taken, 0);
                BatchedMatrices.InverseVjp(a, y, 3, taken, da);
            }),
            Candidate.Of(() => BatchedMatrices.Inverse(a, y, 3)));
    }

    private static Contenders InverseOverHandWritten()
    {
        double[] a = Regular(3, 10000), y = new double[a.Length], g = Cotangents(a.Length), taken = new double[a.Length];
        double[] da = new double[a.Length], byHand = new double[a.Length];
        var contenders = new Contenders(
            Candidate.Of(() =>
            {
                g.CopyTo(taken, 0);
                BatchedMatrices.InverseVjp(a, y, 3, taken, da);
            }),
            Candidate.Of(() => HandWrittenInverse.ForwardAndBackward(a, y, g, byHand)));
        contenders.Measured.Run(1);
        contenders.Baseline.Run(1);
        Agreement.Require("inverse", da, byHand);
        return contenders;
    }

    private static Contenders Solve(int n, int count)
    {
        double[] a = Regular(n, count), b = Cotangents(a.Length), x = new double[a.Length], g = Cotangents(a.Length), taken = new double[a.Length];
        double[] da = new double[a.Length], db = new double[a.Length];
        return new(
            Candidate.Of(() =>
            {
                g.CopyTo(taken, 0);
                BatchedMatrices.SolveVjp(a, b, x, n, n, taken, da, db);
            }),
            Candidate.Of(() => BatchedMatrices.Solve(a, b, x, n, n)));
    }

    private static Contenders Cholesky()
    {
        double[] a = Definite(8, 1000), factor = new double[a.Length], g = Cotangents(a.Length), taken = new double[a.Length], da = new double[a.Length];
        return new(
            Candidate.Of(() =>
            {
                g.CopyTo(taken, 0);
                BatchedMatrices.CholeskyVjp(a, factor, 8, taken, da);
            }),
            Candidate.Of(() => BatchedMatrices.Cholesky(a, factor, 8)));
    }

    private static Contenders Multiply()
    {
        double[] a = Cotangents(512 * 512), b = Cotangents(a.Length), y = new double[a.Length], g = Cotangents(a.Length), taken = new double[a.Length];
        double[] da = new double[a.Length], db = new double[a.Length];
        return new(
            Candidate.Of(() =>
            {
                g.CopyTo(taken, 0);
                BatchedMatrices.MultiplyVjp(a, b, y, 512, taken, da, db);
            }),
            Candidate.Of(() => BatchedMatrices.Multiply(a, b, y, 512)));
    }

    private static double[] Cotangents(int length) => RandomArrays.Uniform(new Random(1), length);

    /// <summary>Matrices whose rows have to be exchanged.</summary>
    private static double[] Regular(int n, int count)
    {
        double[] a = RandomArrays.Uniform(new Random(2), n * n * count);
        for (int i = 0; i < n * count; i++)
        {
            a[(i * n) + ((i + 1) % n)] += n;
        }

        return a;
    }

    private static double[] Definite(int n, int count)
    {
        double[] a = RandomArrays.Uniform(new Random(2), n * n * count);
        for (int i = 0; i < n * count; i++)
        {
            a[(i * n) + (i % n)] += n;
        }

        return a;
    }
}
