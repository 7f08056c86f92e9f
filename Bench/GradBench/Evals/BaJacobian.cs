using StaticAd.GradBench.Models;

namespace StaticAd.GradBench.Evals;

/// <summary>A matrix in compressed sparse rows, of the size that bundle adjustment needs.</summary>
internal sealed class BaJacobian(int observations)
{
    /// <summary>What an observation depends on: a camera, a point and a weight.</summary>
    public const int RowLength = Ba.CameraParameters + 3 + 1;

    private int _rows;
    private int _entries;

    /// <summary>Where each row starts, and where the last ends.</summary>
    public int[] Rows { get; } = new int[3 * observations + 1];

    public int[] Columns { get; } = new int[(2 * RowLength + 1) * observations];

    public double[] Values { get; } = new double[(2 * RowLength + 1) * observations];

    public void Clear()
    {
        _rows = 0;
        _entries = 0;
    }

    /// <summary>Appends the row of one coordinate of an observation; the columns are the first ones of its parts.</summary>
    public void AddRow(int camera, int point, int weight, ReadOnlySpan<double> values)
    {
        Span<int> columns = Columns.AsSpan(_entries, RowLength);
        for (int j = 0; j < Ba.CameraParameters; j++)
        {
            columns[j] = camera + j;
        }

        for (int j = 0; j < 3; j++)
        {
            columns[Ba.CameraParameters + j] = point + j;
        }

        columns[^1] = weight;
        values.CopyTo(Values.AsSpan(_entries));
        EndRow(RowLength);
    }

    /// <summary>Appends a row of one entry.</summary>
    public void AddEntry(int column, double value)
    {
        Columns[_entries] = column;
        Values[_entries] = value;
        EndRow(1);
    }

    private void EndRow(int length)
    {
        _entries += length;
        _rows++;
        Rows[_rows] = _entries;
    }
}
