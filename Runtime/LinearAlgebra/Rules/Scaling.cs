using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>Multiples of what memory holds, in a form that can be differentiated.</summary>
internal static class Scaling
{
    public static void Negate<T>(Span<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = -values[i];
        }
    }

    public static void Halve<T>(Span<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T half = T.One / T.CreateChecked(2);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= half;
        }
    }
}
