// What System.Numerics.Matrix3x2 computes, member by member, as source that is differentiated.
using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Surrogates;

internal static class Matrix3x2Members
{
    public static Matrix3x2 ctor(float m11, float m12, float m21, float m22, float m31, float m32)
    {
        Matrix3x2 result = default;
        result.M11 = m11;
        result.M12 = m12;
        result.M21 = m21;
        result.M22 = m22;
        result.M31 = m31;
        result.M32 = m32;
        return result;
    }

    public static Matrix3x2 Create(float m11, float m12, float m21, float m22, float m31, float m32) =>
        new Matrix3x2(m11, m12, m21, m22, m31, m32);

    public static Matrix3x2 Create(Vector2 x, Vector2 y, Vector2 z) => new Matrix3x2(x.X, x.Y, y.X, y.Y, z.X, z.Y);

    public static Matrix3x2 Create(Vector2 value) => Matrix3x2.Create(value, value, value);

    public static Matrix3x2 Create(float value) => new Matrix3x2(value, value, value, value, value, value);

    public static Matrix3x2 get_Identity() => new Matrix3x2(1, 0, 0, 1, 0, 0);

    public static bool get_IsIdentity(Matrix3x2 m) => m == Matrix3x2.Identity;

    public static Vector2 get_X(Matrix3x2 m) => new Vector2(m.M11, m.M12);

    public static Vector2 get_Y(Matrix3x2 m) => new Vector2(m.M21, m.M22);

    public static Vector2 get_Z(Matrix3x2 m) => new Vector2(m.M31, m.M32);

    public static Vector2 get_Translation(Matrix3x2 m) => m.Z;

    public static void set_X(ref Matrix3x2 m, Vector2 value) => (m.M11, m.M12) = (value.X, value.Y);

    public static void set_Y(ref Matrix3x2 m, Vector2 value) => (m.M21, m.M22) = (value.X, value.Y);

    public static void set_Z(ref Matrix3x2 m, Vector2 value) => (m.M31, m.M32) = (value.X, value.Y);

    public static void set_Translation(ref Matrix3x2 m, Vector2 value) => (m.M31, m.M32) = (value.X, value.Y);

    public static Vector2 get_Item(Matrix3x2 m, int row) => m.GetRow(row);

    public static float get_Item(Matrix3x2 m, int row, int column) => m.GetRow(row)[column];

    public static float GetElement(Matrix3x2 m, int row, int column) => m.GetRow(row)[column];

    public static Vector2 GetRow(Matrix3x2 m, int index) => index switch
    {
        0 => m.X,
        1 => m.Y,
        2 => m.Z,
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public static Matrix3x2 op_Addition(Matrix3x2 a, Matrix3x2 b) => Matrix3x2.Create(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Matrix3x2 op_Subtraction(Matrix3x2 a, Matrix3x2 b) => Matrix3x2.Create(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Matrix3x2 op_UnaryNegation(Matrix3x2 a) => Matrix3x2.Create(-a.X, -a.Y, -a.Z);

    public static Matrix3x2 op_Multiply(Matrix3x2 a, float s) => Matrix3x2.Create(a.X * s, a.Y * s, a.Z * s);

    public static Matrix3x2 op_Multiply(Matrix3x2 a, Matrix3x2 b) => Matrix3x2.Create(
        Vector2.TransformNormal(a.X, b), Vector2.TransformNormal(a.Y, b), Vector2.Transform(a.Z, b));

    public static bool op_Equality(Matrix3x2 a, Matrix3x2 b) => a.X == b.X && a.Y == b.Y && a.Z == b.Z;

    public static bool op_Inequality(Matrix3x2 a, Matrix3x2 b) => !(a == b);

    public static Matrix3x2 Add(Matrix3x2 a, Matrix3x2 b) => a + b;

    public static Matrix3x2 Subtract(Matrix3x2 a, Matrix3x2 b) => a - b;

    public static Matrix3x2 Negate(Matrix3x2 a) => -a;

    public static Matrix3x2 Multiply(Matrix3x2 a, float s) => a * s;

    public static Matrix3x2 Multiply(Matrix3x2 a, Matrix3x2 b) => a * b;

    public static Matrix3x2 Lerp(Matrix3x2 a, Matrix3x2 b, float t) => a * (1 - t) + b * t;

    public static float GetDeterminant(Matrix3x2 m) => m.M11 * m.M22 - m.M21 * m.M12;

    public static bool Invert(Matrix3x2 m, out Matrix3x2 result)
    {
        float determinant = m.M11 * m.M22 - m.M21 * m.M12;
        if (MathF.Abs(determinant) < float.Epsilon)
        {
            result = Matrix3x2.Create(float.NaN);
            return false;
        }

        float s = 1 / determinant;
        result = new Matrix3x2(
            m.M22 * s,
            -m.M12 * s,
            -m.M21 * s,
            m.M11 * s,
            (m.M21 * m.M32 - m.M31 * m.M22) * s,
            (m.M31 * m.M12 - m.M11 * m.M32) * s);
        return true;
    }

    public static Matrix3x2 CreateTranslation(Vector2 position) => new Matrix3x2(1, 0, 0, 1, position.X, position.Y);

    public static Matrix3x2 CreateTranslation(float x, float y) => new Matrix3x2(1, 0, 0, 1, x, y);

    public static Matrix3x2 CreateScale(float x, float y) => new Matrix3x2(x, 0, 0, y, 0, 0);

    public static Matrix3x2 CreateScale(float x, float y, Vector2 center) =>
        new Matrix3x2(x, 0, 0, y, center.X * (1 - x), center.Y * (1 - y));

    public static Matrix3x2 CreateScale(Vector2 scales) => Matrix3x2.CreateScale(scales.X, scales.Y);

    public static Matrix3x2 CreateScale(Vector2 scales, Vector2 center) => Matrix3x2.CreateScale(scales.X, scales.Y, center);

    public static Matrix3x2 CreateScale(float scale) => Matrix3x2.CreateScale(scale, scale);

    public static Matrix3x2 CreateScale(float scale, Vector2 center) => Matrix3x2.CreateScale(scale, scale, center);

    public static Matrix3x2 CreateSkew(float x, float y) => new Matrix3x2(1, MathF.Tan(y), MathF.Tan(x), 1, 0, 0);

    public static Matrix3x2 CreateSkew(float x, float y, Vector2 center) =>
        new Matrix3x2(1, MathF.Tan(y), MathF.Tan(x), 1, -center.Y * MathF.Tan(x), -center.X * MathF.Tan(y));

    // .NET rounds angles next to quarter turns to these. That shifts the value, but is no step of the derivative.
    public static Matrix3x2 CreateRotation(float radians)
    {
        const float Near = 0.001F * MathF.PI / 180;
        float angle = Ad.StopGradient(MathF.IEEERemainder(radians, MathF.Tau));
        float rounded = angle;
        if (angle > -Near && angle < Near)
        {
            rounded = 0;
        }
        else if (angle > MathF.PI / 2 - Near && angle < MathF.PI / 2 + Near)
        {
            rounded = MathF.PI / 2;
        }
        else if (angle < -MathF.PI + Near || angle > MathF.PI - Near)
        {
            rounded = MathF.PI;
        }
        else if (angle > -MathF.PI / 2 - Near && angle < -MathF.PI / 2 + Near)
        {
            rounded = -MathF.PI / 2;
        }

        float turned = rounded + (radians - Ad.StopGradient(radians));
        float s = MathF.Sin(turned), c = MathF.Cos(turned);
        return new Matrix3x2(c, s, -s, c, 0, 0);
    }

    public static Matrix3x2 CreateRotation(float radians, Vector2 center)
    {
        Matrix3x2 turn = Matrix3x2.CreateRotation(radians);
        return new Matrix3x2(
            turn.M11,
            turn.M12,
            turn.M21,
            turn.M22,
            center.X * (1 - turn.M11) + center.Y * turn.M12,
            center.Y * (1 - turn.M11) - center.X * turn.M12);
    }
}
