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

    public static bool op_Equality(Vector4 a, Vector4 b) => a.X == b.X && a.Y == b.Y && a.Z == b.Z && a.W == b.W;

    public static bool op_Inequality(Vector4 a, Vector4 b) => !(a == b);

    public static Vector4 op_UnaryPlus(Vector4 a) => a;

    public static float get_Item(Vector4 a, int index) => index switch
    {
        0 => a.X,
        1 => a.Y,
        2 => a.Z,
        3 => a.W,
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public static void set_Item(ref Vector4 a, int index, float value)
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
            case 3:
                a.W = value;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    public static Vector4 Create(float value) => new Vector4(value);

    public static Vector4 Create(float x, float y, float z, float w) => new Vector4(x, y, z, w);

    public static Vector4 ctor(Vector2 v, float z, float w) => new Vector4(v.X, v.Y, z, w);

    public static Vector4 Create(Vector2 v, float z, float w) => new Vector4(v, z, w);

    public static Vector4 Create(Vector3 v, float w) => new Vector4(v, w);

    public static float Sum(Vector4 a) => a.X + a.Y + a.Z + a.W;

    public static Vector4 Lerp(Vector4 a, Vector4 b, Vector4 t) => a * (Vector4.One - t) + b * t;

    public static Vector4 FusedMultiplyAdd(Vector4 a, Vector4 b, Vector4 c) => new Vector4(MathF.FusedMultiplyAdd(a.X, b.X, c.X), MathF.FusedMultiplyAdd(a.Y, b.Y, c.Y), MathF.FusedMultiplyAdd(a.Z, b.Z, c.Z), MathF.FusedMultiplyAdd(a.W, b.W, c.W));

    public static Vector4 MultiplyAddEstimate(Vector4 a, Vector4 b, Vector4 c) => a * b + c;

    public static Vector4 Exp(Vector4 a) => new Vector4(MathF.Exp(a.X), MathF.Exp(a.Y), MathF.Exp(a.Z), MathF.Exp(a.W));

    public static Vector4 Log(Vector4 a) => new Vector4(MathF.Log(a.X), MathF.Log(a.Y), MathF.Log(a.Z), MathF.Log(a.W));

    public static Vector4 Log2(Vector4 a) => new Vector4(MathF.Log2(a.X), MathF.Log2(a.Y), MathF.Log2(a.Z), MathF.Log2(a.W));

    public static Vector4 Sin(Vector4 a) => new Vector4(MathF.Sin(a.X), MathF.Sin(a.Y), MathF.Sin(a.Z), MathF.Sin(a.W));

    public static Vector4 Cos(Vector4 a) => new Vector4(MathF.Cos(a.X), MathF.Cos(a.Y), MathF.Cos(a.Z), MathF.Cos(a.W));

    public static Vector4 Truncate(Vector4 a) => new Vector4(MathF.Truncate(a.X), MathF.Truncate(a.Y), MathF.Truncate(a.Z), MathF.Truncate(a.W));

    public static Vector4 Round(Vector4 a) => new Vector4(MathF.Round(a.X), MathF.Round(a.Y), MathF.Round(a.Z), MathF.Round(a.W));

    public static Vector4 DegreesToRadians(Vector4 a) => new Vector4(float.DegreesToRadians(a.X), float.DegreesToRadians(a.Y), float.DegreesToRadians(a.Z), float.DegreesToRadians(a.W));

    public static Vector4 RadiansToDegrees(Vector4 a) => new Vector4(float.RadiansToDegrees(a.X), float.RadiansToDegrees(a.Y), float.RadiansToDegrees(a.Z), float.RadiansToDegrees(a.W));

    public static Vector4 Hypot(Vector4 a, Vector4 b) => new Vector4(float.Hypot(a.X, b.X), float.Hypot(a.Y, b.Y), float.Hypot(a.Z, b.Z), float.Hypot(a.W, b.W));

    public static Vector4 CopySign(Vector4 a, Vector4 b) => new Vector4(MathF.CopySign(a.X, b.X), MathF.CopySign(a.Y, b.Y), MathF.CopySign(a.Z, b.Z), MathF.CopySign(a.W, b.W));

    // A bound has its derivative only where the value is beyond it, as with Math.Clamp; bounds in the wrong order do not throw.
    public static Vector4 Clamp(Vector4 a, Vector4 low, Vector4 high)
    {
        Vector4 raised = new Vector4(a.X < low.X ? low.X : a.X, a.Y < low.Y ? low.Y : a.Y, a.Z < low.Z ? low.Z : a.Z, a.W < low.W ? low.W : a.W);
        return new Vector4(raised.X > high.X ? high.X : raised.X, raised.Y > high.Y ? high.Y : raised.Y, raised.Z > high.Z ? high.Z : raised.Z, raised.W > high.W ? high.W : raised.W);
    }

    public static Vector4 Transform(Vector4 v, Matrix4x4 m) => v.X * m.X + v.Y * m.Y + v.Z * m.Z + v.W * m.W;

    public static Vector4 Transform(Vector3 v, Matrix4x4 m) => v.X * m.X + v.Y * m.Y + v.Z * m.Z + m.W;

    public static Vector4 Transform(Vector2 v, Matrix4x4 m) => v.X * m.X + v.Y * m.Y + m.W;

    public static Vector4 Transform(Vector4 v, Quaternion q) => new Vector4(Vector3.Transform(new Vector3(v.X, v.Y, v.Z), q), v.W * q.LengthSquared());

    public static Vector4 Transform(Vector3 v, Quaternion q) => new Vector4(Vector3.Transform(v, q), q.LengthSquared());

    public static Vector4 Transform(Vector2 v, Quaternion q) => new Vector4(Vector3.Transform(new Vector3(v, 0), q), q.LengthSquared());
}
