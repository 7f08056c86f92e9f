namespace StaticAd.CompilerServices;

/// <summary>How a triangular matrix stands in an equation.</summary>
/// <param name="Upper">Whether its upper triangle is what is read, as it is stored.</param>
/// <param name="Transpose">Whether the equation has its transpose.</param>
/// <param name="Unit">Whether its diagonal is taken to be all ones, and not read.</param>
internal readonly record struct SmallTriangleKind(bool Upper, bool Transpose, bool Unit);
