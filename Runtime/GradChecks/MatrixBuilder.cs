namespace StaticAd.GradChecks;

/// <summary>Collects the entries of both Jacobians while they are compared.</summary>
internal sealed class MatrixBuilder(string check, bool isWanted, VectorLayout outputs, VectorLayout inputs)
{
    private readonly Dictionary<(int Row, int Column), (double Analytic, Expectation Expected)> _entries = [];

    public string Check => check;

    public void Set(Direction row, Direction column, double analytic, Expectation expected)
    {
        if (isWanted && row.IsUnit && column.IsUnit)
        {
            _entries[(row.Element, column.Element)] = (analytic, expected);
        }
    }

    public void SetColumn(Direction column, double[] analytic, Expectation[] expected)
    {
        for (int o = 0; o < analytic.Length && isWanted; o++)
        {
            _entries[(o, column.Element)] = (analytic[o], expected[o]);
        }
    }

    public GradCheckJacobians? ToJacobians()
    {
        if (_entries.Count != outputs.Length * inputs.Length || _entries.Count == 0)
        {
            return null;
        }

        var analytic = new double[outputs.Length, inputs.Length];
        var numeric = new double[outputs.Length, inputs.Length];
        var tolerance = new double[outputs.Length, inputs.Length];
        foreach (((int row, int column), (double value, Expectation expected)) in _entries)
        {
            analytic[row, column] = value;
            numeric[row, column] = expected.Nearest(value);
            tolerance[row, column] = expected.Tolerance;
        }

        return new GradCheckJacobians(check, Names(outputs), Names(inputs), analytic, numeric, tolerance);
    }

    private static string[] Names(VectorLayout layout) =>
        [.. Enumerable.Range(0, layout.Length).Select(element => layout.Place(element) is var (name, index) ? GradCheckElement.Place(name, index) : "")];
}
