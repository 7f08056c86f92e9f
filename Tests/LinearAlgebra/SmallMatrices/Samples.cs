using System.Numerics;

namespace StaticAd.Tests.Linear.Small;

/// <summary>Batches of matrices for tests, and what a plain triple loop makes of them in double.</summary>
internal static class Samples<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static readonly double Epsilon = typeof(T) == typeof(float) ? Math.Pow(2, -24) : Math.Pow(2, -53);

    /// <summary>Numbers between -1 and 1.</summary>
    public static T[] Random(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked((random.NextDouble() * 2) - 1))];
    }

    /// <summary>Matrices whose singular values fall geometrically from 1 to 1 / condition, between random reflections.</summary>
    public static T[] Conditioned(int seed, int n, int count, double condition)
    {
        var random = new Random(seed);
        var batch = new List<T>();
        for (int m = 0; m < count; m++)
        {
            double[] matrix = new double[n * n];
            for (int i = 0; i < n; i++)
            {
                matrix[(i * n) + i] = n == 1 ? 1 : Math.Pow(condition, -i / (n - 1.0));
            }

            for (int side = 0; side < 4; side++)
            {
                matrix = Transpose(Reflect(matrix, n, random), n, n);
            }

            batch.AddRange(matrix.Select(x => T.CreateChecked(x)));
        }

        return [.. batch];
    }

    /// <summary>Symmetric positive definite matrices.</summary>
    public static T[] Definite(int seed, int n, int count)
    {
        double[] factors = Wide(Random(seed, n * n * count));
        var batch = new List<T>();
        for (int m = 0; m < count; m++)
        {
            double[] factor = factors[(m * n * n)..((m + 1) * n * n)];
            double[] square = Multiply(factor, Transpose(factor, n, n), n, n, n);
            for (int i = 0; i < n; i++)
            {
                square[(i * n) + i] += 0.1;
            }

            batch.AddRange(square.Select(x => T.CreateChecked(x)));
        }

        return [.. batch];
    }

    public static double[] Wide(ReadOnlySpan<T> values) => [.. values.ToArray().Select(double.CreateChecked)];

    /// <summary>One matrix of a batch; the only one, if there is but one.</summary>
    public static double[] Matrix(T[] batch, int elements, int index) =>
        batch.Length == elements ? Wide(batch) : Wide(batch.AsSpan(index * elements, elements));

    public static double[] Transpose(double[] matrix, int rows, int columns) =>
        [.. Enumerable.Range(0, rows * columns).Select(e => matrix[(e % rows * columns) + (e / rows)])];

    public static double[] Multiply(double[] a, double[] b, int rows, int inner, int columns) =>
        [.. Enumerable.Range(0, rows * columns).Select(e => Enumerable.Range(0, inner)
            .Sum(k => a[(e / columns * inner) + k] * b[(k * columns) + (e % columns)]))];

    /// <summary>The largest sum of magnitudes of a row.</summary>
    public static double Norm(double[] matrix, int columns) => matrix.Chunk(columns).Max(row => row.Sum(Math.Abs));

    private static double[] Reflect(double[] matrix, int n, Random random)
    {
        double[] v = [.. Enumerable.Range(0, n).Select(_ => (random.NextDouble() * 2) - 1)];
        double square = v.Sum(x => x * x);
        double[] reflection = [.. Enumerable.Range(0, n * n).Select(e => (e / n == e % n ? 1 : 0) - (2 * v[e / n] * v[e % n] / square))];
        return Multiply(reflection, matrix, n, n, n);
    }
}
