namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>A small square matrix, row-major.</summary>
internal sealed class SquareMatrix(int size, double[] elements)
{
    public double Trace => Enumerable.Range(0, size).Sum(i => elements[i * (size + 1)]);

    public SquareMatrix Transpose => Of(size, (row, column) => elements[(column * size) + row]);

    /// <summary>By the adjugate's recurrence of Faddeev and LeVerrier, which needs no pivots.</summary>
    public SquareMatrix Inverse
    {
        get
        {
            SquareMatrix adjugate = Identity(size);
            for (int k = 1; k < size; k++)
            {
                SquareMatrix product = this * adjugate;
                adjugate = product + ((-product.Trace / k) * Identity(size));
            }

            return (size / (this * adjugate).Trace) * adjugate;
        }
    }

    public static SquareMatrix Identity(int size) => Of(size, static (row, column) => row == column ? 1 : 0);

    public double Inner(SquareMatrix other) => elements.Zip(other.Elements, static (a, b) => a * b).Sum();

    public void Write(Span<double> target) => elements.CopyTo(target);

    public static SquareMatrix operator +(SquareMatrix left, SquareMatrix right) =>
        Of(left.Size, (row, column) => left[row, column] + right[row, column]);

    public static SquareMatrix operator *(double factor, SquareMatrix matrix) =>
        Of(matrix.Size, (row, column) => factor * matrix[row, column]);

    public static SquareMatrix operator *(SquareMatrix left, SquareMatrix right) =>
        Of(left.Size, (row, column) => Enumerable.Range(0, left.Size).Sum(i => left[row, i] * right[i, column]));

    private int Size => size;

    private double[] Elements => elements;

    private double this[int row, int column] => elements[(row * size) + column];

    private static SquareMatrix Of(int size, Func<int, int, double> element) =>
        new(size, [.. Enumerable.Range(0, size * size).Select(i => element(i / size, i % size))]);
}
