namespace StaticAd.Tests.Linear;

/// <summary>Matrices as they stand in a textbook.</summary>
internal static class Naive
{
    public static double[] Random(Random random, int length)
    {
        var numbers = new double[length];
        foreach (ref double number in numbers.AsSpan())
        {
            number = (2 * random.NextDouble()) - 1;
        }

        return numbers;
    }

    /// <summary>The matrix of a number, or the only one.</summary>
    public static double[] Matrix(double[] batch, int size, int number) =>
        batch.Length == size ? batch : batch[(number * size)..((number + 1) * size)];

    public static double[] Transpose(double[] a, int rows, int columns)
    {
        var result = new double[a.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                result[(j * rows) + i] = a[(i * columns) + j];
            }
        }

        return result;
    }

    public static double[] Multiply(double[] a, double[] b, int rows, int inner, int columns)
    {
        var result = new double[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                for (int k = 0; k < inner; k++)
                {
                    result[(i * columns) + j] += a[(i * inner) + k] * b[(k * columns) + j];
                }
            }
        }

        return result;
    }

    public static double[] Identity(int n)
    {
        var result = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            result[i * (n + 1)] = 1;
        }

        return result;
    }

    /// <summary>The largest sum of absolute values of a row.</summary>
    public static double Norm(double[] a, int columns) => a.Length == 0 ? 0 : a.Chunk(columns).Max(row => row.Sum(Math.Abs));

    public static double[] Subtract(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x - y)];

    /// <summary>A A' + I, exactly symmetric and positive definite.</summary>
    public static double[] PositiveDefinite(Random random, int n)
    {
        double[] a = Random(random, n * n);
        double[] result = Multiply(a, Transpose(a, n, n), n, n, n);
        for (int i = 0; i < n; i++)
        {
            result[i * (n + 1)] += 1;
        }

        return result;
    }

    public static float[] Single(double[] numbers) => [.. numbers.Select(number => (float)number)];

    public static double[] Double(float[] numbers) => [.. numbers.Select(number => (double)number)];
}
