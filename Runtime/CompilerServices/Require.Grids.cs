using System.Diagnostics.CodeAnalysis;

namespace StaticAd.CompilerServices;

public static partial class Require
{
    /// <summary>Throws unless an array is there and its indices start at 0.</summary>
    /// <param name="array">The array.</param>
    /// <param name="name">Name of its parameter.</param>
    /// <exception cref="ArgumentNullException">It is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An index starts elsewhere.</exception>
    public static void ZeroBased([NotNull] Array? array, string name)
    {
        NotNull(array, name);
        for (int dimension = 0; dimension < array.Rank; dimension++)
        {
            if (array.GetLowerBound(dimension) != 0)
            {
                throw new ArgumentException($"'{name}' has indices that do not start at 0.", name);
            }
        }
    }

    /// <summary>Throws unless an array of several dimensions has the lengths of another.</summary>
    /// <param name="array">The array, for instance a gradient.</param>
    /// <param name="reference">What it belongs to, an array of as many dimensions.</param>
    /// <param name="name">Name of the array's parameter.</param>
    /// <param name="belongsTo">Name of the parameter whose lengths these are.</param>
    /// <exception cref="ArgumentException">They differ; the message says both.</exception>
    public static void Shape([NotNull] Array? array, Array reference, string name, string belongsTo)
    {
        ZeroBased(array, name);
        for (int dimension = 0; dimension < array.Rank; dimension++)
        {
            if (array.GetLength(dimension) != reference.GetLength(dimension))
            {
                ThrowShape(array, reference, name, belongsTo);
            }
        }
    }

    [DoesNotReturn]
    private static void ThrowShape(Array array, Array reference, string name, string belongsTo) => throw new ArgumentException(
        $"'{name}' has the shape {ShapeOf(array)} and must have that of '{belongsTo}', {ShapeOf(reference)}.", name);

    private static string ShapeOf(Array array) =>
        "[" + string.Join(", ", Enumerable.Range(0, array.Rank).Select(dimension => array.GetLength(dimension))) + "]";
}
