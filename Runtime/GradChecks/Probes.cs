namespace StaticAd.GradChecks;

/// <summary>The directions in which derivatives are compared.</summary>
/// <param name="Inputs">The columns of the Jacobian: all elements, or in a fast check random directions.</param>
/// <param name="Cotangents">Its rows: all elements and some combinations, or in a fast check random combinations.</param>
/// <param name="IsFull">Whether all entries are compared.</param>
internal sealed record Probes(IReadOnlyList<Direction> Inputs, IReadOnlyList<Direction> Cotangents, bool IsFull)
{
    private const int RandomDirections = 2;

    /// <summary>So many entries of a matrix cost no more than the rest of a fast check.</summary>
    private const int FewEntries = 1 << 16;

    /// <summary>Whether a matrix is compared whole: in a fast check only where it is small, as the number of calls must not grow with the inputs.</summary>
    public bool Affords(int rows, int columns) => IsFull || (long)rows * columns <= FewEntries;

    public static Probes Of(bool fast, VectorLayout inputs, VectorLayout outputs, double[] point, Random random)
    {
        // Three digits are too few for sums of differences.
        bool isFast = fast && !inputs.Has(typeof(Half)) && !outputs.Has(typeof(Half));
        return isFast
            ? new Probes(
                [.. Some(inputs).SelectMany(segment => Repeat(() => Direction.In(inputs, segment, random, point)))],
                [.. Some(outputs).SelectMany(segment => Repeat(() => Direction.In(outputs, segment, random)))],
                IsFull: false)
            : new Probes(
                [.. Enumerable.Range(0, inputs.Length).Select(element => Direction.Unit(inputs, element))],
                [
                    .. Enumerable.Range(0, outputs.Length).Select(element => Direction.Unit(outputs, element)),
                    .. Repeat(() => Direction.Through(outputs, random)),
                ],
                IsFull: true);
    }

    /// <summary>The segments that have elements.</summary>
    private static IEnumerable<int> Some(VectorLayout layout) =>
        Enumerable.Range(0, layout.Segments.Count).Where(segment => layout.Segments[segment].Length > 0);

    private static IEnumerable<Direction> Repeat(Func<Direction> direction) => Enumerable.Range(0, RandomDirections).Select(_ => direction());
}
