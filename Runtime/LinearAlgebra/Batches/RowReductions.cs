using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>What is one number of each row, and normalisation by such numbers.</summary>
internal static class RowReductions
{
    public static void Maxima<T>(ReadOnlySpan<T> a, Span<T> maxima, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        RowLengths.CheckReduction(a, maxima, size, nameof(maxima));
        for (int i = 0; i < maxima.Length; i++)
        {
            maxima[i] = Largest(a.Slice(i * size, size));
        }
    }

    public static void Minima<T>(ReadOnlySpan<T> a, Span<T> minima, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        RowLengths.CheckReduction(a, minima, size, nameof(minima));
        for (int i = 0; i < minima.Length; i++)
        {
            T smallest = T.PositiveInfinity;
            foreach (T element in a.Slice(i * size, size))
            {
                smallest = T.Min(smallest, element);
            }

            minima[i] = smallest;
        }
    }

    public static void Products<T>(ReadOnlySpan<T> a, Span<T> products, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowLengths.CheckReduction(a, products, size, nameof(products));
        for (int i = 0; i < products.Length; i++)
        {
            T product = T.One;
            foreach (T element in a.Slice(i * size, size))
            {
                product *= element;
            }

            products[i] = product;
        }
    }

    public static void LayerNorm<T>(ReadOnlySpan<T> a, Span<T> normalized, int size, T epsilon)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowLengths.CheckMap(a, normalized, size, nameof(normalized));
        for (int start = 0; start < a.Length; start += size)
        {
            ReadOnlySpan<T> row = a.Slice(start, size);
            (T mean, T deviation) = MeanAndDeviation(row, epsilon);
            for (int i = 0; i < size; i++)
            {
                normalized[start + i] = (row[i] - mean) / deviation;
            }
        }
    }

    public static T Largest<T>(ReadOnlySpan<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T largest = T.NegativeInfinity;
        foreach (T element in row)
        {
            largest = T.Max(largest, element);
        }

        return largest;
    }

    private static (T Mean, T Deviation) MeanAndDeviation<T>(ReadOnlySpan<T> row, T epsilon)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sum = T.Zero, squares = T.Zero, count = T.CreateChecked(row.Length);
        foreach (T element in row)
        {
            sum += element;
        }

        T mean = sum / count;
        foreach (T element in row)
        {
            squares += (element - mean) * (element - mean);
        }

        return (mean, T.Sqrt((squares / count) + epsilon));
    }
}
