using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>
/// Matrices that are nearly singular: results and gradients differ from the true ones by no more than theory says, a small multiple of
/// n κ(A) ε, relative to the largest that they can be (Higham, Accuracy and Stability of Numerical Algorithms, 9.3 and 14.1).
/// </summary>
public sealed class IllConditionedTests
{
    // Partial pivoting lets numbers grow by a small factor in practice.
    private const double Growth = 8;

    public static TheoryData<int, int, double> Cases()
    {
        var cases = new TheoryData<int, int, double>();
        foreach ((int n, int batch) in (ReadOnlySpan<(int, int)>)[(2, 9), (3, 1), (3, 9), (8, 9), (12, 2), (20, 1)])
        {
            foreach (double condition in (ReadOnlySpan<double>)[1e2, 1e6, 1e10])
            {
                cases.Add(n, batch, condition);
            }
        }

        return cases;
    }

    [Fact]
    public void TheReferenceIsExact()
    {
        Assert.Equal([0.5, 0, -0.25, 0.125], ExactInverse.Of([2, 0, 4, 8], 2));
        Assert.Equal([-2, 1, 1.5, -0.5], ExactInverse.Of([1, 2, 3, 4], 2));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void InversesAndTheirGradients(int n, int batch, double condition)
    {
        double[] a = Matrices(n, batch, condition), cotangent = Naive.Random(new Random(n), a.Length);
        double[] inverse = new double[a.Length], gradient = new double[a.Length];
        InverseRules.InverseVjp<double>(a, inverse, n, [.. cotangent], gradient);
        for (int i = 0; i < batch; i++)
        {
            double[] y = ExactInverse.Of(Naive.Matrix(a, n * n, i), n), g = Naive.Matrix(cotangent, n * n, i), transposed = Naive.Transpose(y, n, n);
            double[] expected = [.. Product(n, transposed, g, transposed).Select(static x => -x)];
            double bound = Bound(a, n, i);
            Within(bound * Norm(y), y, Naive.Matrix(inverse, n * n, i));
            Within(3 * bound * Norm(y) * Norm(g) * Norm(y), expected, Naive.Matrix(gradient, n * n, i));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void SolutionsAndTheirGradients(int n, int batch, double condition)
    {
        double[] a = Matrices(n, batch, condition), b = Naive.Random(new Random(n + 1), a.Length), cotangent = Naive.Random(new Random(n + 2), a.Length);
        double[] solution = new double[a.Length], da = new double[a.Length], db = new double[a.Length];
        SolveRules.SolveVjp<double>(a, b, solution, n, n, [.. cotangent], da, db);
        for (int i = 0; i < batch; i++)
        {
            double[] y = ExactInverse.Of(Naive.Matrix(a, n * n, i), n), right = Naive.Matrix(b, n * n, i), g = Naive.Matrix(cotangent, n * n, i);
            double[] x = Naive.Multiply(y, right, n, n, n), dRight = Naive.Multiply(Naive.Transpose(y, n, n), g, n, n, n);
            double[] expected = [.. Naive.Multiply(dRight, Naive.Transpose(x, n, n), n, n, n).Select(static e => -e)];
            double bound = Bound(a, n, i);
            Within(bound * Norm(y) * Norm(right), x, Naive.Matrix(solution, n * n, i));
            Within(bound * Norm(y) * Norm(g), dRight, Naive.Matrix(db, n * n, i));
            Within(3 * bound * Norm(y) * Norm(g) * Norm(y) * Norm(right), expected, Naive.Matrix(da, n * n, i));
        }
    }

    /// <summary>A small multiple of n κ(A) ε, with κ from the singular values.</summary>
    private static double Bound(double[] a, int n, int number)
    {
        double[] values = new double[n];
        LinearAlgebra.SingularValues(Naive.Matrix(a, n * n, number), values, n, n);
        return Growth * n * (values[0] / values[^1]) * Math.ScaleB(1, -53);
    }

    /// <summary>Matrices whose singular values fall evenly from one to the reciprocal of the condition.</summary>
    private static double[] Matrices(int n, int batch, double condition)
    {
        var random = new Random(n + batch);
        var matrices = new List<double>();
        for (int i = 0; i < batch; i++)
        {
            double[] left = new double[n * n], right = new double[n * n], r = new double[n * n];
            LinearAlgebra.Qr(Naive.Random(random, n * n), left, r, n, n);
            LinearAlgebra.Qr(Naive.Random(random, n * n), right, r, n, n);
            double[] scaled = [.. left.Select((x, k) => x * Math.Pow(condition, -(double)(k % n) / Math.Max(1, n - 1)))];
            matrices.AddRange(Naive.Multiply(scaled, right, n, n, n));
        }

        return [.. matrices];
    }

    private static double[] Product(int n, double[] a, double[] b, double[] c) => Naive.Multiply(Naive.Multiply(a, b, n, n, n), c, n, n, n);

    private static double Norm(double[] a) => Math.Sqrt(a.Sum(static x => x * x));

    private static void Within(double bound, double[] expected, double[] actual) =>
        Assert.InRange(Norm([.. expected.Zip(actual, static (x, y) => x - y)]), 0, bound);
}
