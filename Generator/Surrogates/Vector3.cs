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

    public static bool op_Equality(Vector3 a, Vector3 b) => a.X == b.X && a.Y == b.Y && a.Z == b.Z;

    public static bool op_Inequality(Vector3 a, Vector3 b) => !(a == b);

    public static Vector3 op_UnaryPlus(Vector3 a) => a;

    public static float get_Item(Vector3 a, int index) => index switch
    {
        0 => a.X,
        1 => a.Y,
        2 => a.Z,
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public static void set_Item(ref Vector3 a, int index, float value)
    {
        switch (index)
        {
            case 0:
                a.X = value;
                break;
            case 1:
                a.Y = value;
                break;
            case 2:
                a.Z = value;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    public static Vector3 Create(float value) => new Vector3(value);

    public static Vector3 Create(float x, float y, float z) => new Vector3(x, y, z);

    public static Vector3 Create(Vector2 v, float z) => new Vector3(v, z);

    public static float Sum(Vector3 a) => a.X + a.Y + a.Z;

    public static Vector3 Lerp(Vector3 a, Vector3 b, Vector3 t) => a * (Vector3.One - t) + b * t;

    public static Vector3 FusedMultiplyAdd(Vector3 a, Vector3 b, Vector3 c) => new Vector3(MathF.FusedMultiplyAdd(a.X, b.X, c.X), MathF.FusedMultiplyAdd(a.Y, b.Y, c.Y), MathF.FusedMultiplyAdd(a.Z, b.Z, c.Z));

    public static Vector3 MultiplyAddEstimate(Vector3 a, Vector3 b, Vector3 c) => a * b + c;

    public static Vector3 Exp(Vector3 a) => new Vector3(MathF.Exp(a.X), MathF.Exp(a.Y), MathF.Exp(a.Z));

    public static Vector3 Log(Vector3 a) => new Vector3(MathF.Log(a.X), MathF.Log(a.Y), MathF.Log(a.Z));

    public static Vector3 Log2(Vector3 a) => new Vector3(MathF.Log2(a.X), MathF.Log2(a.Y), MathF.Log2(a.Z));

    public static Vector3 Sin(Vector3 a) => new Vector3(MathF.Sin(a.X), MathF.Sin(a.Y), MathF.Sin(a.Z));

    public static Vector3 Cos(Vector3 a) => new Vector3(MathF.Cos(a.X), MathF.Cos(a.Y), MathF.Cos(a.Z));

    public static Vector3 Truncate(Vector3 a) => new Vector3(MathF.Truncate(a.X), MathF.Truncate(a.Y), MathF.Truncate(a.Z));

    public static Vector3 Round(Vector3 a) => new Vector3(MathF.Round(a.X), MathF.Round(a.Y), MathF.Round(a.Z));

    public static Vector3 DegreesToRadians(Vector3 a) => new Vector3(float.DegreesToRadians(a.X), float.DegreesToRadians(a.Y), float.DegreesToRadians(a.Z));

    public static Vector3 RadiansToDegrees(Vector3 a) => new Vector3(float.RadiansToDegrees(a.X), float.RadiansToDegrees(a.Y), float.RadiansToDegrees(a.Z));

    public static Vector3 Hypot(Vector3 a, Vector3 b) => new Vector3(float.Hypot(a.X, b.X), float.Hypot(a.Y, b.Y), float.Hypot(a.Z, b.Z));

    public static Vector3 CopySign(Vector3 a, Vector3 b) => new Vector3(MathF.CopySign(a.X, b.X), MathF.CopySign(a.Y, b.Y), MathF.CopySign(a.Z, b.Z));

    // A bound has its derivative only where the value is beyond it, as with Math.Clamp; bounds in the wrong order do not throw.
    public static Vector3 Clamp(Vector3 a, Vector3 low, Vector3 high)
    {
        Vector3 raised = new Vector3(a.X < low.X ? low.X : a.X, a.Y < low.Y ? low.Y : a.Y, a.Z < low.Z ? low.Z : a.Z);
        return new Vector3(raised.X > high.X ? high.X : raised.X, raised.Y > high.Y ? high.Y : raised.Y, raised.Z > high.Z ? high.Z : raised.Z);
    }

    public static Vector3 Transform(Vector3 v, Matrix4x4 m) => Vector3.TransformNormal(v, m) + m.Translation;

    public static Vector3 TransformNormal(Vector3 v, Matrix4x4 m) => new Vector3(
        v.X * m.M11 + v.Y * m.M21 + v.Z * m.M31, v.X * m.M12 + v.Y * m.M22 + v.Z * m.M32, v.X * m.M13 + v.Y * m.M23 + v.Z * m.M33);

    // The product of the quaternion, the vector and the conjugate, as in .NET: the quaternion need not have the length 1.
    public static Vector3 Transform(Vector3 v, Quaternion q)
    {
        Vector3 u = new Vector3(q.X, q.Y, q.Z);
        return v * (q.W * q.W - Vector3.Dot(u, u)) + u * (2 * Vector3.Dot(u, v)) + Vector3.Cross(u, v) * (2 * q.W);
    }
}
