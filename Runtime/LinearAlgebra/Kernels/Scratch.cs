using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Working memory of kernels.</summary>
internal static unsafe class Scratch
{
    /// <summary>Takes memory of a scope; it does not move.</summary>
    public static T* Take<T>(ArenaScope scope, long count)
        where T : unmanaged
        => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(scope.Allocate<T>(count)));

    /// <summary>Takes a matrix, not initialised, of a scope.</summary>
    public static Block<T> Matrix<T>(ArenaScope scope, int rows, int columns)
        where T : unmanaged
        => new(Take<T>(scope, (long)rows * columns), rows, columns);
}
