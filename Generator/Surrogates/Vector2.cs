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

    public static bool op_Equality(Vector2 a, Vector2 b) => a.X == b.X && a.Y == b.Y;

    public static bool op_Inequality(Vector2 a, Vector2 b) => !(a == b);

    public static Vector2 op_UnaryPlus(Vector2 a) => a;

    public static float get_Item(Vector2 a, int index) => index switch
    {
        0 => a.X,
        1 => a.Y,
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public static void set_Item(ref Vector2 a, int index, float value)
    {
        switch (index)
        {
            case 0:
                a.X = value;
                break;
            case 1:
                a.Y = value;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    public static Vector2 Create(float value) => new Vector2(value);

    public static Vector2 Create(float x, float y) => new Vector2(x, y);

    public static float Sum(Vector2 a) => a.X + a.Y;

    public static Vector2 Lerp(Vector2 a, Vector2 b, Vector2 t) => a * (Vector2.One - t) + b * t;

    public static Vector2 FusedMultiplyAdd(Vector2 a, Vector2 b, Vector2 c) => new Vector2(MathF.FusedMultiplyAdd(a.X, b.X, c.X), MathF.FusedMultiplyAdd(a.Y, b.Y, c.Y));

    public static Vector2 MultiplyAddEstimate(Vector2 a, Vector2 b, Vector2 c) => a * b + c;

    public static Vector2 Exp(Vector2 a) => new Vector2(MathF.Exp(a.X), MathF.Exp(a.Y));

    public static Vector2 Log(Vector2 a) => new Vector2(MathF.Log(a.X), MathF.Log(a.Y));

    public static Vector2 Log2(Vector2 a) => new Vector2(MathF.Log2(a.X), MathF.Log2(a.Y));

    public static Vector2 Sin(Vector2 a) => new Vector2(MathF.Sin(a.X), MathF.Sin(a.Y));

    public static Vector2 Cos(Vector2 a) => new Vector2(MathF.Cos(a.X), MathF.Cos(a.Y));

    public static Vector2 Truncate(Vector2 a) => new Vector2(MathF.Truncate(a.X), MathF.Truncate(a.Y));

    public static Vector2 Round(Vector2 a) => new Vector2(MathF.Round(a.X), MathF.Round(a.Y));

    public static Vector2 DegreesToRadians(Vector2 a) => new Vector2(float.DegreesToRadians(a.X), float.DegreesToRadians(a.Y));

    public static Vector2 RadiansToDegrees(Vector2 a) => new Vector2(float.RadiansToDegrees(a.X), float.RadiansToDegrees(a.Y));

    public static Vector2 Hypot(Vector2 a, Vector2 b) => new Vector2(float.Hypot(a.X, b.X), float.Hypot(a.Y, b.Y));

    public static Vector2 CopySign(Vector2 a, Vector2 b) => new Vector2(MathF.CopySign(a.X, b.X), MathF.CopySign(a.Y, b.Y));

    // A bound has its derivative only where the value is beyond it, as with Math.Clamp; bounds in the wrong order do not throw.
    public static Vector2 Clamp(Vector2 a, Vector2 low, Vector2 high)
    {
        Vector2 raised = new Vector2(a.X < low.X ? low.X : a.X, a.Y < low.Y ? low.Y : a.Y);
        return new Vector2(raised.X > high.X ? high.X : raised.X, raised.Y > high.Y ? high.Y : raised.Y);
    }

    public static float Cross(Vector2 a, Vector2 b) => a.X * b.Y - a.Y * b.X;

    public static Vector2 Transform(Vector2 v, Matrix3x2 m) => v.X * m.X + v.Y * m.Y + m.Z;

    public static Vector2 TransformNormal(Vector2 v, Matrix3x2 m) => v.X * m.X + v.Y * m.Y;

    public static Vector2 Transform(Vector2 v, Matrix4x4 m) =>
        new Vector2(v.X * m.M11 + v.Y * m.M21 + m.M41, v.X * m.M12 + v.Y * m.M22 + m.M42);

    public static Vector2 TransformNormal(Vector2 v, Matrix4x4 m) => new Vector2(v.X * m.M11 + v.Y * m.M21, v.X * m.M12 + v.Y * m.M22);

    public static Vector2 Transform(Vector2 v, Quaternion q)
    {
        Vector3 turned = Vector3.Transform(new Vector3(v, 0), q);
        return new Vector2(turned.X, turned.Y);
    }
}
