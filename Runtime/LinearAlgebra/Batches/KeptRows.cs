using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Numbers of rows that are kept among elements.</summary>
internal static unsafe class KeptRows
{
    /// <summary>Takes them out, into memory of a scope.</summary>
    public static int* Take<T>(ArenaScope scope, T* kept, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int* rows = Scratch.Take<int>(scope, n);
        for (int i = 0; i < n; i++)
        {
            rows[i] = int.CreateTruncating(kept[i]);
        }

        return rows;
    }
}
