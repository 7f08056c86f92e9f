namespace StaticAd.Tests.Harness;

/// <summary>
/// Arrays of several dimensions, the last index running fastest, and arrays of arrays, one row behind the other, as the run of their
/// elements.
/// </summary>
public static class Shapes
{
    public static T[] Flat<T>(Array array) => [.. Objects(array).Cast<T>()];

    public static int Count(Array array) => Objects(array).Count();

    public static IEnumerable<object?> Objects(Array array) =>
        array.Cast<object?>().SelectMany(element => element is Array row ? Objects(row) : [element]);

    /// <summary>An array of the shape of another.</summary>
    public static Array Shaped<T>(T[] elements, Array shape)
    {
        if (shape.GetType().GetElementType()!.IsArray)
        {
            int start = 0;
            return shape.Cast<Array>().Select(row => elements[start..(start += row.Length)]).ToArray();
        }

        int[] lengths = [.. Enumerable.Range(0, shape.Rank).Select(shape.GetLength)];
        var array = Array.CreateInstance(typeof(T), lengths);
        var indices = new int[lengths.Length];
        foreach (T element in elements)
        {
            array.SetValue(element, indices);
            for (int dimension = lengths.Length - 1; dimension >= 0 && ++indices[dimension] == lengths[dimension]; dimension--)
            {
                indices[dimension] = 0;
            }
        }

        return array;
    }
}
