using System.Runtime.CompilerServices;

namespace StaticAd.GradChecks;

/// <summary>One active input or output of a function, as a stretch of a vector of doubles.</summary>
/// <param name="Name">Name for reports.</param>
/// <param name="ElementType"><see cref="double"/>, <see cref="float"/>, <see cref="Half"/> or a structure of them.</param>
/// <param name="IsBuffer">Whether it is a buffer; otherwise a scalar.</param>
/// <param name="Length">Number of elements; 1 for a scalar; for structures that of all their leaves.</param>
/// <param name="Parameter">The function's parameter, or <see langword="null"/> for the return value.</param>
/// <param name="ResultItem">Place in a returned tuple.</param>
/// <param name="Leaves">The numbers of a structure.</param>
/// <param name="Blank">A structure of that type with nothing in it, or an array of such.</param>
/// <param name="Shape">Of an array of several dimensions, their lengths; of an array of arrays, those of its rows.</param>
internal sealed record Segment(
    string Name, Type ElementType, bool IsBuffer, int Length, FunctionParameter? Parameter = null, int ResultItem = 0,
    IReadOnlyList<StructLeaf>? Leaves = null, object? Blank = null, int[]? Shape = null)
{
    public bool IsInOut => Parameter is { IsInOut: true };

    /// <summary>The type of one number in it.</summary>
    public Type TypeAt(int index) => Leaves?[index % Leaves.Count].Type ?? ElementType;

    /// <summary>The elements from <paramref name="offset"/> on as a new array, a boxed scalar or a boxed structure.</summary>
    /// <param name="vector">All numbers.</param>
    /// <param name="offset">Where those of this segment start.</param>
    /// <param name="template">What the passive parts of a structure are taken from; otherwise they have their default.</param>
    public object ToObject(double[] vector, int offset, object? template = null)
    {
        if (Leaves != null && IsBuffer)
        {
            var array = (Array)((Array)(template ?? Blank!)).Clone();
            for (int i = 0; i < array.Length; i++)
            {
                array.SetValue(Filled(array.GetValue(i)!, vector, offset + (i * Leaves.Count)), i);
            }

            return array;
        }

        if (Leaves != null)
        {
            return Filled(RuntimeHelpers.GetObjectValue(template ?? Blank!)!, vector, offset);
        }

        // The derivative of a view of matrices is a span.
        if (Shape != null && (Parameter!.View is null || template != null))
        {
            return Shaped(vector, offset);
        }

        return IsBuffer ? Number.In(ElementType, vector.AsSpan(offset, Length).ToArray()) : Number.In(ElementType, vector[offset]);
    }

    /// <summary>Copies an array or boxed scalar into a vector.</summary>
    public void FromObject(object? value, double[] vector, int offset)
    {
        switch (value)
        {
            case Array array when Leaves != null:
                for (int i = 0; i < array.Length; i++)
                {
                    Take(array.GetValue(i)!, vector, offset + (i * Leaves.Count));
                }

                break;
            case not null when Leaves != null:
                Take(value, vector, offset);
                break;
            case Array array when Shape != null && (array.Rank > 1 || array.GetType() == Blank!.GetType()):
                foreach (object? element in array)
                {
                    FromObject(element, vector, offset);
                    offset += (element as Array)?.Length ?? 1;
                }

                break;
            case double or float or Half:
                vector[offset] = Number.Of(value);
                break;
            case double[] values:
                values.CopyTo(vector, offset);
                break;
            case float[] values:
                Array.ConvertAll(values, static x => (double)x).CopyTo(vector, offset);
                break;
            case Half[] values:
                Array.ConvertAll(values, static x => (double)x).CopyTo(vector, offset);
                break;
            default:
                throw new InvalidOperationException($"'{Name}' has no value.");
        }
    }

    private Array Shaped(double[] vector, int offset)
    {
        if (Parameter!.IsJagged)
        {
            return Rows(vector, offset);
        }

        var array = (Array)((Array)Blank!).Clone();
        var indices = new int[Shape!.Length];
        for (int i = 0; i < array.Length; i++)
        {
            for (int dimension = Shape.Length - 1, rest = i; dimension >= 0; dimension--)
            {
                (rest, indices[dimension]) = Math.DivRem(rest, Shape[dimension]);
            }

            array.SetValue(Number.In(ElementType, vector[offset + i]), indices);
        }

        return array;
    }

    private Array Rows(double[] vector, int offset)
    {
        var array = (Array)((Array)Blank!).Clone();
        for (int i = 0; i < Shape!.Length; i++)
        {
            array.SetValue(Number.In(ElementType, vector.AsSpan(offset, Shape[i]).ToArray()), i);
            offset += Shape[i];
        }

        return array;
    }

    private object Filled(object whole, double[] vector, int offset) =>
        Leaves!.Index().Aggregate(whole, (part, leaf) => leaf.Item.With(part, vector[offset + leaf.Index]));

    private void Take(object whole, double[] vector, int offset)
    {
        foreach ((int i, StructLeaf leaf) in Leaves!.Index())
        {
            vector[offset + i] = leaf.Get(whole);
        }
    }

    /// <summary>A new array of not-a-numbers, for a method that must overwrite it.</summary>
    public object Poison()
    {
        var vector = new double[Length];
        Array.Fill(vector, double.NaN);
        return ToObject(vector, 0);
    }
}
