using StaticAd.Tests.Runtime.Memory;
using Xunit;

namespace StaticAd.Tests.Linear.Factors;

public sealed class FactorAllocationTests
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 9)]
    [InlineData(40, 2)]
    public void NothingIsAllocatedOnTheManagedHeap(int n, int batch)
    {
        double[] a = Naive.Random(new Random(3), n * n * batch);
        double[] one = new double[a.Length], two = new double[a.Length], values = new double[n * batch];
        float[] single = Naive.Single(a), singleResult = new float[a.Length], singleValues = new float[values.Length];
        long bytes = AllocationMeter.BytesAfterWarmUp(() =>
        {
            LinearAlgebra.SymmetricEigenvalues(a, values, n);
            LinearAlgebra.SymmetricEigenvalues(a, values, one, n);
            LinearAlgebra.Qr(a, one, two, n, n);
            LinearAlgebra.SingularValues(a, values, n, n);
            LinearAlgebra.SingularValueDecomposition(a, one, values, two, n, n);
            LinearAlgebra.PseudoInverse(a, one, n, n);
            LinearAlgebra.MatrixExponential(a, one, n);
            LinearAlgebra.SymmetricEigenvalues(single, singleValues, singleResult, n);
        });
        Assert.Equal(0, bytes);
    }

    [Fact]
    public void NorByDerivatives()
    {
        double[] a = Naive.Random(new Random(3), 36), gradient = new double[36], product = new double[36];
        long bytes = AllocationMeter.BytesAfterWarmUp(() =>
        {
            FactorPrograms.EigenvectorsHvp(a, 3, a, product);
            FactorPrograms.EigenvaluesGradient(a, 3, gradient);
            FactorPrograms.OrthogonalFactorsHvp(a, 4, 3, a, product);
            FactorPrograms.SingularVectorsHvp(a, 4, 3, a, product);
            FactorPrograms.SingularValuesGradient(a, 4, 3, gradient);
            FactorPrograms.PseudoInverseHvp(a, 4, 3, a, product);
            FactorPrograms.ExponentialHvp(a, 3, a, product);
        });
        Assert.Equal(0, bytes);
    }
}
