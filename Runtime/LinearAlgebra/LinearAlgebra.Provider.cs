using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    /// <summary>
    /// Hands large products (64 or more rows, columns and inner elements) to a BLAS that is installed on the machine, and with them most of
    /// the work of large factorisations, solutions and derivatives.
    /// </summary>
    /// <param name="library">
    /// A file or name of a library with <c>cblas_dgemm</c> and <c>cblas_sgemm</c>, whose integers have 32 bits; null for the first found of
    /// OpenBLAS, MKL, BLIS, Accelerate and the system's own BLAS.
    /// </param>
    /// <returns>Whether there is one that multiplies as it should; if not, all stays as it is.</returns>
    /// <remarks>
    /// Of the whole process, to be called at its start. Results differ in their last bits from those of the kernels here, which are the
    /// default. How many threads the library uses is for it to say (<c>OPENBLAS_NUM_THREADS</c> and the like), not for <see cref="Threads"/>.
    /// The library stays loaded.
    /// </remarks>
    public static bool TryUseBlas(string? library = null) => BlasProvider.TryLoad(library);

    /// <summary>Takes all products back from a BLAS.</summary>
    public static void UseOwnKernels() => BlasProvider.Release();
}
