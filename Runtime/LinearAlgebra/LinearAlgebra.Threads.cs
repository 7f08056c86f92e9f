using StaticAd.Kernels;

namespace StaticAd;

public static partial class LinearAlgebra
{
    private static int s_threads = 1;

    /// <summary>
    /// How many threads large matrices are computed on, the calling one included: products, and with them factorisations, solutions and all
    /// derivatives, and batches of matrices that are too large for the lanes of vectors. 1 unless it is set.
    /// </summary>
    /// <remarks>
    /// Of the whole process, to be set at its start. Results do not depend on it, to the last bit. The threads are made when they are first
    /// needed, and kept. One operation at a time has them; others that run meanwhile keep to their own thread.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1 or greater than 64.</exception>
    public static int Threads
    {
        get => Volatile.Read(ref s_threads);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, WorkerTeam.Largest);
            Volatile.Write(ref s_threads, value);
        }
    }
}
