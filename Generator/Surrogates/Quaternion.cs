// What System.Numerics.Quaternion computes, member by member, as source that is differentiated.
using System;
using System.Numerics;

namespace StaticAd.Surrogates;

internal static class QuaternionMembers
{
    public static Quaternion ctor(float x, float y, float z, float w)
    {
        Quaternion result = default;
        result.X = x;
        result.Y = y;
        result.Z = z;
        result.W = w;
        return result;
    }

    public static Quaternion ctor(Vector3 v, float w) => new Quaternion(v.X, v.Y, v.Z, w);

    public static Quaternion get_Identity() => new Quaternion(0, 0, 0, 1);

    public static Quaternion op_Addition(Quaternion a, Quaternion b) => new Quaternion(a.X + b.X, a.Y + b.Y, a.Z + b.Z, a.W + b.W);

    public static Quaternion op_Subtraction(Quaternion a, Quaternion b) => new Quaternion(a.X - b.X, a.Y - b.Y, a.Z - b.Z, a.W - b.W);

    public static Quaternion op_UnaryNegation(Quaternion a) => new Quaternion(-a.X, -a.Y, -a.Z, -a.W);

    public static Quaternion op_Multiply(Quaternion a, float s) => new Quaternion(a.X * s, a.Y * s, a.Z * s, a.W * s);

    public static Quaternion op_Multiply(Quaternion a, Quaternion b) => new Quaternion(
        a.X * b.W + b.X * a.W + (a.Y * b.Z - a.Z * b.Y),
        a.Y * b.W + b.Y * a.W + (a.Z * b.X - a.X * b.Z),
        a.Z * b.W + b.Z * a.W + (a.X * b.Y - a.Y * b.X),
        a.W * b.W - (a.X * b.X + a.Y * b.Y + a.Z * b.Z));

    public static Quaternion op_Division(Quaternion a, Quaternion b) => a * Quaternion.Inverse(b);

    public static Quaternion Multiply(Quaternion a, Quaternion b) => a * b;

    public static Quaternion Multiply(Quaternion a, float s) => a * s;

    public static Quaternion Conjugate(Quaternion a) => new Quaternion(-a.X, -a.Y, -a.Z, a.W);

    public static float Dot(Quaternion a, Quaternion b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z + a.W * b.W;

    public static float LengthSquared(Quaternion a) => Quaternion.Dot(a, a);

    public static float Length(Quaternion a) => MathF.Sqrt(a.LengthSquared());

    public static Quaternion Normalize(Quaternion a) => a * (1 / a.Length());

    public static Quaternion Inverse(Quaternion a) => Quaternion.Conjugate(a) * (1 / a.LengthSquared());

    public static Quaternion CreateFromAxisAngle(Vector3 axis, float angle) =>
        new Quaternion(axis * MathF.Sin(angle * 0.5f), MathF.Cos(angle * 0.5f));
}
