namespace StaticAd.Tests.Harness;

/// <summary>
/// The batched methods against the scalar ones, element by element, with the argument sets of a method mixed in one batch so
/// that neighbouring lanes take different branches.
/// </summary>
internal sealed class BatchChecks(IReadOnlyList<MethodDriver> drivers, CheckReport report)
{
    private const double DoubleRelative = 1e-11;
    private const double SingleRelative = 2e-5;
    private static readonly int[] Lengths = [0, 1, 2, 3, 7, 8, 9, 16, 17, 33];

    public void Run()
    {
        foreach (var length in Lengths)
        {
            var points = Enumerable.Range(0, length).Select(Point).ToArray();
            report.Guard($"Batch of {length}", () => Compare("Batch", points, 1, drivers[0].Batch));
            report.Guard($"ValueAndGradientBatch of {length}", () => Compare(
                "ValueAndGradientBatch", points, 1 + drivers[0].InputNames.Count, drivers[0].ValueAndGradientBatch));
        }
    }

    /// <summary>The argument sets in turn: first as they are, then moved by a few per cent.</summary>
    private double[] Point(int element)
    {
        var point = drivers[element % drivers.Count].BatchPoint;
        var round = element / drivers.Count;
        return [.. point.Select((value, index) => value * (1 + 0.03 * Math.Sin(round * (index + 1.5))))];
    }

    private void Compare(string name, double[][] points, int results, Action<BatchExchange> call)
    {
        call(new BatchExchange(points, results));
        var batch = new BatchExchange(points, results);
        call(batch);
        if (batch.Allocated != 0)
        {
            report.Fail(name, $"a batch of {points.Length} allocated {batch.Allocated} managed bytes");
        }

        var expected = Enumerable.Range(0, points.Length).Select(element => drivers[0].BatchReference(batch, element)).ToArray();
        var relative = drivers[0].IsSingle ? SingleRelative : DoubleRelative;
        for (var result = 0; result < results; result++)
        {
            var reference = expected.Select(element => element[result]).ToArray();
            var tolerance = expected.Select((element, index) => relative * Math.Max(Math.Abs(reference[index]), 0.01 * Largest(element)));
            report.Compare($"{name} of {points.Length}", batch.ResultValues(result), reference, [.. tolerance], index =>
                $"{(result == 0 ? "value" : "gradient of " + drivers[0].InputNames[result - 1])} at ({string.Join(", ", points[index])})");
        }
    }

    private static double Largest(double[] element)
        => element.Select(Math.Abs).Where(double.IsFinite).DefaultIfEmpty().Max();
}
