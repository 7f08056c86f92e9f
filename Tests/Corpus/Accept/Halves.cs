using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary><c>Half</c>: each operation in <c>float</c>, rounded once; sums of cotangents in <c>float</c>.</summary>
public static partial class Halves
{
    // check: (Half)0.75f, (Half)(-1.25f)
    [Differentiable]
    public static Half Polynomial(Half x, Half y) => y * (x * x - x * y + y) / ((Half)2 + x * x) - -x % (Half)0.5f;

    // check: (Half)0.75f, (Half)1.25f
    [Differentiable]
    public static Half Functions(Half x, Half y)
    {
        Half s = Half.Sin(x) * Half.Exp(-y) + Half.Sqrt(x * x + y) * Half.Pow(y, x);
        s += Half.Log(y) + Half.Tanh(x) - Half.Atan2(x, y) + Half.Cbrt(y) * Half.Hypot(x, y);
        s -= Half.FusedMultiplyAdd(x, y, s) / (Half)4 + Half.Exp2(x) * Half.Lerp(x, y, (Half)0.25f);
        (Half sine, Half cosine) = Half.SinCos(x);
        return s * sine + cosine * Half.CopySign(Half.Abs(y), x) + Half.Max(x, y) * Half.Clamp(x, Half.Zero, Half.One) + Half.Pi * x;
    }

    // check: new Half[] { (Half)0.5f, (Half)(-1.5f), (Half)2.25f }, new Half[] { (Half)1.25f, (Half)0.75f, (Half)(-0.5f) }
    [Differentiable]
    public static Half Dot(ReadOnlySpan<Half> x, Half[] y)
    {
        Half sum = default(float) > 1 ? Half.One : Half.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    // check: new Half[] { (Half)0.5f, (Half)(-1.5f), (Half)2.25f }, 0.75f, 1.25
    [Differentiable]
    public static double Mixed(ReadOnlySpan<Half> x, float scale, double shift)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += MathF.Exp(scale * (float)x[i]) * i;
        }

        Half rounded = (Half)(sum * 0.125f);
        Half direct = (Half)(shift * shift);
        return (double)rounded * shift + (double)(direct * rounded) + sum * (float)(Half)x.Length + (byte)3 * (double)x[0];
    }

    // check: (Half)0.75f, (Half)1.5f
    [Differentiable]
    public static (Half Sum, double Product) Several(Half x, ref Half y, out Half quotient)
    {
        quotient = x / y;
        y *= x + Half.One;
        y++;
        return (x + y, (double)x * (double)y);
    }

    // check: new Half[] { (Half)0.5f, (Half)(-1.5f), (Half)2.25f }, (Half)0.5f
    [Differentiable]
    public static void InPlace(Span<Half> x, Half h)
    {
        for (int i = 1; i < x.Length; i++)
        {
            x[i] = x[i] * x[i - 1] + h;
            x[i - 1] += Half.Sin(x[i]);
        }
    }

    // check: (Half)0.75f, 5
    // check: (Half)2.5f, 3
    [Differentiable]
    public static Half Branches(Half x, int n)
    {
        Half y = x;
        while (y < (Half)20 && n-- > 0)
        {
            y = y > Half.One && !Half.IsNaN(y) ? y * y - x : Half.Exp(y) * (Half)n;
        }

        return y switch
        {
            var z when z > (Half)4 => z / x,
            _ => y == x ? x : y * x,
        };
    }

    // check: new Half[] { (Half)0.5f, (Half)(-1.5f), (Half)2.25f }
    [Differentiable]
    public static Half Locals(ReadOnlySpan<Half> x)
    {
        Half[] work = new Half[x.Length];
        Span<Half> small = stackalloc Half[2];
        x.CopyTo(work);
        small.Fill(work[0]);
        for (int i = 0; i < work.Length; i++)
        {
            work[i] *= Weights[i] + small[i % 2];
            small[0] += work[i];
        }

        return Sum(work) + Mean(small[0], small[1]) * Scale;
    }

    // check: new Half[,] { { (Half)0.5f, (Half)(-1.5f) }, { (Half)2.25f, (Half)1.0f } }, new Half[][] { new[] { (Half)0.5f }, new[] { (Half)1.25f, (Half)2.0f } }
    [Differentiable]
    public static Half Grids(Half[,] a, Half[][] b)
    {
        Half sum = a[0, 1] * b[1][0];
        for (int i = 0; i < a.GetLength(0); i++)
        {
            sum += a[i, 0] * a[i, 1] * b[i][i] * b[1][1];
        }

        return sum;
    }

    // check: new Halves.Pair((Half)0.75f, 1.5f), (Half)0.5f
    [Differentiable]
    public static Pair Structures(Pair p, Half x) => new(p.First * x + (Half)p.Second, p.Second * (float)x);

    // check: new Halves.Pair[] { new((Half)0.75f, 1.5f), new((Half)0.25f, -1.5f) }, (Half)0.5f
    [Differentiable]
    public static void StructBuffer(Span<Pair> p, Half x)
    {
        for (int i = 0; i < p.Length; i++)
        {
            p[i] = new Pair(p[i].First * p[0].First + x, p[i].Second * (float)p[i].First);
        }
    }

    // check: (Half)1.25f, (Half)0.5f
    [Differentiable(Order = 2)]
    public static Half Second(Half x, Half y) => Half.Exp(x * y) * x + Half.Sin(y) * y;

    // check: new Half[] { (Half)0.5f, (Half)(-1.5f), (Half)2.25f }, (Half)0.5f
    [Differentiable(Order = 2)]
    public static Half SecondOfMany(ReadOnlySpan<Half> x, Half y)
    {
        Half sum = y;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * x[i] * y * y;
        }

        return sum;
    }

    // check: (Half)1.5f, (Half)0.5f
    [Differentiable]
    public static Half Nested(Half x, Half y)
    {
        Half value = SecondValueAndGradient(x, y, out Half dx, out Half dy);
        SecondJvp(x, y, x, Half.One, out Half along);
        return value * dx + dy * along;
    }

    // check: (Half)0.75f, 4
    [Differentiable]
    public static Half Power(Half x, int n) => n == 0 ? Half.One : x * Power(x, n - 1);

    // check: (Half)0.75f, (Half)1.25f
    [Differentiable]
    public static Half Ruled(Half x, Half y) => Times(x, y + x) * y;

    public static Half Times(Half x, Half y) => x * y;

    [DerivativeOf(typeof(Halves), nameof(Times), Mode = DerivativeMode.Vjp)]
    public static Half TimesVjp(Half x, Half y, Half resultBar, out Half dx, out Half dy)
    {
        dx = resultBar * y;
        dy = resultBar * x;
        return x * y;
    }

    // check: (Half)0.75f, (Half)1.5f // kink 5.55
    [Differentiable]
    public static Half Kept(Half x, [NoDerivative] Half weight) => x * Half.CreateChecked(0.3) + Ad.StopGradient(x) * x + x * (weight + Half.CreateTruncating(3));

    public readonly record struct Pair(Half First, float Second);

    private static readonly Half[] Weights = [(Half)0.5f, (Half)1.5f, (Half)0.25f];

    private static readonly Half Scale = (Half)1.75f;

    private static Half Sum(ReadOnlySpan<Half> x)
    {
        Half sum = Half.Zero;
        foreach (Half each in x)
        {
            sum += each;
        }

        return sum;
    }

    private static T Mean<T>(T x, T y)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        T sum = x + y * T.Exp(x * T.CreateChecked(0.125));
        return sum / (T.One + T.One);
    }
}
