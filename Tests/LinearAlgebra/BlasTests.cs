using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticAd.Kernels;
using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>A BLAS changes the bits of all large products of the process: no test runs beside these.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BlasCollection
{
    public const string Name = "BLAS";
}

/// <summary>Large products in the hands of a BLAS: one that is written here, as machines need not have one, and the machine's own if it has.</summary>
[Collection(BlasCollection.Name)]
public sealed unsafe class BlasTests : IDisposable
{
    private static int s_calls;

    public void Dispose() => LinearAlgebra.UseOwnKernels();

    [Theory]
    [InlineData(64, 64, 64)]
    [InlineData(65, 130, 200)]
    public void LargeProductsAreHandedOn(int rows, int inner, int columns)
    {
        Assert.True(BlasProvider.TryUse(Written()));
        foreach ((bool transposeA, bool transposeB) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            Assert.Equal(2, CallsOf(() => Check(rows, inner, columns, transposeA, transposeB)));
        }
    }

    [Theory]
    [InlineData(63, 64, 64)]
    [InlineData(64, 63, 64)]
    [InlineData(64, 64, 63)]
    [InlineData(200, 200, 1)]
    public void SmallOnesAreNot(int rows, int inner, int columns)
    {
        Assert.True(BlasProvider.TryUse(Written()));
        Assert.Equal(0, CallsOf(() => Check(rows, inner, columns, false, false)));
    }

    [Fact]
    public void FactorisationsAndDerivativesGoTheSameWay()
    {
        const int n = 200;
        var random = new Random(1);
        double[] a = Naive.PositiveDefinite(random, n), b = Naive.Random(random, a.Length);
        double[][] expected = Everything(a, b, n);
        Assert.True(BlasProvider.TryUse(Written()));
        double[][] found = [];
        Assert.NotEqual(0, CallsOf(() => found = Everything(a, b, n)));
        Assert.All(expected.Zip(found), pair => Close.Assert(pair.First, pair.Second, 1e-10, "result"));
    }

    [Fact]
    public void AfterwardsAllIsAsItWas()
    {
        Assert.True(BlasProvider.TryUse(Written()));
        LinearAlgebra.UseOwnKernels();
        Assert.Equal(0, CallsOf(() => Check(100, 100, 100, false, false)));
    }

    [Fact]
    public void ALibraryThatDoesNotMultiplyIsNotUsed()
    {
        Assert.False(BlasProvider.TryUse(new BlasFunctions(
            (nint)(delegate* unmanaged[Cdecl]<int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int, void>)&Nothing, ForFloat)));
        Assert.False(LinearAlgebra.TryUseBlas("no such library"));
        Assert.Equal(0, CallsOf(() => Check(100, 100, 100, false, false)));
    }

    /// <summary>With a factor of 0, which a BLAS may take for nothing at all, what is not a number stays so.</summary>
    [Fact]
    public void AFactorOfZeroIsNotHandedOn()
    {
        double[] a = new double[100 * 100], c = new double[a.Length];
        a[7] = double.NaN;
        Assert.True(BlasProvider.TryUse(Written()));
        fixed (double* x = a, y = c)
        {
            double* from = x, to = y;
            Assert.Equal(0, CallsOf(() => Gemm.Multiply(0.0, new Block<double>(from, 100, 100), new(from, 100, 100), new(to, 100, 100), accumulate: false)));
        }

        Assert.Contains(double.NaN, c);
    }

    [Fact]
    public void TheOneOfTheMachineMultiplies()
    {
        if (LinearAlgebra.TryUseBlas())
        {
            Check(100, 90, 80, true, false);
            FactorisationsAgree();
        }
    }

    private static void FactorisationsAgree()
    {
        const int n = 300;
        var random = new Random(2);
        double[] a = Naive.PositiveDefinite(random, n), b = Naive.Random(random, a.Length);
        double[][] found = Everything(a, b, n);
        LinearAlgebra.UseOwnKernels();
        Assert.All(Everything(a, b, n).Zip(found), pair => Close.Assert(pair.First, pair.Second, 1e-10, "result"));
    }

    private static void Check(int rows, int inner, int columns, bool transposeA, bool transposeB)
    {
        var random = new Random(rows);
        double[] a = Naive.Random(random, rows * inner), b = Naive.Random(random, inner * columns), sum = Naive.Random(random, rows * columns);
        double[] expected = Naive.Multiply(a, b, rows, inner, columns), product = new double[sum.Length];
        a = transposeA ? Naive.Transpose(a, rows, inner) : a;
        b = transposeB ? Naive.Transpose(b, inner, columns) : b;
        LinearAlgebra.Multiply(a, b, product, rows, inner, columns, transposeA, transposeB);
        Close.Assert(expected, product, 1e-12, "product");
        double[] added = [.. sum.Zip(expected, static (left, right) => left + right)];
        LinearAlgebra.MultiplyAdd(a, b, sum, rows, inner, columns, transposeA, transposeB);
        Close.Assert(added, sum, 1e-12, "sum");
        float[] single = new float[sum.Length];
        LinearAlgebra.Multiply<float>(Naive.Single(a), Naive.Single(b), single, rows, inner, columns, transposeA, transposeB);
        Close.Assert(expected, Naive.Double(single), 1e-4, "product of single precision");
    }

    private static double[][] Everything(double[] a, double[] b, int n)
    {
        double[] inverse = new double[a.Length], solution = new double[a.Length], factor = new double[a.Length], da = new double[a.Length], db = new double[a.Length];
        LinearAlgebra.Inverse(a, inverse, n);
        LinearAlgebra.Solve(a, b, solution, n, n);
        LinearAlgebra.Cholesky(a, factor, n);
        ViewPrograms.SeedGradient(new(b, n, n), new(a, n, n), da, db);
        return [inverse, solution, factor, da, db];
    }

    private static int CallsOf(Action action)
    {
        int before = s_calls;
        action();
        return s_calls - before;
    }

    private static BlasFunctions Written() => new(
        (nint)(delegate* unmanaged[Cdecl]<int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int, void>)&Double, ForFloat);

    private static nint ForFloat => (nint)(delegate* unmanaged[Cdecl]<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void>)&Single;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Double(int order, int turnA, int turnB, int rows, int columns, int inner, double factor, double* a, int leadA, double* b, int leadB, double beta, double* c, int leadC)
    {
        s_calls++;
        Multiply(turnA, turnB, rows, columns, inner, factor, a, leadA, b, leadB, beta, c, leadC);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Single(int order, int turnA, int turnB, int rows, int columns, int inner, float factor, float* a, int leadA, float* b, int leadB, float beta, float* c, int leadC) =>
        Multiply(turnA, turnB, rows, columns, inner, factor, a, leadA, b, leadB, beta, c, leadC);

    private static void Multiply<T>(int turnA, int turnB, int rows, int columns, int inner, T factor, T* a, int leadA, T* b, int leadB, T beta, T* c, int leadC)
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                T sum = T.Zero;
                for (int k = 0; k < inner; k++)
                {
                    sum += a[turnA == 111 ? (i * leadA) + k : (k * leadA) + i] * b[turnB == 111 ? (k * leadB) + j : (j * leadB) + k];
                }

                c[(i * leadC) + j] = (beta == T.Zero ? T.Zero : beta * c[(i * leadC) + j]) + (factor * sum);
            }
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Nothing(int order, int turnA, int turnB, int rows, int columns, int inner, double factor, double* a, int leadA, double* b, int leadB, double beta, double* c, int leadC)
    {
    }
}
