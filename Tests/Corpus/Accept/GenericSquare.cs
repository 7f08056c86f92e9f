using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>A small generic method, for its whole text.</summary>
public static partial class GenericSquare
{
    // check<T>: (T)0.75, new T[] { (T)1.5, (T)0.5 }
    [Differentiable]
    public static T Square<T>(T x, T[] scale)
        where T : IFloatingPointIeee754<T>
        => x * x * scale[0];
}
