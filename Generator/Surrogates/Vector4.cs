// What System.Numerics.Vector4 computes, member by member, as source that is differentiated.
using System;
using System.Numerics;

namespace StaticAd.Surrogates;

internal static class Vector4Members
{
    public static Vector4 ctor(float x, float y, float z, float w)
    {
        Vector4 result = default;
        result.X = x;
        result.Y = y;
        result.Z = z;
        result.W = w;
        return result;
    }

    public static Vector4 ctor(float value) => new Vector4(value, value, value, value);

    public static Vector4 get_Zero() => new Vector4(0, 0, 0, 0);

    public static Vector4 get_One() => new Vector4(1, 1, 1, 1);

    public static Vector4 get_UnitX() => new Vector4(1, 0, 0, 0);

    public static Vector4 get_UnitY() => new Vector4(0, 1, 0, 0);

    public static Vector4 get_UnitZ() => new Vector4(0, 0, 1, 0);

    public static Vector4 get_UnitW() => new Vector4(0, 0, 0, 1);

    public static Vector4 op_Addition(Vector4 a, Vector4 b) => new Vector4(a.X + b.X, a.Y + b.Y, a.Z + b.Z, a.W + b.W);

    public static Vector4 op_Subtraction(Vector4 a, Vector4 b) => new Vector4(a.X - b.X, a.Y - b.Y, a.Z - b.Z, a.W - b.W);

    public static Vector4 op_Multiply(Vector4 a, Vector4 b) => new Vector4(a.X * b.X, a.Y * b.Y, a.Z * b.Z, a.W * b.W);

    public static Vector4 op_Division(Vector4 a, Vector4 b) => new Vector4(a.X / b.X, a.Y / b.Y, a.Z / b.Z, a.W / b.W);

    public static Vector4 op_Multiply(Vector4 a, float s) => new Vector4(a.X * s, a.Y * s, a.Z * s, a.W * s);

    public static Vector4 op_Multiply(float s, Vector4 a) => new Vector4(s * a.X, s * a.Y, s * a.Z, s * a.W);

    public static Vector4 op_Division(Vector4 a, float s) => new Vector4(a.X / s, a.Y / s, a.Z / s, a.W / s);

    public static Vector4 op_UnaryNegation(Vector4 a) => new Vector4(-a.X, -a.Y, -a.Z, -a.W);

    public static Vector4 Add(Vector4 a, Vector4 b) => a + b;

    public static Vector4 Subtract(Vector4 a, Vector4 b) => a - b;

    public static Vector4 Multiply(Vector4 a, Vector4 b) => a * b;

    public static Vector4 Divide(Vector4 a, Vector4 b) => a / b;

    public static Vector4 Multiply(Vector4 a, float s) => a * s;

    public static Vector4 Multiply(float s, Vector4 a) => s * a;

    public static Vector4 Divide(Vector4 a, float s) => a / s;

    public static Vector4 Negate(Vector4 a) => -a;

    public static float Dot(Vector4 a, Vector4 b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z + a.W * b.W;

    public static float LengthSquared(Vector4 a) => Vector4.Dot(a, a);

    public static float Length(Vector4 a) => MathF.Sqrt(a.LengthSquared());

    public static float DistanceSquared(Vector4 a, Vector4 b) => (a - b).LengthSquared();

    public static float Distance(Vector4 a, Vector4 b) => (a - b).Length();

    public static Vector4 Normalize(Vector4 a) => a / a.Length();

    public static Vector4 Lerp(Vector4 a, Vector4 b, float t) => a * (1 - t) + b * t;

    public static Vector4 Abs(Vector4 a) => new Vector4(MathF.Abs(a.X), MathF.Abs(a.Y), MathF.Abs(a.Z), MathF.Abs(a.W));

    public static Vector4 SquareRoot(Vector4 a) => new Vector4(MathF.Sqrt(a.X), MathF.Sqrt(a.Y), MathF.Sqrt(a.Z), MathF.Sqrt(a.W));

    public static Vector4 Min(Vector4 a, Vector4 b) => new Vector4(MathF.Min(a.X, b.X), MathF.Min(a.Y, b.Y), MathF.Min(a.Z, b.Z), MathF.Min(a.W, b.W));

    public static Vector4 Max(Vector4 a, Vector4 b) => new Vector4(MathF.Max(a.X, b.X), MathF.Max(a.Y, b.Y), MathF.Max(a.Z, b.Z), MathF.Max(a.W, b.W));

    public static Vector4 ctor(Vector3 v, float w) => new Vector4(v.X, v.Y, v.Z, w);
}
