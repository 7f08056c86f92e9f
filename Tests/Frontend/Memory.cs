namespace StaticAd.Tests.Frontend;

/// <summary>A run of elements as the interpreter holds it: an array, or a part of one.</summary>
/// <param name="Lengths">The lengths of the dimensions of the array that it is all elements of.</param>
/// <param name="Bounds">Where the rows of the array of arrays start and end that it is all elements of.</param>
internal sealed record Memory(Array Data, int Start, int Length, int[]? Lengths = null, int[]? Bounds = null)
{
    public object this[int index]
    {
        get => Data.GetValue(At(index))!;
        set => Data.SetValue(value, At(index));
    }

    /// <summary>A copy of an array; of an array of structures one for each leaf.</summary>
    public static object[] LeavesOf(Array array)
    {
        if (array.GetType().GetElementType()!.IsArray)
        {
            Array[] rows = [.. array.Cast<Array>()];
            int EndOf(int row) => rows.Take(row + 1).Sum(part => part.Length);
            var all = Array.CreateInstance(array.GetType().GetElementType()!.GetElementType()!, EndOf(rows.Length));
            Harness.Shapes.Objects(array).ToArray().CopyTo(all, 0);
            return [Of(all) with { Bounds = [.. rows.Select((row, i) => EndOf(i) - row.Length), .. rows.Select((_, i) => EndOf(i))] }];
        }

        if (array.Rank > 1)
        {
            var run = Array.CreateInstance(array.GetType().GetElementType()!, array.Length);
            array.Cast<object>().ToArray().CopyTo(run, 0);
            return [Of(run) with { Lengths = [.. Enumerable.Range(0, array.Rank).Select(array.GetLength)] }];
        }

        Type type = array.GetType().GetElementType()!;
        object[] leaves = [.. Harness.StructLeaves.All(Activator.CreateInstance(type)!)];
        if (leaves is [var single] && single.GetType() == type)
        {
            return [Of((Array)array.Clone())];
        }

        object[][] elements = [.. array.Cast<object>().Select(element => Harness.StructLeaves.All(element).ToArray())];
        return [.. leaves.Select((leaf, k) =>
        {
            var data = Array.CreateInstance(leaf.GetType(), elements.Length);
            for (int i = 0; i < elements.Length; i++)
            {
                data.SetValue(elements[i][k], i);
            }

            return Of(data);
        })];
    }

    /// <summary>What the leaves of the elements hold, element by element.</summary>
    public static IEnumerable<object> Interleaved(object[] leaves) =>
        Enumerable.Range(0, ((Memory)leaves[0]).Length).SelectMany(i => leaves.Select(leaf => ((Memory)leaf)[i]));

    public static Memory Of(Array data) => new(data, 0, data.Length);

    public Memory Slice(int start, int count) =>
        start >= 0 && count >= 0 && start + count <= Length
            ? this with { Start = Start + start, Length = count }
            : throw new ArgumentOutOfRangeException(nameof(start));

    public void CopyTo(Memory destination)
    {
        if (Length > destination.Length)
        {
            throw new ArgumentException("The destination is too short.", nameof(destination));
        }

        Array.Copy(Data, Start, destination.Data, destination.Start, Length);
    }

    /// <summary>A copy of the elements.</summary>
    public Array ToArray()
    {
        var copy = Array.CreateInstance(Data.GetType().GetElementType()!, Length);
        Array.Copy(Data, Start, copy, 0, Length);
        return copy;
    }

    private int At(int index) => index >= 0 && index < Length ? Start + index : throw new IndexOutOfRangeException();
}
