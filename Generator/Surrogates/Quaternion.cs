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

    public static Quaternion Create(float x, float y, float z, float w) => new Quaternion(x, y, z, w);

    public static Quaternion Create(Vector3 v, float w) => new Quaternion(v.X, v.Y, v.Z, w);

    public static Quaternion get_Zero() => new Quaternion(0, 0, 0, 0);

    public static Quaternion get_Identity() => new Quaternion(0, 0, 0, 1);

    public static bool get_IsIdentity(Quaternion q) => q == Quaternion.Identity;

    public static float get_Item(Quaternion q, int index) => index switch
    {
        0 => q.X,
        1 => q.Y,
        2 => q.Z,
        3 => q.W,
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public static void set_Item(ref Quaternion q, int index, float value)
    {
        switch (index)
        {
            case 0:
                q.X = value;
                break;
            case 1:
                q.Y = value;
                break;
            case 2:
                q.Z = value;
                break;
            case 3:
                q.W = value;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    public static Quaternion op_Addition(Quaternion a, Quaternion b) => new Quaternion(a.X + b.X, a.Y + b.Y, a.Z + b.Z, a.W + b.W);

    public static Quaternion op_Subtraction(Quaternion a, Quaternion b) => new Quaternion(a.X - b.X, a.Y - b.Y, a.Z - b.Z, a.W - b.W);

    public static Quaternion op_UnaryNegation(Quaternion a) => new Quaternion(-a.X, -a.Y, -a.Z, -a.W);

    public static Quaternion op_Multiply(Quaternion a, float s) => new Quaternion(a.X * s, a.Y * s, a.Z * s, a.W * s);

    public static Quaternion op_Multiply(Quaternion a, Quaternion b) => new Quaternion(
        a.W * b.X + a.X * b.W + a.Y * b.Z - a.Z * b.Y,
        a.W * b.Y + a.Y * b.W + a.Z * b.X - a.X * b.Z,
        a.W * b.Z + a.Z * b.W + a.X * b.Y - a.Y * b.X,
        a.W * b.W - a.X * b.X - a.Y * b.Y - a.Z * b.Z);

    public static Quaternion op_Division(Quaternion a, Quaternion b) => a * Quaternion.Inverse(b);

    public static bool op_Equality(Quaternion a, Quaternion b) => a.X == b.X && a.Y == b.Y && a.Z == b.Z && a.W == b.W;

    public static bool op_Inequality(Quaternion a, Quaternion b) => !(a == b);

    public static Quaternion Add(Quaternion a, Quaternion b) => a + b;

    public static Quaternion Subtract(Quaternion a, Quaternion b) => a - b;

    public static Quaternion Multiply(Quaternion a, Quaternion b) => a * b;

    public static Quaternion Multiply(Quaternion a, float s) => a * s;

    public static Quaternion Divide(Quaternion a, Quaternion b) => a / b;

    public static Quaternion Negate(Quaternion a) => -a;

    public static Quaternion Concatenate(Quaternion a, Quaternion b) => b * a;

    public static Quaternion Conjugate(Quaternion q) => new Quaternion(-q.X, -q.Y, -q.Z, q.W);

    // What is too short has the inverse zero, as in .NET.
    public static Quaternion Inverse(Quaternion q) =>
        q.LengthSquared() <= 1.192092896e-7F ? Quaternion.Zero : Quaternion.Conjugate(q) * (1 / q.LengthSquared());

    public static float Dot(Quaternion a, Quaternion b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z + a.W * b.W;

    public static float LengthSquared(Quaternion q) => Quaternion.Dot(q, q);

    public static float Length(Quaternion q) => MathF.Sqrt(q.LengthSquared());

    public static Quaternion Normalize(Quaternion q) => q * (1 / q.Length());

    public static Quaternion CreateFromAxisAngle(Vector3 axis, float angle) =>
        new Quaternion(axis * MathF.Sin(0.5F * angle), MathF.Cos(0.5F * angle));

    public static Quaternion CreateFromYawPitchRoll(float yaw, float pitch, float roll)
    {
        float sr = MathF.Sin(0.5F * roll), cr = MathF.Cos(0.5F * roll);
        float sp = MathF.Sin(0.5F * pitch), cp = MathF.Cos(0.5F * pitch);
        float sy = MathF.Sin(0.5F * yaw), cy = MathF.Cos(0.5F * yaw);
        return new Quaternion(
            cy * sp * cr + sy * cp * sr, sy * cp * cr - cy * sp * sr, cy * cp * sr - sy * sp * cr, cy * cp * cr + sy * sp * sr);
    }

    public static Quaternion CreateFromRotationMatrix(Matrix4x4 m)
    {
        float trace = m.M11 + m.M22 + m.M33;
        if (trace > 0)
        {
            float root = MathF.Sqrt(trace + 1), s = 0.5F / root;
            return new Quaternion((m.M23 - m.M32) * s, (m.M31 - m.M13) * s, (m.M12 - m.M21) * s, 0.5F * root);
        }

        if (m.M11 >= m.M22 && m.M11 >= m.M33)
        {
            float root = MathF.Sqrt(1 + m.M11 - m.M22 - m.M33), s = 0.5F / root;
            return new Quaternion(0.5F * root, (m.M12 + m.M21) * s, (m.M13 + m.M31) * s, (m.M23 - m.M32) * s);
        }

        if (m.M22 > m.M33)
        {
            float root = MathF.Sqrt(1 + m.M22 - m.M11 - m.M33), s = 0.5F / root;
            return new Quaternion((m.M21 + m.M12) * s, 0.5F * root, (m.M32 + m.M23) * s, (m.M31 - m.M13) * s);
        }

        float last = MathF.Sqrt(1 + m.M33 - m.M11 - m.M22), scale = 0.5F / last;
        return new Quaternion((m.M31 + m.M13) * scale, (m.M32 + m.M23) * scale, 0.5F * last, (m.M12 - m.M21) * scale);
    }

    public static Quaternion Lerp(Quaternion a, Quaternion b, float t) =>
        Quaternion.Normalize(Quaternion.Dot(a, b) >= 0 ? a * (1 - t) + b * t : a * (1 - t) - b * t);

    public static Quaternion Slerp(Quaternion a, Quaternion b, float t)
    {
        float dot = Quaternion.Dot(a, b);
        float sign = dot < 0 ? -1 : 1;
        float cosine = sign * dot;
        if (cosine > 1 - 1e-6F)
        {
            return a * (1 - t) + b * (t * sign);
        }

        float angle = MathF.Acos(cosine);
        float scale = 1 / MathF.Sin(angle);
        return a * (MathF.Sin((1 - t) * angle) * scale) + b * (MathF.Sin(t * angle) * scale * sign);
    }
}
