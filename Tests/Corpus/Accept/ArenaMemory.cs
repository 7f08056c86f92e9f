using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Methods that take their working memory from the thread's arena, as generated code does.</summary>
public static partial class ArenaMemory
{
    // check: [0.3, -1.2, 2.5, 0.7]
    [Differentiable(Order = 2)]
    public static double Chain(ReadOnlySpan<double> x)
    {
        using var arena = Arena.Enter();
        Span<double> squares = arena.Allocate<double>(x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            squares[i] = x[i] * x[i];
        }

        Span<double> sums = arena.AllocateZeroed<double>(x.Length + 1);
        for (int i = 0; i < x.Length; i++)
        {
            sums[i + 1] = sums[i] * squares[i] + Math.Sin(squares[i]);
        }

        return sums[x.Length];
    }

    // A scope of its own in a helper, in a loop, and in a block.
    // check: [0.3, -1.2, 2.5, 0.7], 3
    [Differentiable]
    public static double InALoop(Span<double> x, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            using (var arena = Arena.Enter())
            {
                Span<double> copy = arena.Allocate<double>(x.Length);
                x.CopyTo(copy);
                sum += Smoothed(copy);
                x[i] *= copy[i + 1];
            }
        }

        return sum;
    }

    private static double Smoothed(Span<double> x)
    {
        using var arena = Arena.Enter();
        Span<double> next = x.Length < 3 ? stackalloc double[3] : arena.Allocate<double>(x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            next[i] = 0.5 * x[i] + 0.25 * (x[Math.Max(i - 1, 0)] + x[Math.Min(i + 1, x.Length - 1)]);
        }

        next.CopyTo(x);
        return x[0] * x[^1];
    }

    // check<T>: new T[] { (T)0.25, (T)(-1.25), (T)2.5 }
    [Differentiable]
    public static T Generic<T>(ReadOnlySpan<T> x)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        using var arena = Arena.Enter();
        Span<T> reversed = arena.Allocate<T>(x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            reversed[x.Length - 1 - i] = x[i];
        }

        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * reversed[i];
        }

        return sum;
    }
}
