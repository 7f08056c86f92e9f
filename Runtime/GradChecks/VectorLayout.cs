namespace StaticAd.GradChecks;

/// <summary>The active inputs, or the active outputs, of a function laid end to end in one vector.</summary>
internal sealed class VectorLayout
{
    private readonly int[] _offsets;

    public VectorLayout(IReadOnlyList<Segment> segments)
    {
        Segments = segments;
        _offsets = new int[segments.Count];
        for (int i = 0; i < segments.Count; i++)
        {
            _offsets[i] = Length;
            Length += segments[i].Length;
        }
    }

    public IReadOnlyList<Segment> Segments { get; }

    public int Length { get; }

    /// <summary>Whether there are numbers of a type.</summary>
    public bool Has(Type number) => Segments.Any(segment => Enumerable.Range(0, segment.Length).Any(i => segment.TypeAt(i) == number) || segment.ElementType == number);

    /// <summary>Name of the segment that holds an element, and the index in it if it is a buffer.</summary>
    public (string Name, int? Index) Place(int element)
    {
        int segment = SegmentOf(element);
        int index = element - _offsets[segment];
        string at = Segments[segment] is { IsBuffer: true, Leaves.Count: var count } ? $"[{index / count}]" : "";
        return Segments[segment].Leaves is { } leaves
            ? ($"{Segments[segment].Name}{at}.{leaves[index % leaves.Count].Path}", null)
            : (Segments[segment].Name, Segments[segment].IsBuffer ? index : null);
    }

    /// <summary>A value as the element's type can hold it.</summary>
    public double Round(int element, double value)
    {
        int segment = SegmentOf(element);
        return Number.Rounded(Segments[segment].TypeAt(element - _offsets[segment]), value);
    }

    public object ToObject(int segment, double[] vector, object? template = null) =>
        Segments[segment].ToObject(vector, _offsets[segment], template);

    public void FromObject(int segment, object? value, double[] vector) =>
        Segments[segment].FromObject(value, vector, _offsets[segment]);

    /// <summary>Numbers of either sign, away from zero, as the elements' types can hold them.</summary>
    public double[] Random(Random random)
    {
        var vector = new double[Length];
        for (int i = 0; i < Length; i++)
        {
            double magnitude = 0.25 + 0.75 * random.NextDouble();
            vector[i] = Round(i, random.Next(2) == 0 ? magnitude : -magnitude);
        }

        return vector;
    }

    /// <summary>The same, zero in all segments but one.</summary>
    public double[] RandomIn(int segment, Random random)
    {
        double[] vector = Random(random);
        Array.Clear(vector, 0, _offsets[segment]);
        Array.Clear(vector, End(segment), Length - End(segment));
        return vector;
    }

    /// <summary>Where a segment's elements begin.</summary>
    public int Start(int segment) => _offsets[segment];

    private int End(int segment) => _offsets[segment] + Segments[segment].Length;

    /// <summary>The segment that holds an element.</summary>
    public int SegmentOf(int element)
    {
        int segment = _offsets.Length - 1;
        while (_offsets[segment] > element)
        {
            segment--;
        }

        return segment;
    }
}
