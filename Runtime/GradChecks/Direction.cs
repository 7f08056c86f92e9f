namespace StaticAd.GradChecks;

/// <summary>A direction in the space of the inputs or outputs: that of one element, or a random one.</summary>
internal sealed class Direction
{
    private readonly double[]? _vector;
    private readonly int _length;

    private Direction((string Name, int? Index)? place, int element, int length, double[]? vector)
    {
        Place = place;
        Element = element;
        _length = length;
        _vector = vector;
    }

    /// <summary>What reports call it; nothing if it goes through all inputs or outputs.</summary>
    public (string Name, int? Index)? Place { get; }

    /// <summary>The only element that is not zero, or the first of those that may be.</summary>
    public int Element { get; }

    public bool IsUnit => _vector == null;

    public static Direction Unit(VectorLayout layout, int element) => new(layout.Place(element), element, layout.Length, null);

    /// <summary>A random direction within one segment, longer where the elements of <paramref name="point"/> are larger than one.</summary>
    public static Direction In(VectorLayout layout, int segment, Random random, double[]? point = null)
    {
        double[] vector = layout.RandomIn(segment, random);
        for (int i = 0; i < vector.Length && point != null; i++)
        {
            vector[i] *= Math.Max(1, Math.Abs(point[i]));
        }

        string name = layout.Segments[segment] is { Length: 1 } ? layout.Segments[segment].Name : $"{layout.Segments[segment].Name} in a random direction";
        return new Direction((name, null), layout.Start(segment), layout.Length, vector);
    }

    /// <summary>A random direction through all segments.</summary>
    public static Direction Through(VectorLayout layout, Random random) => new(null, 0, layout.Length, layout.Random(random));

    /// <summary>The vector's part in this direction.</summary>
    public double Of(double[] vector)
    {
        if (_vector == null)
        {
            return vector[Element];
        }

        double sum = 0;
        for (int i = 0; i < vector.Length; i++)
        {
            // An infinite element counts only where the direction has a part in it.
            sum += _vector[i] == 0 ? 0 : _vector[i] * vector[i];
        }

        return sum;
    }

    /// <summary>A new vector in this direction.</summary>
    public double[] ToVector()
    {
        double[] vector = _vector == null ? new double[_length] : (double[])_vector.Clone();
        if (_vector == null)
        {
            vector[Element] = 1;
        }

        return vector;
    }

    /// <summary>A combination of directions.</summary>
    public static double[] Combine(IReadOnlyList<Direction> directions, double[] coefficients, int length)
    {
        var sum = new double[length];
        for (int k = 0; k < directions.Count; k++)
        {
            if (directions[k]._vector is not { } vector)
            {
                sum[directions[k].Element] += coefficients[k];
                continue;
            }

            for (int i = 0; i < length; i++)
            {
                sum[i] += coefficients[k] * vector[i];
            }
        }

        return sum;
    }
}
