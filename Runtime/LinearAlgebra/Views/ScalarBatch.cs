using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd;

/// <summary>Numbers, one for each matrix of a <see cref="MatrixBatch{T}"/>: a view of somebody's memory.</summary>
/// <remarks>What operators compute lies in the thread's arena.</remarks>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public readonly ref struct ScalarBatch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A view of numbers.</summary>
    /// <param name="values">The numbers.</param>
    public ScalarBatch(ReadOnlySpan<T> values) => Values = values;

    /// <summary>The numbers.</summary>
    public ReadOnlySpan<T> Values { get; }

    /// <summary>How many there are.</summary>
    public int Length => Values.Length;

    /// <summary>One of the numbers.</summary>
    /// <param name="index">Which, from 0 on.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such number.</exception>
    public T this[int index] => Values[index];

    /// <summary>Sums, number by number.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">As many, or a single one.</param>
    /// <exception cref="ArgumentException">There are not as many.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public static ScalarBatch<T> operator +(scoped ScalarBatch<T> a, scoped ScalarBatch<T> b)
    {
        Span<T> sum = Arena.Allocate<T>(Grid.Batch(a.Length, b.Length));
        LinearAlgebra.Add(a.Values, b.Values, sum, 1);
        return new ScalarBatch<T>(sum);
    }

    /// <summary>Differences, number by number.</summary>
    /// <inheritdoc cref="op_Addition"/>
    public static ScalarBatch<T> operator -(scoped ScalarBatch<T> a, scoped ScalarBatch<T> b)
    {
        Span<T> difference = Arena.Allocate<T>(Grid.Batch(a.Length, b.Length));
        LinearAlgebra.Subtract(a.Values, b.Values, difference, 1);
        return new ScalarBatch<T>(difference);
    }

    /// <summary>Products, number by number.</summary>
    /// <inheritdoc cref="op_Addition"/>
    public static ScalarBatch<T> operator *(scoped ScalarBatch<T> a, scoped ScalarBatch<T> b)
    {
        Span<T> product = Arena.Allocate<T>(Grid.Batch(a.Length, b.Length));
        LinearAlgebra.Hadamard(a.Values, b.Values, product, 1);
        return new ScalarBatch<T>(product);
    }

    /// <summary>Multiples.</summary>
    /// <param name="factor">A number.</param>
    /// <param name="a">Numbers.</param>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public static ScalarBatch<T> operator *(T factor, scoped ScalarBatch<T> a)
    {
        Span<T> factors = Arena.Allocate<T>(1);
        factors[0] = factor;
        return new ScalarBatch<T>(factors) * a;
    }

    /// <inheritdoc cref="op_Multiply(T, ScalarBatch{T})"/>
    public static ScalarBatch<T> operator *(scoped ScalarBatch<T> a, T factor) => factor * a;

    /// <summary>Multiples, each matrix with a number of its own.</summary>
    /// <param name="factors">Numbers.</param>
    /// <param name="a">As many matrices; or of either a single one.</param>
    /// <exception cref="ArgumentException">There are not as many.</exception>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public static MatrixBatch<T> operator *(scoped ScalarBatch<T> factors, scoped MatrixBatch<T> a)
    {
        int count = Grid.Batch(factors.Length, a.Count), size = a.Rows * a.Columns;
        Span<T> scaled = Arena.Allocate<T>(Grid.Count(count, size));
        LinearAlgebra.Scale(factors.Values, a.Operand, scaled, size);
        return new MatrixBatch<T>(scaled, count, a.Rows, a.Columns);
    }

    /// <inheritdoc cref="op_Multiply(ScalarBatch{T}, MatrixBatch{T})"/>
    public static MatrixBatch<T> operator *(scoped MatrixBatch<T> a, scoped ScalarBatch<T> factors) => factors * a;

    /// <summary>The sum of all numbers.</summary>
    /// <exception cref="InvalidOperationException">No scope of the arena is open.</exception>
    public T Sum()
    {
        Span<T> sum = Arena.Allocate<T>(1);
        LinearAlgebra.Sums(Values, sum, Length);
        return sum[0];
    }

    /// <summary>Copies the numbers.</summary>
    /// <param name="target">Takes them.</param>
    /// <exception cref="ArgumentException">It has not as many elements.</exception>
    public void CopyTo(Span<T> target)
    {
        Require.Length(target, Length, nameof(target), "the numbers");
        Values.CopyTo(target);
    }
}
