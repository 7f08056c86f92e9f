using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticAd.CompilerServices;

/// <summary>Arrays of arrays as generated code works on them: the elements of all rows, one row behind the other.</summary>
public static class Rows
{
    private const int FewPairs = 1024;

    /// <summary>Finds where each row starts and ends in the run of all elements.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="bounds">Takes where each row starts, then where each ends; twice as long as there are rows.</param>
    /// <returns>The length of the run.</returns>
    /// <exception cref="OverflowException">There are more elements than a run can have.</exception>
    public static int Measure<T>(T[][] rows, Span<int> bounds)
        where T : unmanaged
    {
        int length = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            bounds[i] = length;
            length = checked(length + rows[i].Length);
            bounds[rows.Length + i] = length;
        }

        return length;
    }

    /// <summary>The number of elements in all rows.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <exception cref="OverflowException">There are more elements than a run can have.</exception>
    public static int Count<T>(T[][] rows)
        where T : unmanaged
    {
        int count = 0;
        foreach (T[] row in rows)
        {
            count = checked(count + row.Length);
        }

        return count;
    }

    /// <summary>Copies all rows into one run.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="elements">The run.</param>
    public static void Gather<T>(T[][] rows, Span<T> elements)
        where T : unmanaged
    {
        foreach (T[] row in rows)
        {
            row.CopyTo(elements);
            elements = elements[row.Length..];
        }
    }

    /// <summary>Copies the run back into the rows.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="elements">The run.</param>
    /// <param name="rows">The rows.</param>
    public static void Scatter<T>(ReadOnlySpan<T> elements, T[][] rows)
        where T : unmanaged
    {
        foreach (T[] row in rows)
        {
            elements[..row.Length].CopyTo(row);
            elements = elements[row.Length..];
        }
    }

    /// <inheritdoc cref="Scatter{T}(ReadOnlySpan{T}, T[][])"/>
    public static void Scatter<T>(Span<T> elements, T[][] rows)
        where T : unmanaged =>
        Scatter((ReadOnlySpan<T>)elements, rows);

    /// <summary>Whether a row of one array is a row of another, or one of an array stands in it twice.</summary>
    internal static bool Meet<T>(T[][] written, T[][] others)
        where T : unmanaged =>
        Unsafe.SizeOf<T>() < sizeof(int) || (long)written.Length * others.Length <= FewPairs ? MeetInPairs(written, others) : MeetByMarks(written, others);

    private static bool MeetInPairs<T>(T[][] written, T[][] others)
    {
        for (int i = 0; i < written.Length; i++)
        {
            for (int j = ReferenceEquals(written, others) ? i + 1 : 0; j < others.Length; j++)
            {
                if (ReferenceEquals(written[i], others[j]) && written[i].Length > 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Each written row holds its own number for a moment; who finds it elsewhere looks at the same memory.</summary>
    private static bool MeetByMarks<T>(T[][] written, T[][] others)
        where T : unmanaged
    {
        int[] saved = ArrayPool<int>.Shared.Rent(written.Length);
        for (int i = 0; i < written.Length; i++)
        {
            if (written[i].Length > 0)
            {
                ref int first = ref First(written[i]);
                (saved[i], first) = (first, i);
            }
        }

        bool meet = false;
        for (int i = 0; i < others.Length && !meet; i++)
        {
            if (others[i].Length > 0)
            {
                int mark = First(others[i]);
                meet = ReferenceEquals(written, others)
                    ? mark != i
                    : (uint)mark < (uint)written.Length && ReferenceEquals(written[mark], others[i]);
            }
        }

        for (int i = written.Length - 1; i >= 0; i--)
        {
            if (written[i].Length > 0)
            {
                First(written[i]) = saved[i];
            }
        }

        ArrayPool<int>.Shared.Return(saved);
        return meet;
    }

    // Halves, which are smaller than an int, are compared in pairs.
    private static ref int First<T>(T[] row) => ref Unsafe.As<T, int>(ref MemoryMarshal.GetArrayDataReference(row));
}
