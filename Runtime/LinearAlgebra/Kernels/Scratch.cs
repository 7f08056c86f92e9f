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

    /// <summary>Copies elements that are neighbours.</summary>
    public static void Copy<T>(T* source, T* target, nint count)
        where T : unmanaged
        => new ReadOnlySpan<T>(source, (int)count).CopyTo(new Span<T>(target, (int)count));

    /// <summary>
    /// Takes a matrix, not initialised, of a scope. Rows whose distance is a large power of two would fall on the same few lines of a
    /// cache; they are set a little further apart.
    /// </summary>
    public static Block<T> Matrix<T>(ArenaScope scope, int rows, int columns)
        where T : unmanaged
    {
        int stride = columns * sizeof(T) % 512 == 0 ? columns + (64 / sizeof(T)) : columns;
        return new Block<T>(Take<T>(scope, (long)rows * stride), rows, columns, stride, 1);
    }
}
