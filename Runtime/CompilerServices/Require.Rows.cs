using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

public static partial class Require
{
    /// <summary>Throws unless an array of arrays and all its rows are there.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="rows">The array.</param>
    /// <param name="name">Name of its parameter.</param>
    /// <exception cref="ArgumentNullException">It is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A row is.</exception>
    public static void NoNullRows<T>([NotNull] T[][]? rows, string name)
    {
        NotNull(rows, name);
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i] is null)
            {
                throw new ArgumentException($"Row {i} of '{name}' is null.", name);
            }
        }
    }

    /// <summary>Throws unless an array of arrays has rows as long as those of another.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="rows">The array, for instance a tangent.</param>
    /// <param name="reference">What it belongs to.</param>
    /// <param name="name">Name of the array's parameter.</param>
    /// <param name="belongsTo">Name of the parameter that it belongs to.</param>
    /// <exception cref="ArgumentException">The lengths differ; the message says where.</exception>
    public static void SameRows<T>([NotNull] T[][]? rows, T[][] reference, string name, string belongsTo)
    {
        NoNullRows(rows, name);
        Length(rows, reference.Length, name, belongsTo);
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length != reference[i].Length)
            {
                throw new ArgumentException(
                    $"Row {i} of '{name}' has {rows[i].Length} elements and must have the {reference[i].Length} of '{belongsTo}'.", name);
            }
        }
    }

    /// <summary>The same for one that will be written: no two of its rows may be one.</summary>
    /// <inheritdoc cref="SameRows"/>
    public static void SameSeparateRows<T>([NotNull] T[][]? rows, T[][] reference, string name, string belongsTo)
        where T : unmanaged
    {
        SameRows(rows, reference, name, belongsTo);
        if (Rows.Meet(rows, rows))
        {
            throw new ArgumentException($"'{name}' is written and has a row twice. Pass an array of its own for each row.", name);
        }
    }

    /// <summary>Throws if an array of arrays that will be written has a row of another.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="written">The array that will be written.</param>
    /// <param name="other">The other one.</param>
    /// <param name="name">Name of the written array's parameter.</param>
    /// <param name="otherName">Name of the other's parameter.</param>
    /// <exception cref="ArgumentException">They have a row in common; the message names both.</exception>
    public static void DisjointRows<T>(T[][] written, T[][] other, string name, string otherName)
        where T : unmanaged
    {
        bool meet = ReferenceEquals(written, other) ? Array.Exists(written, static row => row.Length > 0) : Rows.Meet(written, other);
        if (meet)
        {
            ThrowOverlap(name, otherName);
        }
    }

    /// <inheritdoc cref="DisjointRows{T}(T[][], T[][], string, string)"/>
    public static void DisjointRows<T>(T[][] written, ReadOnlySpan<T> other, string name, string otherName)
        where T : unmanaged
    {
        foreach (T[] row in written)
        {
            Disjoint((Span<T>)row, other, name, otherName);
        }
    }

    /// <inheritdoc cref="DisjointRows{T}(T[][], T[][], string, string)"/>
    public static void DisjointRows<T>(Span<T> written, T[][] other, string name, string otherName)
        where T : unmanaged
    {
        foreach (T[] row in other)
        {
            Disjoint(written, row, name, otherName);
        }
    }

    /// <summary>Throws if a parameter is an element of a row, and one of the two will be written.</summary>
    /// <typeparam name="T">Type of the parameter and of the elements.</typeparam>
    /// <param name="scalar">The parameter.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="rowsName">Name of the rows' parameter.</param>
    /// <exception cref="ArgumentException">A row contains the parameter; the message names both.</exception>
    public static void OutsideRows<T>(ref readonly T scalar, T[][] rows, string name, string rowsName)
    {
        foreach (T[] row in rows)
        {
            Outside(in scalar, row, name, rowsName);
        }
    }
}
