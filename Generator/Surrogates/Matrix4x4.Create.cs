// What the members of System.Numerics.Matrix4x4 compute that make matrices of rotations, cameras and the like.
using System;
using System.Numerics;

namespace StaticAd.Surrogates;

internal static partial class Matrix4x4Members
{
    public static Matrix4x4 CreateTranslation(float x, float y, float z) => new Matrix4x4(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1);

    public static Matrix4x4 CreateTranslation(Vector3 position) => Matrix4x4.CreateTranslation(position.X, position.Y, position.Z);

    public static Matrix4x4 CreateScale(float x, float y, float z) => new Matrix4x4(x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0, 0, 0, 0, 1);

    public static Matrix4x4 CreateScale(float x, float y, float z, Vector3 center) =>
        new Matrix4x4(x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0, center.X * (1 - x), center.Y * (1 - y), center.Z * (1 - z), 1);

    public static Matrix4x4 CreateScale(Vector3 scales) => Matrix4x4.CreateScale(scales.X, scales.Y, scales.Z);

    public static Matrix4x4 CreateScale(Vector3 scales, Vector3 center) => Matrix4x4.CreateScale(scales.X, scales.Y, scales.Z, center);

    public static Matrix4x4 CreateScale(float scale) => Matrix4x4.CreateScale(scale, scale, scale);

    public static Matrix4x4 CreateScale(float scale, Vector3 center) => Matrix4x4.CreateScale(scale, scale, scale, center);

    public static Matrix4x4 CreateRotationX(float radians) => Matrix4x4.CreateRotationX(radians, Vector3.Zero);

    public static Matrix4x4 CreateRotationX(float radians, Vector3 center)
    {
        float s = MathF.Sin(radians), c = MathF.Cos(radians);
        return new Matrix4x4(
            1, 0, 0, 0, 0, c, s, 0, 0, -s, c, 0, 0, center.Y * (1 - c) + center.Z * s, center.Z * (1 - c) - center.Y * s, 1);
    }

    public static Matrix4x4 CreateRotationY(float radians) => Matrix4x4.CreateRotationY(radians, Vector3.Zero);

    public static Matrix4x4 CreateRotationY(float radians, Vector3 center)
    {
        float s = MathF.Sin(radians), c = MathF.Cos(radians);
        return new Matrix4x4(
            c, 0, -s, 0, 0, 1, 0, 0, s, 0, c, 0, center.X * (1 - c) - center.Z * s, 0, center.Z * (1 - c) + center.X * s, 1);
    }

    public static Matrix4x4 CreateRotationZ(float radians) => Matrix4x4.CreateRotationZ(radians, Vector3.Zero);

    public static Matrix4x4 CreateRotationZ(float radians, Vector3 center)
    {
        float s = MathF.Sin(radians), c = MathF.Cos(radians);
        return new Matrix4x4(
            c, s, 0, 0, -s, c, 0, 0, 0, 0, 1, 0, center.X * (1 - c) + center.Y * s, center.Y * (1 - c) - center.X * s, 0, 1);
    }

    public static Matrix4x4 CreateFromQuaternion(Quaternion q)
    {
        float xx = q.X * q.X, yy = q.Y * q.Y, zz = q.Z * q.Z;
        float xy = q.X * q.Y, wz = q.Z * q.W, xz = q.Z * q.X, wy = q.Y * q.W, yz = q.Y * q.Z, wx = q.X * q.W;
        return new Matrix4x4(
            1 - 2 * (yy + zz), 2 * (xy + wz), 2 * (xz - wy), 0,
            2 * (xy - wz), 1 - 2 * (zz + xx), 2 * (yz + wx), 0,
            2 * (xz + wy), 2 * (yz - wx), 1 - 2 * (yy + xx), 0,
            0, 0, 0, 1);
    }

    public static Matrix4x4 CreateFromAxisAngle(Vector3 axis, float angle) =>
        Matrix4x4.CreateFromQuaternion(Quaternion.CreateFromAxisAngle(axis, angle));

    public static Matrix4x4 CreateFromYawPitchRoll(float yaw, float pitch, float roll) =>
        Matrix4x4.CreateFromQuaternion(Quaternion.CreateFromYawPitchRoll(yaw, pitch, roll));

    public static Matrix4x4 CreateLookAt(Vector3 position, Vector3 target, Vector3 up) =>
        Matrix4x4.CreateLookTo(position, target - position, up);

    public static Matrix4x4 CreateLookAtLeftHanded(Vector3 position, Vector3 target, Vector3 up) =>
        Matrix4x4.CreateLookToLeftHanded(position, target - position, up);

    public static Matrix4x4 CreateLookTo(Vector3 position, Vector3 direction, Vector3 up) =>
        Matrix4x4.CreateLookToLeftHanded(position, -direction, up);

    public static Matrix4x4 CreateLookToLeftHanded(Vector3 position, Vector3 direction, Vector3 up)
    {
        Vector3 z = Vector3.Normalize(direction);
        Vector3 x = Vector3.Normalize(Vector3.Cross(up, z));
        Vector3 y = Vector3.Cross(z, x);
        return new Matrix4x4(
            x.X, y.X, z.X, 0,
            x.Y, y.Y, z.Y, 0,
            x.Z, y.Z, z.Z, 0,
            -Vector3.Dot(x, position), -Vector3.Dot(y, position), -Vector3.Dot(z, position), 1);
    }

    public static Matrix4x4 CreateWorld(Vector3 position, Vector3 forward, Vector3 up)
    {
        Vector3 z = Vector3.Normalize(-forward);
        Vector3 x = Vector3.Normalize(Vector3.Cross(up, z));
        return Matrix4x4.Create(new Vector4(x, 0), new Vector4(Vector3.Cross(z, x), 0), new Vector4(z, 0), new Vector4(position, 1));
    }

    public static Matrix4x4 CreateOrthographic(float width, float height, float near, float far)
    {
        float range = 1 / (near - far);
        return new Matrix4x4(2 / width, 0, 0, 0, 0, 2 / height, 0, 0, 0, 0, range, 0, 0, 0, range * near, 1);
    }

    public static Matrix4x4 CreatePerspective(float width, float height, float near, float far)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(near);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(far);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(near, far);
        float range = float.IsPositiveInfinity(far) ? -1 : far / (near - far);
        return new Matrix4x4(2 * near / width, 0, 0, 0, 0, 2 * near / height, 0, 0, 0, 0, range, -1, 0, 0, range * near, 0);
    }

    public static Matrix4x4 CreatePerspectiveFieldOfView(float fieldOfView, float aspect, float near, float far)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fieldOfView);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fieldOfView, MathF.PI);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(near);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(far);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(near, far);
        float height = 1 / MathF.Tan(fieldOfView * 0.5F);
        float range = float.IsPositiveInfinity(far) ? -1 : far / (near - far);
        return new Matrix4x4(height / aspect, 0, 0, 0, 0, height, 0, 0, 0, 0, range, -1, 0, 0, range * near, 0);
    }

    public static Matrix4x4 CreateReflection(Plane plane)
    {
        Plane p = Plane.Normalize(plane);
        Vector3 f = -2 * p.Normal;
        return new Matrix4x4(
            f.X * p.Normal.X + 1, f.Y * p.Normal.X, f.Z * p.Normal.X, 0,
            f.X * p.Normal.Y, f.Y * p.Normal.Y + 1, f.Z * p.Normal.Y, 0,
            f.X * p.Normal.Z, f.Y * p.Normal.Z, f.Z * p.Normal.Z + 1, 0,
            f.X * p.D, f.Y * p.D, f.Z * p.D, 1);
    }

    public static Matrix4x4 CreateShadow(Vector3 light, Plane plane)
    {
        Plane p = Plane.Normalize(plane);
        float dot = Vector3.Dot(light, p.Normal);
        Vector3 n = -p.Normal;
        return new Matrix4x4(
            n.X * light.X + dot, n.X * light.Y, n.X * light.Z, 0,
            n.Y * light.X, n.Y * light.Y + dot, n.Y * light.Z, 0,
            n.Z * light.X, n.Z * light.Y, n.Z * light.Z + dot, 0,
            -p.D * light.X, -p.D * light.Y, -p.D * light.Z, dot);
    }
}
