using System.Numerics;

namespace StaticAd.Tests.Harness;

/// <summary>A batch of arguments and the guarded buffers that its results go into.</summary>
public sealed class BatchExchange(double[][] points, int results)
{
    private const int Guard = 5;
    private const double Sentinel = -1234.5;
    private readonly Dictionary<int, Func<double[]>> _results = [];

    public int Length => points.Length;

    public int Results => results;

    public long Allocated { get; set; }

    /// <summary>One element of the batch, read argument by argument.</summary>
    public FlatReader Element(int index) => new(points[index]);

    /// <summary>An input of the whole batch, in the middle of a larger array, so that its start is not aligned.</summary>
    public Memory<T> Input<T>(int argument)
        where T : INumberBase<T>
    {
        var buffer = Guarded<T>();
        for (var i = 0; i < Length; i++)
        {
            buffer[Guard + i] = T.CreateTruncating(points[i][argument]);
        }

        return buffer.AsMemory(Guard, Length);
    }

    /// <summary>A result of the whole batch, full of garbage; the elements around it must survive.</summary>
    public Memory<T> Result<T>(int index)
        where T : INumberBase<T>
    {
        var buffer = Guarded<T>();
        var result = buffer.AsMemory(Guard, Length);
        result.Span.Fill(T.CreateTruncating(double.NaN));
        _results[index] = () => Read(buffer);
        return result;
    }

    /// <summary>The values of a result after the call. Throws if the call wrote outside it.</summary>
    public double[] ResultValues(int index) => _results[index]();

    private T[] Guarded<T>()
        where T : INumberBase<T>
    {
        var buffer = new T[Length + 2 * Guard];
        buffer.AsSpan().Fill(T.CreateTruncating(Sentinel));
        return buffer;
    }

    private double[] Read<T>(T[] buffer)
        where T : INumberBase<T>
    {
        var sentinel = T.CreateTruncating(Sentinel);
        if (buffer.AsSpan(0, Guard).ContainsAnyExcept(sentinel) || buffer.AsSpan(Guard + Length).ContainsAnyExcept(sentinel))
        {
            throw new InvalidOperationException("The batch wrote outside its buffer.");
        }

        return [.. buffer.Skip(Guard).Take(Length).Select(double.CreateTruncating)];
    }
}
