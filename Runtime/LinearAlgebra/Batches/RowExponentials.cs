using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Softmax and its relatives, row by row. What is subtracted from the exponents is the largest of them.</summary>
internal static class RowExponentials
{
    public static void LogSumExps<T>(ReadOnlySpan<T> a, Span<T> results, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowLengths.CheckReduction(a, results, size, nameof(results));
        for (int i = 0; i < results.Length; i++)
        {
            ReadOnlySpan<T> row = a.Slice(i * size, size);
            T largest = RowReductions.Largest(row);
            T sum = T.Zero;
            foreach (T element in row)
            {
                sum += T.Exp(element - largest);
            }

            results[i] = T.IsFinite(largest) ? largest + T.Log(sum) : largest;
        }
    }

    public static void Softmax<T>(ReadOnlySpan<T> a, Span<T> softmax, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowLengths.CheckMap(a, softmax, size, nameof(softmax));
        for (int start = 0; start < a.Length; start += size)
        {
            ReadOnlySpan<T> row = a.Slice(start, size);
            Span<T> weights = softmax.Slice(start, size);
            T largest = RowReductions.Largest(row);
            T sum = T.Zero;
            for (int i = 0; i < size; i++)
            {
                weights[i] = T.Exp(row[i] - largest);
                sum += weights[i];
            }

            for (int i = 0; i < size; i++)
            {
                weights[i] /= sum;
            }
        }
    }

    public static void LogSoftmax<T>(ReadOnlySpan<T> a, Span<T> logSoftmax, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowLengths.CheckMap(a, logSoftmax, size, nameof(logSoftmax));
        for (int start = 0; start < a.Length; start += size)
        {
            ReadOnlySpan<T> row = a.Slice(start, size);
            T largest = RowReductions.Largest(row);
            T sum = T.Zero;
            foreach (T element in row)
            {
                sum += T.Exp(element - largest);
            }

            T log = T.Log(sum);
            for (int i = 0; i < size; i++)
            {
                logSoftmax[start + i] = row[i] - largest - log;
            }
        }
    }
}
