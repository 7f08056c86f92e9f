using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary><c>Half</c> in memory: buffers that methods change and hand on, fields of objects, rules for buffers.</summary>
public static partial class HalfMemory
{
    // check: new Half[] { (Half)0.5f, (Half)(-1.5f), (Half)2.25f, (Half)0.75f }
    [Differentiable]
    public static void PrefixProducts(Span<Half> x)
    {
        if (x.Length > 1)
        {
            x[1] *= x[0];
            PrefixProducts(x.Slice(1));
        }
    }

    // check: new Half[] { (Half)0.5f, (Half)(-1.5f), (Half)1.0f }, new Half[3], (Half)0.5f
    [Differentiable]
    public static Half Scratched(ReadOnlySpan<Half> x, [Scratch] Span<Half> work, Half h)
    {
        for (int i = 0; i < x.Length; i++)
        {
            work[i] = x[i] * h;
        }

        Half sum = Half.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            sum = Half.Max(sum, work[i]) + work[i] * work[work.Length - 1 - i];
        }

        return sum;
    }

    // check: new Half[] { (Half)0.5f, (Half)(-1.5f), (Half)2.25f }, new Half[] { (Half)1.5f, (Half)0.5f, (Half)(-0.25f) }
    [Differentiable]
    public static Half Ruled(ReadOnlySpan<Half> x, Span<Half> y)
    {
        Half product = Inner(x, y);
        y[1] *= product;
        return product * Inner(y, x) + y[0];
    }

    public static Half Inner(ReadOnlySpan<Half> x, ReadOnlySpan<Half> y)
    {
        Half sum = Half.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    [DerivativeOf(typeof(HalfMemory), nameof(Inner), Mode = DerivativeMode.Vjp)]
    public static Half InnerVjp(ReadOnlySpan<Half> x, ReadOnlySpan<Half> y, Half resultBar, Span<Half> dx, Span<Half> dy)
    {
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] = resultBar * y[i];
            dy[i] = resultBar * x[i];
        }

        return Inner(x, y);
    }

    // check: (Half)0.5f, 1.5f, (Half)2.0f
    [Differentiable]
    public static float Across(in Half x, float y, Half limit)
    {
        Half z = x;
        int steps = 0;
        while (z < limit && steps < 20)
        {
            z += (Half)(y * (float)z) * (Half)0.5f;
            steps++;
        }

        return z is var last && last > limit ? (float)last * steps : y;
    }

    // check: (Half)0.75f, (Half)1.5f
    // check: (Half)1.75f, (Half)1.5f
    [Differentiable]
    public static Half Missing(Half x, Half y)
    {
        Half? z = x > y ? x * y : null;
        z += x;
        return (z ?? y) * x;
    }

    // check: new Half[] { (Half)0.5f, (Half)(-1.5f), (Half)0.75f }
    [Differentiable]
    public static Half Tables(ReadOnlySpan<Half> x)
    {
        Span<Half> work = stackalloc Half[3];
        Weights.CopyTo(work);
        Half sum = Bias;
        foreach (Half weight in Weights)
        {
            sum += weight * x[0];
        }

        ReadOnlySpan<Half> tail = Weights.AsSpan(1);
        for (int i = 0; i < tail.Length; i++)
        {
            sum += tail[i] * x[i + 1] * work[i];
        }

        foreach (ref Half each in work)
        {
            each *= x[2];
        }

        work[0]++;
        return sum * Weights[^1] + work[0] * work[1] + Inner(Weights.AsSpan(0, 2), x[..2]) * x[0];
    }

    // check: (Half)0.5f, (Half)1.25f, 3
    [Differentiable]
    public static Half Checked(Half x, Half y, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        if (y < Half.Zero)
        {
            throw new ArgumentException($"{y} is negative");
        }

        Half Square(Half v) => v * v + y;
        Func<Half, Half> twice = v => v + v;
        Half[] a = [x, y, x * y];
        for (int i = 0; i < n; i++)
        {
            if (a[i] > (Half)100)
            {
                return a[i] / x;
            }

            a[i % 3] = Square(a[(i + 1) % 3]) * (Half)0.5f;
        }

        (Half p, Half q) = (a[0], twice(a[1]));
        return Half.Min(p, q) * a[(int)(Half)2.5f] + (Half)n * x;
    }

    private static readonly Half[] Weights = [(Half)0.5f, (Half)1.5f, (Half)0.25f];

    private static readonly Half Bias = (Half)0.75f;

    // check: (Half)0.75f, 6
    [Differentiable]
    public static Half Checkpointed(Half x, int steps)
    {
        Half state = x;
        foreach (int step in Ad.Checkpointed(0, steps, 2))
        {
            state += Half.Sin(state) * x * (Half)0.25f;
        }

        return state;
    }

    // check: (Half)0.75f, (Half)0.5f
    [Differentiable]
    public static double SlopesOfBuffers(Half x, Half y)
    {
        Span<Half> point = [x, y, x * y];
        Span<Half> slope = stackalloc Half[3];
        CubesGradient(point, slope);
        return (double)slope[0] * (double)slope[1] + (double)slope[2];
    }

    // check: new Half[] { (Half)0.5f, (Half)(-1.5f), (Half)2.25f }
    [Differentiable]
    public static Half Cubes(ReadOnlySpan<Half> x) => x[0] * x[0] * x[0] + x[1] * x[1] * x[2];
}

public sealed partial class HalfLayer(Half scale, Half[] weights)
{
    private readonly Half _scale = scale;
    private readonly Half[] _weights = weights;

    // check: new HalfLayer((Half)1.5f, [(Half)0.5f, (Half)2.0f]), new Half[] { (Half)0.5f, (Half)(-1.5f) } // kink 2.75, -15
    [Differentiable]
    public Half Apply(ReadOnlySpan<Half> x)
    {
        Half sum = _scale;
        for (int i = 0; i < x.Length; i++)
        {
            sum += _weights[i] * x[i] * x[i];
        }

        return sum * Sum(_weights) + x[0] * _scale;
    }

    private static Half Sum(ReadOnlySpan<Half> x) => x[0] + x[1];
}

public partial struct HalfPoint
{
    public Half X;
    public double Y;

    // check: new HalfPoint { X = (Half)0.5f, Y = 1.25 }, (Half)1.5f
    [Differentiable]
    public readonly double Weigh(Half x) => (double)(X * x) * Y + (double)Half.Exp(X);
}
