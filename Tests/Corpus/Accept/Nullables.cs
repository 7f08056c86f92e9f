using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Values that may be missing.</summary>
public static partial class Nullables
{
    public record struct Point(double X, double Y)
    {
        public readonly double Norm => Math.Sqrt(X * X + Y * Y);

        public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y * b.Y);
    }

    public struct Options
    {
        public double Weight;
        public int? Power;
    }

    // check: 0.7, 1.5
    // check: -0.7, 1.5
    [Differentiable]
    public static double Chosen(double x, double y)
    {
        double? z = x > 0 ? x * y : null;
        z ??= Math.Sin(y);
        double? w = null;
        return z.Value * x + (w ?? y) + z.GetValueOrDefault() * w.GetValueOrDefault(3 * x);
    }

    // check: 0.7, 3
    // check: 0.7, null
    [Differentiable]
    public static double Power(double x, int? n)
    {
        if (n is not { } count)
        {
            return Math.Exp(x);
        }

        double y = 1;
        for (int i = 0; i < count; i++)
        {
            y *= x;
        }

        return n > 2 ? y * n.Value : y;
    }

    // check: 0.7, 1.5, 4
    [Differentiable]
    public static double Lifted(double x, double y, int n)
    {
        double? sum = null, product = 1;
        int? count = n > 3 ? 0 : null;
        for (int i = 0; i < n; i++)
        {
            double? term = i % 2 == 0 ? x + i : null;
            product *= term ?? 2;
            sum = sum + term;
            sum ??= term * y - -term / 3;
            count++;
        }

        count += 2 / (n > 5 ? null : count);
        return (sum < product ? 2 * x : y) + product.Value + sum ?? x * (count ?? 1) + (double)product;
    }

    // check: 0.7, 2.5
    // check: -0.7, 1.5
    // check: -0.7, 0.5
    [Differentiable]
    public static double Patterns(double x, double y)
    {
        double? z = x > 0 ? y : x < -5 ? 0 : null;
        double t = z switch
        {
            null => x * x,
            > 2 => x * y,
            { } other => other * other,
        };
        int? k = y > 1 ? (int)y : null;
        switch (k)
        {
            case null:
                t *= 2;
                break;
            case 1:
                t += x;
                break;
            default:
                t -= y;
                break;
        }

        return z is double found && found != x ? t + found : z is null && k == null ? t * y : t;
    }

    // check: 0.7, 1.5, true
    // check: 0.7, 1.5, false
    // check: 0.7, 1.5, null
    [Differentiable]
    public static double Equal(double x, double y, bool? flag)
    {
        double? a = x, b = flag == true ? x : flag.HasValue ? y : null, c = default;
        double t = a == b ? x * y : 1;
        t += b != c ? x : y * y;
        return a != b || !(a >= b) ? t * x : t - x;
    }

    // check: new Nullables.Point(0.7, 1.5), 0.3
    // check: new Nullables.Point(-0.7, 1.5), 0.3
    [Differentiable]
    public static double Structures(Point p, double x)
    {
        Point? q = p.X > 0 ? p with { Y = x } : null;
        Point? r = q + p;
        q = Nearest(q, x / 4);
        double? norm = r?.Norm;
        return q!.Value.Norm * (norm ?? x) + (r?.X ?? p.Y) + (q is { X: > 0.5, Y: var y } ? y * x : p.X);
    }

    private static Point? Nearest(Point? candidate, double? radius) =>
        candidate is { } some && some.Norm < (radius ?? 1) ? null : candidate ?? new Point(radius!.Value, 1);

    // check: new double[] { 0.7, 1.5, -2 }, new int?[] { 2, null, 0 }
    [Differentiable]
    public static double Indices(ReadOnlySpan<double> x, ReadOnlySpan<int?> next)
    {
        var kept = new double?[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            if (next[i] is int at)
            {
                kept[at] = x[i] * x[at];
            }
        }

        double sum = 0;
        foreach (double? each in kept)
        {
            sum += each ?? 0.5 * x[0];
        }

        return sum;
    }

    // check: 0.7, new Nullables.Options { Weight = 2, Power = 3 }
    // check: 0.7, new Nullables.Options { Weight = 2 }
    [Differentiable]
    public static Options Weighted(double x, Options options) =>
        options with { Weight = Math.Pow(x, options.Power ?? 1) * options.Weight, Power = options.Power + 1 };

    // check: 0.7, 2
    // check: 0.7, null
    [Differentiable]
    public static double Marked(double x, [NoDerivative] double? scale)
    {
        double s = scale ?? 1;
        return x * s * x;
    }

    // check: new double[] { 0.7, 1.5 }, 1
    [Differentiable]
    public static double LargestSoFar(double[] x, int n)
    {
        double? largest = null;
        double total = 0;
        foreach (double each in x)
        {
            if (largest is null || each > largest)
            {
                largest = each * n;
            }

            total += largest.Value * each;
        }

        return total;
    }

    // check: 0.7, 1
    // check: 0.7, 4
    [Differentiable]
    public static double ByReference(double x, ref int? n, out Kind? kind)
    {
        kind = n > 2 ? Kind.Square : null;
        n += 1;
        return x * (n ?? 1) * (kind is Kind.Square ? x : 1);
    }

    public enum Kind
    {
        Line,
        Square,
    }

    // check: new[] { new Nullables.Options { Weight = 2, Power = 3 }, new Nullables.Options { Weight = -1.5 } }, 0.7
    [Differentiable]
    public static void Each(Span<Options> options, double x)
    {
        for (int i = 0; i < options.Length; i++)
        {
            options[i].Weight *= x * (options[i].Power ?? 2);
            options[i].Power++;
            options[i].Power ??= i;
        }
    }

    // check: 0.7, 2
    // check: 0.7, null
    [Differentiable]
    public static double InFunctions(double x, int? n)
    {
        Func<double?, double> f = v => v is { } some ? some * x : x * x;
        return f(n) + f(null) + f(x) + Or<double>(x > 0 ? x : null, 3) * Or<int>(null, 3);
    }

    private static T Or<T>(T? value, T other)
        where T : struct => value ?? other;
}
