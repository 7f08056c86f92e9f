using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>Sets memory to zero in a way that leaves the processor ready for calls of the C library.</summary>
/// <remarks>
/// <see cref="Span{T}.Clear"/> of 64 to 1,024 bytes leaves the upper halves of the vector registers marked as in use (.NET 10). On
/// many Intel processors the functions behind <see cref="Math"/>, which are compiled for SSE, then run about twenty times slower
/// until something resets them. <see cref="Span{T}.Fill"/> resets them itself; above that size, so does the library's memset.
/// This type supports generated code; it is not meant to be used directly.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Zeros
{
    private const int LargestFill = 1024;

    /// <summary>Sets every element to zero.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="memory">All of it is overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fill<T>(Span<T> memory)
    {
        if ((long)memory.Length * Unsafe.SizeOf<T>() <= LargestFill)
        {
            memory.Fill(default!);
        }
        else
        {
            memory.Clear();
        }
    }
}
