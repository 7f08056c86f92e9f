// What System.Numerics.Matrix4x4 computes, member by member, as source that is differentiated.
using System;
using System.Numerics;

namespace StaticAd.Surrogates;

internal static partial class Matrix4x4Members
{
    public static Matrix4x4 ctor(
        float m11, float m12, float m13, float m14,
        float m21, float m22, float m23, float m24,
        float m31, float m32, float m33, float m34,
        float m41, float m42, float m43, float m44)
    {
        Matrix4x4 result = default;
        (result.M11, result.M12, result.M13, result.M14) = (m11, m12, m13, m14);
        (result.M21, result.M22, result.M23, result.M24) = (m21, m22, m23, m24);
        (result.M31, result.M32, result.M33, result.M34) = (m31, m32, m33, m34);
        (result.M41, result.M42, result.M43, result.M44) = (m41, m42, m43, m44);
        return result;
    }

    public static Matrix4x4 ctor(Matrix3x2 m) =>
        new Matrix4x4(m.M11, m.M12, 0, 0, m.M21, m.M22, 0, 0, 0, 0, 1, 0, m.M31, m.M32, 0, 1);

    public static Matrix4x4 Create(
        float m11, float m12, float m13, float m14,
        float m21, float m22, float m23, float m24,
        float m31, float m32, float m33, float m34,
        float m41, float m42, float m43, float m44) =>
        new Matrix4x4(m11, m12, m13, m14, m21, m22, m23, m24, m31, m32, m33, m34, m41, m42, m43, m44);

    public static Matrix4x4 Create(Vector4 x, Vector4 y, Vector4 z, Vector4 w) => new Matrix4x4(
        x.X, x.Y, x.Z, x.W, y.X, y.Y, y.Z, y.W, z.X, z.Y, z.Z, z.W, w.X, w.Y, w.Z, w.W);

    public static Matrix4x4 Create(Vector4 value) => Matrix4x4.Create(value, value, value, value);

    public static Matrix4x4 Create(float value) => Matrix4x4.Create(new Vector4(value));

    public static Matrix4x4 Create(Matrix3x2 m) => new Matrix4x4(m);

    public static Matrix4x4 get_Identity() => new Matrix4x4(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);

    public static bool get_IsIdentity(Matrix4x4 m) => m == Matrix4x4.Identity;

    public static Vector4 get_X(Matrix4x4 m) => new Vector4(m.M11, m.M12, m.M13, m.M14);

    public static Vector4 get_Y(Matrix4x4 m) => new Vector4(m.M21, m.M22, m.M23, m.M24);

    public static Vector4 get_Z(Matrix4x4 m) => new Vector4(m.M31, m.M32, m.M33, m.M34);

    public static Vector4 get_W(Matrix4x4 m) => new Vector4(m.M41, m.M42, m.M43, m.M44);

    public static Vector3 get_Translation(Matrix4x4 m) => new Vector3(m.M41, m.M42, m.M43);

    public static void set_X(ref Matrix4x4 m, Vector4 value) => (m.M11, m.M12, m.M13, m.M14) = (value.X, value.Y, value.Z, value.W);

    public static void set_Y(ref Matrix4x4 m, Vector4 value) => (m.M21, m.M22, m.M23, m.M24) = (value.X, value.Y, value.Z, value.W);

    public static void set_Z(ref Matrix4x4 m, Vector4 value) => (m.M31, m.M32, m.M33, m.M34) = (value.X, value.Y, value.Z, value.W);

    public static void set_W(ref Matrix4x4 m, Vector4 value) => (m.M41, m.M42, m.M43, m.M44) = (value.X, value.Y, value.Z, value.W);

    public static void set_Translation(ref Matrix4x4 m, Vector3 value) => (m.M41, m.M42, m.M43) = (value.X, value.Y, value.Z);

    public static Vector4 get_Item(Matrix4x4 m, int row) => m.GetRow(row);

    public static float get_Item(Matrix4x4 m, int row, int column) => m.GetRow(row)[column];

    public static float GetElement(Matrix4x4 m, int row, int column) => m.GetRow(row)[column];

    public static Vector4 GetRow(Matrix4x4 m, int index) => index switch
    {
        0 => m.X,
        1 => m.Y,
        2 => m.Z,
        3 => m.W,
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public static Matrix4x4 op_Addition(Matrix4x4 a, Matrix4x4 b) => Matrix4x4.Create(a.X + b.X, a.Y + b.Y, a.Z + b.Z, a.W + b.W);

    public static Matrix4x4 op_Subtraction(Matrix4x4 a, Matrix4x4 b) => Matrix4x4.Create(a.X - b.X, a.Y - b.Y, a.Z - b.Z, a.W - b.W);

    public static Matrix4x4 op_UnaryNegation(Matrix4x4 a) => Matrix4x4.Create(-a.X, -a.Y, -a.Z, -a.W);

    public static Matrix4x4 op_Multiply(Matrix4x4 a, float s) => Matrix4x4.Create(a.X * s, a.Y * s, a.Z * s, a.W * s);

    public static Matrix4x4 op_Multiply(Matrix4x4 a, Matrix4x4 b) => Matrix4x4.Create(
        Vector4.Transform(a.X, b), Vector4.Transform(a.Y, b), Vector4.Transform(a.Z, b), Vector4.Transform(a.W, b));

    public static bool op_Equality(Matrix4x4 a, Matrix4x4 b) => a.X == b.X && a.Y == b.Y && a.Z == b.Z && a.W == b.W;

    public static bool op_Inequality(Matrix4x4 a, Matrix4x4 b) => !(a == b);

    public static Matrix4x4 Add(Matrix4x4 a, Matrix4x4 b) => a + b;

    public static Matrix4x4 Subtract(Matrix4x4 a, Matrix4x4 b) => a - b;

    public static Matrix4x4 Negate(Matrix4x4 a) => -a;

    public static Matrix4x4 Multiply(Matrix4x4 a, float s) => a * s;

    public static Matrix4x4 Multiply(Matrix4x4 a, Matrix4x4 b) => a * b;

    public static Matrix4x4 Lerp(Matrix4x4 a, Matrix4x4 b, float t) => a * (1 - t) + b * t;

    public static Matrix4x4 Transpose(Matrix4x4 m) => new Matrix4x4(
        m.M11, m.M21, m.M31, m.M41, m.M12, m.M22, m.M32, m.M42, m.M13, m.M23, m.M33, m.M43, m.M14, m.M24, m.M34, m.M44);

    public static Matrix4x4 Transform(Matrix4x4 m, Quaternion rotation) => m * Matrix4x4.CreateFromQuaternion(rotation);

    public static float GetDeterminant(Matrix4x4 m)
    {
        float a = m.M33 * m.M44 - m.M34 * m.M43, b = m.M32 * m.M44 - m.M34 * m.M42, c = m.M32 * m.M43 - m.M33 * m.M42;
        float d = m.M31 * m.M44 - m.M34 * m.M41, e = m.M31 * m.M43 - m.M33 * m.M41, f = m.M31 * m.M42 - m.M32 * m.M41;
        return m.M11 * (m.M22 * a - m.M23 * b + m.M24 * c)
            - m.M12 * (m.M21 * a - m.M23 * d + m.M24 * e)
            + m.M13 * (m.M21 * b - m.M22 * d + m.M24 * f)
            - m.M14 * (m.M21 * c - m.M22 * e + m.M23 * f);
    }

    // By the minors of two rows: a and b hold those of the lower and the upper two.
    public static bool Invert(Matrix4x4 m, out Matrix4x4 result)
    {
        float a0 = m.M33 * m.M44 - m.M34 * m.M43, a1 = m.M32 * m.M44 - m.M34 * m.M42, a2 = m.M32 * m.M43 - m.M33 * m.M42;
        float a3 = m.M31 * m.M44 - m.M34 * m.M41, a4 = m.M31 * m.M43 - m.M33 * m.M41, a5 = m.M31 * m.M42 - m.M32 * m.M41;
        float b0 = m.M13 * m.M24 - m.M14 * m.M23, b1 = m.M12 * m.M24 - m.M14 * m.M22, b2 = m.M12 * m.M23 - m.M13 * m.M22;
        float b3 = m.M11 * m.M24 - m.M14 * m.M21, b4 = m.M11 * m.M23 - m.M13 * m.M21, b5 = m.M11 * m.M22 - m.M12 * m.M21;
        float c11 = m.M22 * a0 - m.M23 * a1 + m.M24 * a2, c12 = m.M23 * a3 - m.M21 * a0 - m.M24 * a4;
        float c13 = m.M21 * a1 - m.M22 * a3 + m.M24 * a5, c14 = m.M22 * a4 - m.M21 * a2 - m.M23 * a5;
        float determinant = m.M11 * c11 + m.M12 * c12 + m.M13 * c13 + m.M14 * c14;
        if (MathF.Abs(determinant) < float.Epsilon)
        {
            result = Matrix4x4.Create(float.NaN);
            return false;
        }

        float s = 1 / determinant;
        result = new Matrix4x4(
            c11 * s,
            (m.M13 * a1 - m.M12 * a0 - m.M14 * a2) * s,
            (m.M42 * b0 - m.M43 * b1 + m.M44 * b2) * s,
            (m.M33 * b1 - m.M32 * b0 - m.M34 * b2) * s,
            c12 * s,
            (m.M11 * a0 - m.M13 * a3 + m.M14 * a4) * s,
            (m.M43 * b3 - m.M41 * b0 - m.M44 * b4) * s,
            (m.M31 * b0 - m.M33 * b3 + m.M34 * b4) * s,
            c13 * s,
            (m.M12 * a3 - m.M11 * a1 - m.M14 * a5) * s,
            (m.M41 * b1 - m.M42 * b3 + m.M44 * b5) * s,
            (m.M32 * b3 - m.M31 * b1 - m.M34 * b5) * s,
            c14 * s,
            (m.M11 * a2 - m.M12 * a4 + m.M13 * a5) * s,
            (m.M42 * b4 - m.M41 * b2 - m.M43 * b5) * s,
            (m.M31 * b2 - m.M32 * b4 + m.M33 * b5) * s);
        return true;
    }
}
