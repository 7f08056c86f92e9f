using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Generic helpers that call each other with other types, take functions, hold loops and checks.</summary>
public static partial class GenericCombinations
{
    // With four steps the integral in single precision is exact, as the check's wider program has it.
    // check: new double[] { 0.7, 1.2, 0.4 }, 4
    [Differentiable(Order = 2)]
    public static double Integral(ReadOnlySpan<double> x, int n)
    {
        double scale = x[1];
        double inner = Trapezium<double>(v => v * scale + Trapezium<double>(w => w * v, 0, v, 2), 0, x[0], n);
        float single = Trapezium<float>(w => w * w, 0, 2, n);
        return inner * single + Twice<double, float>(x[2]) + Twice<float, double>(1.5f);
    }

    // check: new double[] { 0.7, 1.2, 0.4 }, 4
    [Differentiable]
    public static double PingPong(ReadOnlySpan<double> x, int n)
    {
        double[] smoothed = Smoothed(x, n);
        return Best(smoothed, v => v * v) + Best<int>([1, n, 2], k => -k) * x[0];
    }

    // check: 0.7, 3
    [Differentiable]
    public static double Structures(double x, int n)
    {
        var sum = new Sum<double>(x);
        var count = new Sum<int>(0);
        for (int i = 0; i < n; i++)
        {
            sum = sum.With(x * i);
            count = count.With(i);
        }

        return sum.Total * count.Total + Sum<double>.Of(x, 2).Total;
    }

    private static T Trapezium<T>(Func<T, T> f, T from, T to, int steps)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        if (to < from)
        {
            throw new ArgumentException($"From {from} to {to}", nameof(to));
        }

        T width = (to - from) / T.CreateChecked(steps), half = T.CreateChecked(0.5);
        T sum = half * (f(from) + f(to));
        for (int i = 1; i < steps; i++)
        {
            sum += f(from + T.CreateChecked(i) * width);
        }

        return sum * width;
    }

    private static double Twice<T, TOther>(T value)
        where T : INumberBase<T>
        where TOther : INumberBase<TOther> => double.CreateChecked(value + value) * double.CreateChecked(Thrice<TOther, T>(value));

    private static T Thrice<T, TSource>(TSource value)
        where T : INumberBase<T>
        where TSource : INumberBase<TSource> => T.CreateChecked(3) + (TSource.IsNegative(value) ? T.Zero : T.One);

    private static T[] Smoothed<T>(ReadOnlySpan<T> x, int rounds)
        where T : IFloatingPointIeee754<T>
    {
        T[] now = x.ToArray(), next = new T[x.Length];
        T third = T.One / T.CreateChecked(3);
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < now.Length; i++)
            {
                next[i] = third * (now[i] + now[(i + 1) % now.Length] * now[(i + 2) % now.Length]);
            }

            (now, next) = (next, now);
        }

        return now;
    }

    private static T Best<T>(ReadOnlySpan<T> items, Func<T, T> score)
        where T : INumber<T>
    {
        T best = items[0];
        foreach (T item in items)
        {
            if (score(item) > score(best))
            {
                best = item;
            }
        }

        return best;
    }

    public readonly struct Sum<T>
        where T : INumber<T>
    {
        public Sum(T total) => Total = total;

        public T Total { get; }

        public static Sum<T> Of(T a, T b) => new Sum<T>(a).With(b * a);

        public Sum<T> With(T value) => new(Total + value);
    }
}
