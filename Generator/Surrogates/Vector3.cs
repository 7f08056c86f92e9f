// What System.Numerics.Vector3 computes, member by member, as source that is differentiated.
using System;
using System.Numerics;

namespace StaticAd.Surrogates;

internal static class Vector3Members
{
    public static Vector3 ctor(float x, float y, float z)
    {
        Vector3 result = default;
        result.X = x;
        result.Y = y;
        result.Z = z;
        return result;
    }

    public static Vector3 ctor(float value) => new Vector3(value, value, value);

    public static Vector3 get_Zero() => new Vector3(0, 0, 0);

    public static Vector3 get_One() => new Vector3(1, 1, 1);

    public static Vector3 get_UnitX() => new Vector3(1, 0, 0);

    public static Vector3 get_UnitY() => new Vector3(0, 1, 0);

    public static Vector3 get_UnitZ() => new Vector3(0, 0, 1);

    public static Vector3 op_Addition(Vector3 a, Vector3 b) => new Vector3(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vector3 op_Subtraction(Vector3 a, Vector3 b) => new Vector3(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Vector3 op_Multiply(Vector3 a, Vector3 b) => new Vector3(a.X * b.X, a.Y * b.Y, a.Z * b.Z);

    public static Vector3 op_Division(Vector3 a, Vector3 b) => new Vector3(a.X / b.X, a.Y / b.Y, a.Z / b.Z);

    public static Vector3 op_Multiply(Vector3 a, float s) => new Vector3(a.X * s, a.Y * s, a.Z * s);

    public static Vector3 op_Multiply(float s, Vector3 a) => new Vector3(s * a.X, s * a.Y, s * a.Z);

    public static Vector3 op_Division(Vector3 a, float s) => new Vector3(a.X / s, a.Y / s, a.Z / s);

    public static Vector3 op_UnaryNegation(Vector3 a) => new Vector3(-a.X, -a.Y, -a.Z);

    public static Vector3 Add(Vector3 a, Vector3 b) => a + b;

    public static Vector3 Subtract(Vector3 a, Vector3 b) => a - b;

    public static Vector3 Multiply(Vector3 a, Vector3 b) => a * b;

    public static Vector3 Divide(Vector3 a, Vector3 b) => a / b;

    public static Vector3 Multiply(Vector3 a, float s) => a * s;

    public static Vector3 Multiply(float s, Vector3 a) => s * a;

    public static Vector3 Divide(Vector3 a, float s) => a / s;

    public static Vector3 Negate(Vector3 a) => -a;

    public static float Dot(Vector3 a, Vector3 b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;

    public static float LengthSquared(Vector3 a) => Vector3.Dot(a, a);

    public static float Length(Vector3 a) => MathF.Sqrt(a.LengthSquared());

    public static float DistanceSquared(Vector3 a, Vector3 b) => (a - b).LengthSquared();

    public static float Distance(Vector3 a, Vector3 b) => (a - b).Length();

    public static Vector3 Normalize(Vector3 a) => a / a.Length();

    public static Vector3 Lerp(Vector3 a, Vector3 b, float t) => a * (1 - t) + b * t;

    public static Vector3 Abs(Vector3 a) => new Vector3(MathF.Abs(a.X), MathF.Abs(a.Y), MathF.Abs(a.Z));

    public static Vector3 SquareRoot(Vector3 a) => new Vector3(MathF.Sqrt(a.X), MathF.Sqrt(a.Y), MathF.Sqrt(a.Z));

    public static Vector3 Min(Vector3 a, Vector3 b) => new Vector3(MathF.Min(a.X, b.X), MathF.Min(a.Y, b.Y), MathF.Min(a.Z, b.Z));

    public static Vector3 Max(Vector3 a, Vector3 b) => new Vector3(MathF.Max(a.X, b.X), MathF.Max(a.Y, b.Y), MathF.Max(a.Z, b.Z));

    public static Vector3 Reflect(Vector3 a, Vector3 normal) => a - 2 * Vector3.Dot(a, normal) * normal;

    public static Vector3 Cross(Vector3 a, Vector3 b) => new Vector3(a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X);

    public static Vector3 ctor(Vector2 v, float z) => new Vector3(v.X, v.Y, z);
}
