namespace StaticAd;

/// <summary>The two Jacobians of a <see cref="GradCheck"/>: rows are outputs, columns are inputs.</summary>
/// <param name="Check">What was compared with what.</param>
/// <param name="Outputs">The names of the rows.</param>
/// <param name="Inputs">The names of the columns.</param>
/// <param name="Analytic">By the derivative method.</param>
/// <param name="Numeric">By differences; at a kink, what is nearest to the analytic one of all that would pass.</param>
/// <param name="Tolerance">How far apart the two may be.</param>
public sealed record GradCheckJacobians(
    string Check, IReadOnlyList<string> Outputs, IReadOnlyList<string> Inputs, double[,] Analytic, double[,] Numeric, double[,] Tolerance)
{
    private const int MostRows = 12;
    private const int MostColumns = 8;

    /// <summary>Both as tables; entries that do not agree have an exclamation mark. Of large ones the first rows and columns.</summary>
    public override string ToString() => $"analytic Jacobian ({Check}):{Table(Analytic)}\nnumeric Jacobian:{Table(Numeric)}";

    private string Table(double[,] entries)
    {
        int rows = Math.Min(MostRows, Outputs.Count), columns = Math.Min(MostColumns, Inputs.Count);
        string[][] cells =
        [
            ["", .. Inputs.Take(columns), .. Inputs.Count > columns ? ["…"] : Array.Empty<string>()],
            .. Enumerable.Range(0, rows).Select(row => Row(entries, row, columns)),
        ];
        int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length))];
        IEnumerable<string> lines = cells.Select(row => "\n  " + string.Join("  ", row.Select((cell, i) => cell.PadLeft(widths[i]))));
        return string.Concat(lines) + (Outputs.Count > rows ? $"\n  … {Outputs.Count - rows} rows more" : "");
    }

    private string[] Row(double[,] entries, int row, int columns) =>
    [
        Outputs[row],
        .. Enumerable.Range(0, columns).Select(column => FormattableString.Invariant($"{entries[row, column]:G6}{Mark(row, column)}")),
        .. Inputs.Count > columns ? ["…"] : Array.Empty<string>(),
    ];

    private string Mark(int row, int column)
    {
        double analytic = Analytic[row, column], numeric = Numeric[row, column];
        return analytic == numeric || Math.Abs(analytic - numeric) <= Tolerance[row, column] ? " " : "!";
    }
}
