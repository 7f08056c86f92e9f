// What System.Numerics.Vector2 computes, member by member, as source that is differentiated.
using System;
using System.Numerics;

namespace StaticAd.Surrogates;

internal static class Vector2Members
{
    public static Vector2 ctor(float x, float y)
    {
        Vector2 result = default;
        result.X = x;
        result.Y = y;
        return result;
    }

    public static Vector2 ctor(float value) => new Vector2(value, value);

    public static Vector2 get_Zero() => new Vector2(0, 0);

    public static Vector2 get_One() => new Vector2(1, 1);

    public static Vector2 get_UnitX() => new Vector2(1, 0);

    public static Vector2 get_UnitY() => new Vector2(0, 1);

    public static Vector2 op_Addition(Vector2 a, Vector2 b) => new Vector2(a.X + b.X, a.Y + b.Y);

    public static Vector2 op_Subtraction(Vector2 a, Vector2 b) => new Vector2(a.X - b.X, a.Y - b.Y);

    public static Vector2 op_Multiply(Vector2 a, Vector2 b) => new Vector2(a.X * b.X, a.Y * b.Y);

    public static Vector2 op_Division(Vector2 a, Vector2 b) => new Vector2(a.X / b.X, a.Y / b.Y);

    public static Vector2 op_Multiply(Vector2 a, float s) => new Vector2(a.X * s, a.Y * s);

    public static Vector2 op_Multiply(float s, Vector2 a) => new Vector2(s * a.X, s * a.Y);

    public static Vector2 op_Division(Vector2 a, float s) => new Vector2(a.X / s, a.Y / s);

    public static Vector2 op_UnaryNegation(Vector2 a) => new Vector2(-a.X, -a.Y);

    public static Vector2 Add(Vector2 a, Vector2 b) => a + b;

    public static Vector2 Subtract(Vector2 a, Vector2 b) => a - b;

    public static Vector2 Multiply(Vector2 a, Vector2 b) => a * b;

    public static Vector2 Divide(Vector2 a, Vector2 b) => a / b;

    public static Vector2 Multiply(Vector2 a, float s) => a * s;

    public static Vector2 Multiply(float s, Vector2 a) => s * a;

    public static Vector2 Divide(Vector2 a, float s) => a / s;

    public static Vector2 Negate(Vector2 a) => -a;

    public static float Dot(Vector2 a, Vector2 b) => a.X * b.X + a.Y * b.Y;

    public static float LengthSquared(Vector2 a) => Vector2.Dot(a, a);

    public static float Length(Vector2 a) => MathF.Sqrt(a.LengthSquared());

    public static float DistanceSquared(Vector2 a, Vector2 b) => (a - b).LengthSquared();

    public static float Distance(Vector2 a, Vector2 b) => (a - b).Length();

    public static Vector2 Normalize(Vector2 a) => a / a.Length();

    public static Vector2 Lerp(Vector2 a, Vector2 b, float t) => a * (1 - t) + b * t;

    public static Vector2 Abs(Vector2 a) => new Vector2(MathF.Abs(a.X), MathF.Abs(a.Y));

    public static Vector2 SquareRoot(Vector2 a) => new Vector2(MathF.Sqrt(a.X), MathF.Sqrt(a.Y));

    public static Vector2 Min(Vector2 a, Vector2 b) => new Vector2(MathF.Min(a.X, b.X), MathF.Min(a.Y, b.Y));

    public static Vector2 Max(Vector2 a, Vector2 b) => new Vector2(MathF.Max(a.X, b.X), MathF.Max(a.Y, b.Y));

    public static Vector2 Reflect(Vector2 a, Vector2 normal) => a - 2 * Vector2.Dot(a, normal) * normal;
}
