using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>First and second derivatives of expressions of matrices against finite differences, over sizes and batches.</summary>
public sealed class ViewGradCheckTests
{
    public static TheoryData<int, int> Sizes() => new()
    {
        { 1, 1 }, { 2, 3 }, { 3, 7 }, { 3, 8 }, { 2, 9 }, { 1, 64 }, { 4, 3 }, { 7, 1 }, { 8, 1 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void DerivativesAreThoseOfDifferences(int n, int batch)
    {
        var random = new Random(n + (100 * batch));
        double[,,] a = Matrices(random, batch, n), b = Matrices(random, batch, n);
        double[,] one = new double[n, n];
        Buffer.BlockCopy(Matrices(random, 1, n), 0, one, 0, n * n * sizeof(double));
        double[] factors = Naive.Random(random, batch);
        Check(nameof(ViewPrograms.Seed), a, b);
        Check(nameof(ViewPrograms.Elements), a, one, factors);
        Check(nameof(ViewPrograms.Rows), a);
        Check(nameof(ViewPrograms.Systems), a, b);
    }

    [Theory]
    [InlineData(16, 8)]
    [InlineData(17, 9)]
    [InlineData(20, 3)]
    [InlineData(33, 1)]
    [InlineData(65, 1)]
    [InlineData(130, 1)]
    public void DerivativesOfLargeMatricesAreThoseOfDifferencesAlongDirections(int n, int batch)
    {
        var random = new Random(n);
        double[,,] a = Matrices(random, batch, n), b = Matrices(random, batch, n);
        foreach (string method in (string[])[nameof(ViewPrograms.Seed), nameof(ViewPrograms.Systems)])
        {
            double[] da = new double[a.Length], db = new double[a.Length], alongA = Naive.Random(random, a.Length), alongB = Naive.Random(random, a.Length);
            Gradient(method, a, b, da, db);
            double expected = (Value(method, Moved(a, alongA, 1e-5), Moved(b, alongB, 1e-5)) - Value(method, Moved(a, alongA, -1e-5), Moved(b, alongB, -1e-5))) / 2e-5;
            double actual = da.Zip(alongA, static (x, y) => x * y).Sum() + db.Zip(alongB, static (x, y) => x * y).Sum();
            Assert.Equal(expected, actual, 1e-6 * Math.Max(1, Math.Abs(expected)));
        }
    }

    [Fact]
    public void AWrongDerivativeIsFound()
    {
        GradCheckReport report = GradCheck.Method(typeof(ViewPrograms), nameof(ViewPrograms.Wrong), new double[,] { { 1, 2 }, { 3, 4 } });
        Assert.False(report.Passed);
        Assert.Contains("result by a[", report.ToString(), StringComparison.Ordinal);
        GradCheck.Method(typeof(ViewPrograms), nameof(ViewPrograms.Wrong), new double[,] { { 1, 2 }, { 2, 4 } }).ThrowIfFailed();
    }

    [Fact]
    public void MethodsThatMakeTheirMatricesThemselvesNeedNoScope() =>
        GradCheck.Method(typeof(ViewPrograms), nameof(ViewPrograms.OwnMatrices), new double[,] { { 2, 0.5 }, { 0.3, 1 } }, 0.4).ThrowIfFailed();

    private static void Gradient(string method, double[,,] a, double[,,] b, double[] da, double[] db)
    {
        if (method == nameof(ViewPrograms.Seed))
        {
            ViewPrograms.SeedGradient(View(a), View(b), da, db);
        }
        else
        {
            ViewPrograms.SystemsGradient(View(a), View(b), da, db);
        }
    }

    private static double Value(string method, double[,,] a, double[,,] b)
    {
        using var arena = Arena.Enter();
        return method == nameof(ViewPrograms.Seed) ? ViewPrograms.Seed(View(a), View(b)) : ViewPrograms.Systems(View(a), View(b));
    }

    private static MatrixBatch<double> View(double[,,] a) => new(a.Cast<double>().ToArray(), a.GetLength(0), a.GetLength(1), a.GetLength(2));

    private static double[,,] Moved(double[,,] a, double[] along, double step)
    {
        var moved = (double[,,])a.Clone();
        int k = 0;
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                for (int l = 0; l < a.GetLength(2); l++)
                {
                    moved[i, j, l] += step * along[k++];
                }
            }
        }

        return moved;
    }

    private static double[,,] Matrices(Random random, int batch, int n)
    {
        var a = new double[batch, n, n];
        for (int i = 0; i < a.Length; i++)
        {
            (int row, int column) = (i / n % n, i % n);
            a[i / (n * n), row, column] = ((random.NextDouble() - 0.5) / Math.Sqrt(n)) + (row == column ? 1.5 : 0);
        }

        return a;
    }

    private static void Check(string method, params object[] arguments) => GradCheck.Method(typeof(ViewPrograms), method, arguments).ThrowIfFailed();
}
