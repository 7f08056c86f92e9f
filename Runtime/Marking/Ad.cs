namespace StaticAd;

/// <summary>Functions that mean something to the derivative only.</summary>
public static class Ad
{
    /// <summary>Returns <paramref name="x"/>; the derivative treats the result as a constant (cotangent and tangent zero).</summary>
    /// <param name="x">The value to pass through.</param>
    /// <returns><paramref name="x"/>, bit for bit.</returns>
    public static double StopGradient(double x) => x;

    /// <inheritdoc cref="StopGradient(double)"/>
    public static float StopGradient(float x) => x;
}
