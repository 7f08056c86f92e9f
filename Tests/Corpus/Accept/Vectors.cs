using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Vectors of System.Numerics.</summary>
public static partial class Vectors
{
    // check: new Vector3(0.3F, -1.2F, 2), new Vector3(1, 0.5F, 0.7F)
    // check: new Vector3(-2, 0.4F, 1), new Vector3(0.25F, 3, -1)
    [Differentiable]
    public static double Products(Vector3 a, Vector3 b)
    {
        Vector3 c = Vector3.Cross(a, b) + 2 * a - b / 2;
        c += a * b;
        var unit = Vector3.Normalize(-c);
        return Vector3.Dot(unit, a) + c.Length() + Vector3.Distance(a, b) + Vector3.Lerp(a, b, 0.25F).X
            + new Vector3(c.X, c.Y, 1).LengthSquared() + Vector3.Reflect(a, Vector3.UnitY).Y;
    }

    // check: new Vector2(0.3F, -1.2F), new Vector4(1, 0.5F, 0.7F, 2)
    [Differentiable]
    public static Vector2 Others(Vector2 a, Vector4 b)
    {
        Vector4 c = b * b / 3 - Vector4.One;
        a.X *= c.W;
        return Vector2.Min(a, new Vector2(c.X, c.Y)) + a * c.Length();
    }

    // check: new Vector3(0.3F, -1.2F, 2), new Vector2(0.8F, 1.5F), new Vector4(1, 0.5F, 0.7F, 2)
    [Differentiable]
    public static Vector4 Elementwise(Vector3 a, Vector2 b, Vector4 c)
    {
        Vector3 wave = Vector3.Sin(a) * Vector3.Exp(-a) + Vector3.Hypot(a, Vector3.Create(b, 1));
        Vector2 held = Vector2.Clamp(b, Vector2.Zero, Vector2.One) + Vector2.Lerp(b, b * b, new Vector2(0.25F, 0.75F));
        Vector4 sum = Vector4.MultiplyAddEstimate(c, Vector4.Log(c), new Vector4(wave, held.X)) + Vector4.CopySign(c, -c);
        return sum * Vector2.Cross(b, held) + new Vector4(Vector3.Sum(wave));
    }

    // check: new Vector3(0.3F, -1.2F, 2), 4
    [Differentiable]
    public static float Indexed(Vector3 v, int n)
    {
        float sum = v[0] * v[2];
        for (int i = 0; i < n; i++)
        {
            v[i % 3] *= 1.5F + v[(i + 1) % 3];
            v[1] += 0.25F;
            sum += MathF.Sin(v[i % 3]);
        }

        (v[0], v[1]) = (v[1], sum);
        return sum + v[0] * v[1];
    }
}
