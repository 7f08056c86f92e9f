namespace StaticAd.CompilerServices;

/// <summary>Numbers of lower precision, which generated code computes with in higher precision, as C# does.</summary>
public static class Rounding
{
    /// <summary>The nearest <see cref="Half"/>.</summary>
    /// <param name="x">A number.</param>
    /// <returns>The same number after conversion to <see cref="Half"/> and back.</returns>
    public static float ToHalf(float x) => (float)(Half)x;

    /// <inheritdoc cref="ToHalf(float)"/>
    public static double ToHalf(double x) => (double)(Half)x;
}
