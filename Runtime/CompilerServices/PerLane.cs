using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>Evaluates a scalar function for each lane in turn: for the functions that lanes do not have themselves.</summary>
/// <typeparam name="TLane">A lane type.</typeparam>
/// <typeparam name="TScalar">The type of one of its lanes.</typeparam>
/// <remarks>This type supports generated code; it is not meant to be used directly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PerLane<TLane, TScalar>
    where TLane : struct
    where TScalar : unmanaged
{
    private static int Width => Unsafe.SizeOf<TLane>() / Unsafe.SizeOf<TScalar>();

    /// <summary>The function of each lane of <paramref name="x"/>.</summary>
    public static TLane Map(Func<TScalar, TScalar> function, TLane x)
    {
        TLane result = default;
        for (int i = 0; i < Width; i++)
        {
            Lane(ref result, i) = function(Lane(ref x, i));
        }

        return result;
    }

    /// <summary>The function of each lane of <paramref name="x"/> and that of <paramref name="y"/>.</summary>
    public static TLane Map(Func<TScalar, TScalar, TScalar> function, TLane x, TLane y)
    {
        TLane result = default;
        for (int i = 0; i < Width; i++)
        {
            Lane(ref result, i) = function(Lane(ref x, i), Lane(ref y, i));
        }

        return result;
    }

    /// <summary>The function of each lane of <paramref name="x"/>, <paramref name="y"/> and <paramref name="z"/>.</summary>
    public static TLane Map(Func<TScalar, TScalar, TScalar, TScalar> function, TLane x, TLane y, TLane z)
    {
        TLane result = default;
        for (int i = 0; i < Width; i++)
        {
            Lane(ref result, i) = function(Lane(ref x, i), Lane(ref y, i), Lane(ref z, i));
        }

        return result;
    }

    /// <summary>The function of each lane of <paramref name="x"/> and one argument that all lanes share.</summary>
    public static TLane Map<TShared>(Func<TScalar, TShared, TScalar> function, TLane x, TShared shared)
    {
        TLane result = default;
        for (int i = 0; i < Width; i++)
        {
            Lane(ref result, i) = function(Lane(ref x, i), shared);
        }

        return result;
    }

    /// <summary>The function of each lane of <paramref name="x"/> and two arguments that all lanes share.</summary>
    public static TLane Map<TShared1, TShared2>(Func<TScalar, TShared1, TShared2, TScalar> function, TLane x, TShared1 shared1, TShared2 shared2)
    {
        TLane result = default;
        for (int i = 0; i < Width; i++)
        {
            Lane(ref result, i) = function(Lane(ref x, i), shared1, shared2);
        }

        return result;
    }

    private static ref TScalar Lane(ref TLane lanes, int index) => ref Unsafe.Add(ref Unsafe.As<TLane, TScalar>(ref lanes), index);
}
