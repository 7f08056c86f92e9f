using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>Methods of arrays that tell the length of a dimension, or its first or last index.</summary>
internal static class LengthCall
{
    public static bool Is(IMethodSymbol method) =>
        method is { ContainingType.SpecialType: SpecialType.System_Array, Name: "GetLength" or "GetUpperBound" or "GetLowerBound" };
}
