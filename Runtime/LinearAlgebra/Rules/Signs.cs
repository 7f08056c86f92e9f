using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>Small steps that rules are made of, in a form that can be differentiated.</summary>
internal static class Signs
{
    public static void Negate<T>(Span<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = -values[i];
        }
    }
}
