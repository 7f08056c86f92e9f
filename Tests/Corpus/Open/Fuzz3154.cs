// Found by the fuzzer (program 3154 of seed 20261130): SAD0001, a value is used by Allocate where it is not defined. Not mended yet.
using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Fuzz3154
{
    public record struct Pair(float X, float Y)
    {
        public readonly float Norm => MathF.Sqrt(1.5f + X * X + Y * Y);

        public void Turn(float by)
        {
            float x = X;
            X -= by * Y;
            Y = MathF.Sin(Y + by * x);
        }

        public readonly Pair Scaled(float by) => this with { X = X * by };

        public static Pair operator +(Pair a, Pair b) => new(a.X + b.X, 0.5f * a.Y + b.Y);

        public static Pair operator *(Pair a, Pair b) => new(0.5f * (a.X * b.X - a.Y * b.Y), MathF.Tanh(a.X * b.Y + a.Y * b.X));
    }

    private static (float First, float Second) Helper1(float[] a, ref float x, float[] a2, Pair pair)
    {
        float[] w = [((1.75f * a2[0]) < a2[0]) ? x : (a2[^1] + pair.Y), a[^1], (x * x)];
        w[2] -= x;
        return (((pair.Norm * a2[1]) * (x + 0.625f)), MathF.Asinh((pair.Y + pair.X)));
    }

    // check: -1.25f, 0
    [Differentiable]
    public static float F(ref float x, int n)
    {
        if (((!(((x + x) < x)) ? x : x) + (0.625f * x)) > x)
        {
            int[] q = [1, 3, 0];
            if (q[n] <= 3)
            {
                for (int i = 0; i < q.Length; i++)
                {
                    bool b = (q[2] * i) != q[i];
                    x *= 0.5f * x;
                    x *= MathF.Sin(x);
                }
                int n2 = 0;
                while (n2 < 2 && (n % 2 == 0))
                {
                    x = MathF.Sin(MathF.Exp(MathF.Sin(((0.25f * x) * MathF.Atan2(x, (2.5f + MathF.Sin(x)))))));
                    x -= MathF.Sin(x) * x;
                    n2++;
                }
                x += x;
            }
            float t = MathF.Pow((1.5f + x * x), -1.0f) % 1.375f;
        }
        x /= 1.5f + x * x;
        return ((x + x) * (x - x)) + x;
    }
}

