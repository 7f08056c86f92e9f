using System.Runtime.InteropServices;

namespace StaticAd.Kernels;

/// <summary>A BLAS that takes large products, if the user wants one.</summary>
internal static unsafe class BlasProvider
{
    private const int Smallest = 64;

    private static readonly string[] s_usual =
    [
        "libopenblas.so.0", "libopenblas", "openblas", "libmkl_rt.so.2", "libmkl_rt", "mkl_rt", "libblis.so.4", "libblis",
        "/System/Library/Frameworks/Accelerate.framework/Accelerate", "libblas.so.3", "libcblas.so.3",
    ];

    private static BlasFunctions? s_functions;

    public static bool TryLoad(string? library)
    {
        foreach (string name in library is null ? s_usual : [library])
        {
            if (NativeLibrary.TryLoad(name, out nint handle)
                && NativeLibrary.TryGetExport(handle, "cblas_dgemm", out nint forDouble) && NativeLibrary.TryGetExport(handle, "cblas_sgemm", out nint forFloat)
                && TryUse(new BlasFunctions(forDouble, forFloat)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Uses some functions, if they multiply.</summary>
    public static bool TryUse(BlasFunctions functions)
    {
        bool multiplies = functions.Multiplies();
        if (multiplies)
        {
            Volatile.Write(ref s_functions, functions);
        }

        return multiplies;
    }

    public static void Release() => Volatile.Write(ref s_functions, null);

    /// <summary>Lets the library do a product, if there is one and the product is for it; else nothing has been done.</summary>
    public static bool TryMultiply<T>(T factor, Block<T> a, Block<T> b, Block<T> c, bool accumulate)
        where T : unmanaged
    {
        // With a factor of 0 a BLAS need not look at the matrices, in which there may be NaN.
        if (Volatile.Read(ref s_functions) is not { } functions
            || c.Rows < Smallest || c.Columns < Smallest || a.Columns < Smallest || factor.Equals(default(T))
            || BlasLayout.Of(a) is not { } ofA || BlasLayout.Of(b) is not { } ofB || BlasLayout.Of(c) is not { IsTransposed: false } ofC)
        {
            return false;
        }

        functions.Multiply(factor, a, ofA, b, ofB, c, ofC, accumulate);
        return true;
    }
}
