using System.Numerics;

namespace StaticAd.Tests.Harness;

/// <summary>Reads typed arguments off a flat vector.</summary>
public sealed class FlatReader(double[] values)
{
    private int _position;

    public T Scalar<T>()
        where T : INumberBase<T>
        => T.CreateTruncating(values[_position++]);

    /// <summary>A structure whose active leaves are read, and whose passive ones are those of <paramref name="template"/>.</summary>
    public T Struct<T>(T template = default)
        where T : struct
        => StructLeaves.Fill(template, _ => values[_position++]);

    /// <summary>The same for each element of an array.</summary>
    public T[] Structs<T>(T[] templates)
        where T : struct
        => [.. templates.Select(template => Struct(template))];

    public T[] Structs<T>(int length)
        where T : struct
        => Structs(new T[length]);

    public T[] Buffer<T>(int length)
        where T : INumberBase<T>
    {
        var buffer = new T[length];
        for (var i = 0; i < length; i++)
        {
            buffer[i] = Scalar<T>();
        }

        return buffer;
    }
}

/// <summary>Appends typed results to a flat vector.</summary>
public sealed class FlatWriter(double[] values)
{
    private int _position;

    public void Write<T>(T value)
        where T : INumberBase<T>
        => values[_position++] = double.CreateTruncating(value);

    public void WriteStruct<T>(T value)
        where T : struct
        => StructLeaves.Visit(value, (_, number) => values[_position++] = number);

    public void WriteStruct<T>(T[] values)
        where T : struct
        => Array.ForEach(values, WriteStruct);

    public void WriteDerivative<T>(T[] values)
        where T : struct
        => Array.ForEach(values, WriteDerivative);

    /// <summary>A gradient, cotangent or tangent: its passive leaves must have their default.</summary>
    public void WriteDerivative<T>(T value)
        where T : struct
    {
        WriteStruct(value);
        if (StructLeaves.Passive(value) != StructLeaves.Passive(default(T)))
        {
            throw new InvalidOperationException($"A derivative has values in passive parts: {StructLeaves.Passive(value)}.");
        }
    }

    public void Write<T>(T[] buffer)
        where T : INumberBase<T>
        => Array.ForEach(buffer, Write);
}

/// <summary>What goes into one call of a generated method and what comes out, flattened.</summary>
public sealed class Exchange(int inputs, int outputs, Tape? tape = null)
{
    private readonly List<Action> _watched = [];
    private readonly List<object?> _passive = [];

    public double[] Inputs { get; init; } = new double[inputs];

    public double[] InputTangents { get; init; } = new double[inputs];

    public double[] Cotangents { get; init; } = new double[outputs];

    /// <summary>On return the gradient; on entry what the buffers hold (an added-to gradient starts from it).</summary>
    public double[] Gradients { get; init; } = new double[inputs];

    /// <summary>A matrix of derivatives, row by row; garbage until a method fills it.</summary>
    public double[] Matrix { get; set; } = [];

    public double[] Outputs { get; } = new double[outputs];

    public double[] OutputTangents { get; } = new double[outputs];

    public IReadOnlyList<object?> Passive => _passive;

    /// <summary>Managed bytes the generated methods allocated in this exchange.</summary>
    public long Allocated { get; set; }

    public Tape Tape => tape ?? throw new InvalidOperationException("This exchange has no tape.");

    /// <summary>A buffer full of garbage that an overwriting method must not let through.</summary>
    public static T[] Poison<T>(int length)
        where T : INumberBase<T>
    {
        var buffer = new T[length];
        buffer.AsSpan().Fill(T.CreateTruncating(double.NaN));
        return buffer;
    }

    public static T[] PoisonStructs<T>(int length)
        where T : struct
        => [.. Enumerable.Repeat(StructLeaves.Fill(default(T), _ => double.NaN), length)];

    /// <summary>The buffer must hold the same bits after the call.</summary>
    public T[] Watch<T>(string name, T[] buffer)
    {
        var before = (T[])buffer.Clone();
        _watched.Add(() =>
        {
            if (!before.AsSpan().SequenceEqual(buffer, BitwiseComparer<T>.Instance))
            {
                throw new InvalidOperationException($"'{name}' is an input and was written.");
            }
        });
        return buffer;
    }

    /// <summary>The same for an array of several dimensions or of arrays.</summary>
    public void Watch(string name, Array array)
    {
        object?[] before = [.. Shapes.Objects(array)];
        _watched.Add(() =>
        {
            if (!before.SequenceEqual(Shapes.Objects(array)))
            {
                throw new InvalidOperationException($"'{name}' is an input and was written.");
            }
        });
    }

    /// <summary>Throws if a watched buffer was written.</summary>
    public void VerifyWatched() => _watched.ForEach(verify => verify());

    public void NotePassive<T>(T value) => _passive.Add(value);

    public void NotePassive<T>(T[] values) => _passive.AddRange(values.Cast<object?>());

    private sealed class BitwiseComparer<T> : IEqualityComparer<T>
    {
        public static readonly BitwiseComparer<T> Instance = new();

        // Equals of float and double takes NaN for NaN, but 0 for -0.
        public bool Equals(T? x, T? y)
            => EqualityComparer<T>.Default.Equals(x, y) && IsNegative(x) == IsNegative(y);

        public int GetHashCode(T value) => 0;

        private static bool IsNegative(T? value) => value switch
        {
            double number => double.IsNegative(number),
            float number => float.IsNegative(number),
            Half number => Half.IsNegative(number),
            _ => false,
        };
    }
}
