namespace StaticAd.Tests.Fuzz.Duals;

/// <summary>
/// A <c>double</c> with its derivatives in two directions and the mixed second one. Beside each derivative goes the sum of the absolute
/// values of what was added up to it: rounding errors are a share of that, however much of it cancels.
/// </summary>
public readonly struct Dual
{
    private const double Moderate = 1e12;

    [ThreadStatic]
    private static bool s_isWild;

    /// <summary>Whether any number on this thread was so large that what came of it may have lost its meaning: infinity is overwritten without a trace.</summary>
    public static bool IsWild
    {
        get => s_isWild;
        set => s_isWild = value;
    }

    /// <summary>The number itself, computed as the program computes it.</summary>
    public double V { get; init; }

    /// <summary>The derivative in the first direction.</summary>
    public double A { get; init; }

    /// <summary>The derivative in the second direction.</summary>
    public double B { get; init; }

    /// <summary>The derivative in both.</summary>
    public double C { get; init; }

    /// <summary>The absolute terms of <see cref="A"/>.</summary>
    public double SumA { get; init; }

    /// <summary>The absolute terms of <see cref="B"/>.</summary>
    public double SumB { get; init; }

    /// <summary>The absolute terms of <see cref="C"/>.</summary>
    public double SumC { get; init; }

    public static implicit operator Dual(double value) => new() { V = value };

    public static implicit operator Dual(int value) => new() { V = value };

    public static explicit operator int(Dual x) => (int)x.V;

    public static Dual operator +(Dual x, Dual y) => Of(x.V + y.V, x, 1, y, 1);

    public static Dual operator -(Dual x, Dual y) => Of(x.V - y.V, x, 1, y, -1);

    public static Dual operator *(Dual x, Dual y) => Of(x.V * y.V, x, y.V, y, x.V, xy: 1);

    public static Dual operator /(Dual x, Dual y)
        => Of(x.V / y.V, x, 1 / y.V, y, -x.V / (y.V * y.V), xy: -1 / (y.V * y.V), yy: 2 * x.V / (y.V * y.V * y.V));

    public static Dual operator %(Dual x, Dual y) => Of(x.V % y.V, x, 1, y, -Math.Truncate(x.V / y.V));

    public static Dual operator -(Dual x) => Of(-x.V, x, -1, 0);

    public static bool operator <(Dual x, Dual y) => x.V < y.V;

    public static bool operator >(Dual x, Dual y) => x.V > y.V;

    public static bool operator <=(Dual x, Dual y) => x.V <= y.V;

    public static bool operator >=(Dual x, Dual y) => x.V >= y.V;

    /// <summary>A function of one number, with its first and second derivative.</summary>
    public static Dual Of(double value, Dual x, double first, double second) => Noted(new()
    {
        V = value,
        A = first * x.A,
        B = first * x.B,
        C = first * x.C + second * x.A * x.B,
        SumA = Math.Abs(first) * x.SumA,
        SumB = Math.Abs(first) * x.SumB,
        SumC = Math.Abs(first) * x.SumC + Math.Abs(second) * x.SumA * x.SumB,
    });

    /// <summary>A function of two numbers, with its partial derivatives; the mixed one may be a difference of terms that cancel.</summary>
    public static Dual Of(double value, Dual x, double byX, Dual y, double byY, double xx = 0, double xy = 0, double yy = 0, double xyTerms = 0) => Noted(new()
    {
        V = value,
        A = byX * x.A + byY * y.A,
        B = byX * x.B + byY * y.B,
        C = byX * x.C + byY * y.C + xx * x.A * x.B + xy * (x.A * y.B + y.A * x.B) + yy * y.A * y.B,
        SumA = Math.Abs(byX) * x.SumA + Math.Abs(byY) * y.SumA,
        SumB = Math.Abs(byX) * x.SumB + Math.Abs(byY) * y.SumB,
        SumC = Math.Abs(byX) * x.SumC + Math.Abs(byY) * y.SumC + Math.Abs(xx) * x.SumA * x.SumB
            + Math.Max(Math.Abs(xy), xyTerms) * (x.SumA * y.SumB + y.SumA * x.SumB) + Math.Abs(yy) * y.SumA * y.SumB,
    });

    /// <summary>The same derivatives of another number, as rounding leaves them.</summary>
    public Dual Rounded(double value) => new() { V = value, A = A, B = B, C = C, SumA = SumA, SumB = SumB, SumC = SumC };

    private static Dual Noted(Dual result)
    {
        s_isWild |= !(Math.Abs(result.V) < Moderate && result.SumA < Moderate && result.SumB < Moderate && result.SumC < Moderate);
        return result;
    }
}
