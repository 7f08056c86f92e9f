using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Transposes of small matrices, one behind the other.</summary>
internal static unsafe class SmallTranspose
{
    /// <param name="source">Matrices of <paramref name="rows"/> by <paramref name="columns"/>.</param>
    /// <param name="step">How far they are apart; 0 for one that serves all.</param>
    /// <param name="target">Takes the transposes, one behind the other.</param>
    /// <param name="count">How many.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Copy<T>(T* source, nint step, T* target, int count, int rows, int columns)
        where T : unmanaged
    {
        for (int matrix = 0; matrix < count; matrix++, source += step)
        {
            for (int column = 0; column < columns; column++)
            {
                T* from = source + column;
                for (int row = 0; row < rows; row++, from += columns)
                {
                    *target++ = *from;
                }
            }
        }
    }

    /// <summary>Adds instead; here the targets are <paramref name="step"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add<T>(T* source, T* target, nint step, int count, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int matrix = 0; matrix < count; matrix++, source += rows * columns, target += step)
        {
            T* to = target;
            for (int column = 0; column < columns; column++)
            {
                T* from = source + column;
                for (int row = 0; row < rows; row++, from += columns)
                {
                    *to++ += *from;
                }
            }
        }
    }
}
