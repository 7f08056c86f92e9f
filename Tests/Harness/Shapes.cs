namespace StaticAd.Tests.Harness;

/// <summary>Arrays of several dimensions and the run of their elements, the last index running fastest.</summary>
public static class Shapes
{
    public static T[] Flat<T>(Array array) => [.. array.Cast<T>()];

    /// <summary>An array of the shape of another.</summary>
    public static Array Shaped<T>(T[] elements, Array shape)
    {
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
