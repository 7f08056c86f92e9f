using Xunit;

namespace StaticAd.Tests.Linear.Factors;

/// <summary>Factors by what they must fulfil, within what theory says of rounding errors.</summary>
public sealed class FactorResidualTests
{
    private const double Epsilon = 2.3e-16;
    private const double SingleEpsilon = 1.2e-7;

    public static TheoryData<int, int, int> Shapes()
    {
        var shapes = new TheoryData<int, int, int>();
        int[] batches = [1, 3, 8, 9];
        for (int n = 0; n < 21; n++)
        {
            shapes.Add(n, n, batches[n % 4]);
            shapes.Add(n + 1 + (n % 5), n, batches[(n + 1) % 4]);
        }

        shapes.Add(33, 33, 2);
        shapes.Add(65, 40, 2);
        shapes.Add(130, 130, 1);
        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EigenvectorsDiagonaliseTheirMatrix(int n, int _, int batch)
    {
        double[] a = Naive.Random(new Random(n), n * n * batch);
        double[] w = new double[n * batch], v = new double[a.Length], alone = new double[w.Length];
        float[] singleW = new float[w.Length], singleV = new float[a.Length];
        LinearAlgebra.SymmetricEigenvalues(a, w, v, n);
        LinearAlgebra.SymmetricEigenvalues(a, alone, n);
        LinearAlgebra.SymmetricEigenvalues(Naive.Single(a), singleW, singleV, n);
        Close.Assert(w, alone, 4 * n * Epsilon * n, "values alone");
        for (int i = 0; i < batch && n > 0; i++)
        {
            double[] matrix = Symmetric(Naive.Matrix(a, n * n, i), n);
            CheckEigen(matrix, Naive.Matrix(w, n, i), Naive.Matrix(v, n * n, i), n, Epsilon);
            CheckEigen(matrix, Naive.Matrix(Naive.Double(singleW), n, i), Naive.Matrix(Naive.Double(singleV), n * n, i), n, SingleEpsilon);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void OrthogonalAndTriangularFactorsMultiplyToTheirMatrix(int rows, int columns, int batch)
    {
        double[] a = Naive.Random(new Random(rows), rows * columns * batch);
        double[] q = new double[a.Length], r = new double[columns * columns * batch];
        float[] singleQ = new float[q.Length], singleR = new float[r.Length];
        LinearAlgebra.Qr(a, q, r, rows, columns);
        LinearAlgebra.Qr(Naive.Single(a), singleQ, singleR, rows, columns);
        for (int i = 0; i < batch && columns > 0; i++)
        {
            double[] matrix = Naive.Matrix(a, rows * columns, i);
            CheckQr(matrix, Naive.Matrix(q, rows * columns, i), Naive.Matrix(r, columns * columns, i), rows, columns, Epsilon);
            double[] left = Naive.Matrix(Naive.Double(singleQ), rows * columns, i), right = Naive.Matrix(Naive.Double(singleR), columns * columns, i);
            CheckQr(matrix, left, right, rows, columns, SingleEpsilon);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void SingularVectorsDiagonaliseTheirMatrix(int rows, int columns, int batch)
    {
        for (int rank = columns; rank >= 0; rank -= Math.Max(1, (columns + 1) / 2))
        {
            // Wide ones too.
            double[] a = OfRank(new Random(rows), rows, columns, rank, batch);
            CheckDecomposition(a, rows, columns, batch);
            CheckDecomposition(a, columns, rows, batch);
        }
    }

    [Fact]
    public void RowsThatChangePlacesMeetAllOthers()
    {
        CheckDecomposition([0.9, 0, 0, 0, 0.3, 0.05, 0, 0, 1], 3, 3, 1);
        CheckDecomposition([0.9, 0, 0, 0, 0.3, 0, 0, 0.05, 1], 3, 3, 1);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void GradedMatricesAreNoTrouble(int rows, int columns, int batch)
    {
        var random = new Random(rows);
        foreach (int decades in (int[])[3, 30, 250])
        {
            // Of all sizes up to 1, which is there: what is very small against it may come out as anything as small, in single precision as 0.
            double[] a = [.. Naive.Random(random, rows * columns * batch).Select((x, i) =>
                i % (rows * columns) == 0 ? 1 : x * Math.Pow(10, -decades * random.NextDouble()))];
            CheckDecomposition(a, rows, columns, batch);
            CheckDecomposition(a, columns, rows, batch);
            for (int i = 0; i < batch && columns > 0; i++)
            {
                double[] matrix = Naive.Matrix(a, rows * columns, i);
                double[] square = Naive.Multiply(Naive.Transpose(matrix, rows, columns), matrix, columns, rows, columns);
                double[] w = new double[columns], v = new double[square.Length], q = new double[rows * columns], r = new double[square.Length];
                LinearAlgebra.SymmetricEigenvalues(square, w, v, columns);
                CheckEigen(Symmetric(square, columns), w, v, columns, Epsilon);
                LinearAlgebra.Qr(matrix, q, r, rows, columns);
                CheckQr(matrix, q, r, rows, columns, Epsilon);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void PseudoInversesFulfilPenrosesConditions(int rows, int columns, int batch)
    {
        for (int rank = columns; rank >= 0; rank -= Math.Max(1, (columns + 1) / 2))
        {
            double[] a = OfRank(new Random(rows), rows, columns, rank, batch);
            double[] inverse = new double[a.Length], again = new double[a.Length];
            LinearAlgebra.PseudoInverse(a, inverse, rows, columns);
            LinearAlgebra.PseudoInverse(inverse, again, columns, rows);
            for (int i = 0; i < batch && columns > 0; i++)
            {
                double[] matrix = Naive.Matrix(a, rows * columns, i), other = Naive.Matrix(inverse, rows * columns, i);
                double condition = 1 + (Naive.Norm(matrix, columns) * Naive.Norm(other, rows));
                double bound = 16 * rows * Epsilon * condition * condition;
                double[] onRows = Naive.Multiply(matrix, other, rows, columns, rows), onColumns = Naive.Multiply(other, matrix, columns, rows, columns);
                Close.Assert(Naive.Transpose(onRows, rows, rows), onRows, bound, "A Y");
                Close.Assert(Naive.Transpose(onColumns, columns, columns), onColumns, bound, "Y A");
                Close.Assert(matrix, Naive.Multiply(onRows, matrix, rows, rows, columns), bound * Naive.Norm(matrix, columns), "A Y A");
                Close.Assert(other, Naive.Multiply(onColumns, other, columns, columns, rows), bound * Naive.Norm(other, rows), "Y A Y");
                Close.Assert(matrix, Naive.Matrix(again, rows * columns, i), bound * Naive.Norm(matrix, columns), "the inverse of the inverse");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ExponentialsOfOppositesAreInverses(int n, int _, int batch)
    {
        foreach (double norm in (double[])[0, 0.01, 0.2, 0.9, 2, 5, 12])
        {
            double[] a = [.. Naive.Random(new Random(n), n * n * batch).Select(x => x * norm / n)];
            double[] exponential = new double[a.Length], opposite = new double[a.Length], doubled = new double[a.Length];
            float[] single = new float[a.Length];
            LinearAlgebra.MatrixExponential(a, exponential, n);
            LinearAlgebra.MatrixExponential(Naive.Single(a), single, n);
            LinearAlgebra.MatrixExponential([.. a.Select(static x => -x)], opposite, n);
            LinearAlgebra.MatrixExponential([.. a.Select(static x => 2 * x)], doubled, n);
            for (int i = 0; i < batch && n > 0; i++)
            {
                double[] matrix = Naive.Matrix(exponential, n * n, i), other = Naive.Matrix(opposite, n * n, i);
                double[] single32 = Naive.Matrix(Naive.Double(single), n * n, i);
                double size = Naive.Norm(matrix, n), bound = 20 * (n + 1) * (1 + norm);
                Close.Assert(Naive.Identity(n), Naive.Multiply(matrix, other, n, n, n), bound * Epsilon * size * Naive.Norm(other, n), "exp A exp -A");
                Close.Assert(Naive.Matrix(doubled, n * n, i), Naive.Multiply(matrix, matrix, n, n, n), bound * Epsilon * size * size, "exp 2A");
                Close.Assert(matrix, single32, bound * SingleEpsilon * size, "in single precision");
            }
        }
    }

    private static void CheckEigen(double[] a, double[] w, double[] v, int n, double epsilon)
    {
        double bound = 8 * (n + 1) * epsilon;
        double[] scaled = [.. v.Select((x, i) => x * w[i % n])];
        Close.Assert(Naive.Multiply(a, v, n, n, n), scaled, bound * Naive.Norm(a, n), "A V");
        Close.Assert(Naive.Identity(n), Naive.Multiply(Naive.Transpose(v, n, n), v, n, n, n), bound, "V' V");
        Assert.Equal(w.Order(), w);
    }

    private static void CheckQr(double[] a, double[] q, double[] r, int rows, int columns, double epsilon)
    {
        double bound = 8 * rows * epsilon;
        Close.Assert(a, Naive.Multiply(q, r, rows, columns, columns), bound * Naive.Norm(a, columns), "Q R");
        Close.Assert(Naive.Identity(columns), Naive.Multiply(Naive.Transpose(q, rows, columns), q, columns, rows, columns), bound, "Q' Q");
        for (int i = 0; i < columns * columns; i++)
        {
            Assert.True(i / columns > i % columns ? r[i] == 0 : i / columns < i % columns || r[i] >= 0);
        }
    }

    private static void CheckDecomposition(double[] a, int rows, int columns, int batch)
    {
        int k = Math.Min(rows, columns);
        double[] u = new double[rows * k * batch], s = new double[k * batch], vt = new double[k * columns * batch], alone = new double[s.Length];
        float[] singleU = new float[u.Length], singleS = new float[s.Length], singleVt = new float[vt.Length];
        LinearAlgebra.SingularValueDecomposition(a, u, s, vt, rows, columns);
        LinearAlgebra.SingularValues(a, alone, rows, columns);
        LinearAlgebra.SingularValueDecomposition(Naive.Single(a), singleU, singleS, singleVt, rows, columns);
        Assert.Equal(s, alone);
        for (int i = 0; i < batch && k > 0; i++)
        {
            double[] matrix = Naive.Matrix(a, rows * columns, i);
            CheckSingular(matrix, Naive.Matrix(u, rows * k, i), Naive.Matrix(s, k, i), Naive.Matrix(vt, k * columns, i), rows, columns, Epsilon);
            double[] left = Naive.Matrix(Naive.Double(singleU), rows * k, i), right = Naive.Matrix(Naive.Double(singleVt), k * columns, i);
            CheckSingular(matrix, left, Naive.Matrix(Naive.Double(singleS), k, i), right, rows, columns, SingleEpsilon);
        }
    }

    private static void CheckSingular(double[] a, double[] u, double[] s, double[] vt, int rows, int columns, double epsilon)
    {
        int k = s.Length;
        double bound = 16 * Math.Max(rows, columns) * epsilon;
        double[] scaled = [.. u.Select((x, i) => x * s[i % k])];
        Close.Assert(a, Naive.Multiply(scaled, vt, rows, k, columns), bound * Naive.Norm(a, columns), "U S V'");
        Close.Assert(Naive.Identity(k), Naive.Multiply(Naive.Transpose(u, rows, k), u, k, rows, k), bound, "U' U");
        Close.Assert(Naive.Identity(k), Naive.Multiply(vt, Naive.Transpose(vt, k, columns), k, columns, k), bound, "V' V");
        Assert.Equal(s.OrderDescending(), s);
        Assert.All(s, static value => Assert.True(value >= 0));
    }

    private static double[] Symmetric(double[] a, int n) => [.. a.Select((x, i) => (x + a[(i % n * n) + (i / n)]) / 2)];

    private static double[] OfRank(Random random, int rows, int columns, int rank, int batch) =>
    [
        .. Enumerable.Range(0, batch).SelectMany(_ => rank == columns
            ? Naive.Random(random, rows * columns)
            : Naive.Multiply(Naive.Random(random, rows * rank), Naive.Random(random, rank * columns), rows, rank, columns)),
    ];
}
