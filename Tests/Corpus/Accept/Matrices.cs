using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Matrices and planes.</summary>
public static partial class Matrices
{
    // check: new Matrix4x4(1, 0.2F, 0.3F, -0.4F, 0.5F, 2, -0.7F, 0.8F, 0.9F, -1, 3, 0.1F, 0.2F, 0.3F, 0.4F, 1.5F), new Vector3(1, 0.5F, 0.7F)
    [Differentiable]
    public static float Inverted(Matrix4x4 m, Vector3 v)
    {
        if (!Matrix4x4.Invert(m, out Matrix4x4 inverse))
        {
            return 0;
        }

        Matrix4x4 product = m * Matrix4x4.Transpose(inverse) + inverse * 2 - m;
        return Vector3.Transform(v, product).Length() + product.GetDeterminant() + Vector3.TransformNormal(v, inverse).X;
    }

    // check: new Matrix4x4(1, 0.2F, 0.3F, -0.4F, 0.5F, 2, -0.7F, 0.8F, 0.9F, -1, 3, 0.1F, 0.2F, 0.3F, 0.4F, 1.5F), 1, 2
    [Differentiable]
    public static Vector4 RowsAndElements(Matrix4x4 m, int row, int column)
    {
        m.Translation += new Vector3(m.M11, m.M22, m[row, column]);
        m.X *= m.M14;
        m.M23 *= m.GetElement(column, row);
        return m[row] * m.X + m.W;
    }

    // check: new Vector3(0.3F, -1.2F, 2), new Vector3(1, 0.5F, 0.7F), 0.9F, new Vector3(0.2F, 0.1F, -3)
    [Differentiable]
    public static Vector2 Projected(Vector3 eye, Vector3 target, float fieldOfView, Vector3 point)
    {
        Matrix4x4 view = Matrix4x4.CreateLookAt(eye, target, Vector3.UnitY);
        Matrix4x4 projection = Matrix4x4.CreatePerspectiveFieldOfView(fieldOfView, 1.5F, 0.1F, 100);
        Vector4 clip = Vector4.Transform(point, view * projection);
        return new Vector2(clip.X, clip.Y) / clip.W;
    }

    // check: new[] { 0.3F, -1.2F, 2, 0.4F }, new Vector3(1, 0.5F, 0.7F)
    [Differentiable]
    public static float Chain(ReadOnlySpan<float> angles, Vector3 arm)
    {
        Matrix4x4 pose = Matrix4x4.Identity;
        for (int i = 0; i < angles.Length; i++)
        {
            Matrix4x4 turn = i % 2 == 0 ? Matrix4x4.CreateRotationZ(angles[i], arm) : Matrix4x4.CreateRotationX(angles[i]);
            pose = turn * Matrix4x4.CreateTranslation(arm) * pose;
        }

        Vector3 end = pose.Translation;
        return Vector3.Dot(end, end) + Quaternion.CreateFromRotationMatrix(pose).W;
    }

    // check: 0.3F, new Vector2(0.8F, -1.5F), new Vector2(1, 0.5F)
    [Differentiable]
    public static Vector2 InThePlane(float angle, Vector2 scale, Vector2 p)
    {
        Matrix3x2 m = Matrix3x2.CreateRotation(angle, p) * Matrix3x2.CreateScale(scale) * Matrix3x2.CreateSkew(angle, 0.2F);
        m.Translation -= scale;
        if (Matrix3x2.Invert(m, out Matrix3x2 inverse))
        {
            p = Vector2.Transform(p, inverse) * m.GetDeterminant();
        }

        return Vector2.TransformNormal(p, m) + Matrix3x2.Lerp(m, inverse, angle).Y;
    }

    // check: 0F // kink -1, 0
    [Differentiable]
    public static Vector2 QuarterTurns(float angle) => Vector2.Transform(Vector2.UnitY, Matrix3x2.CreateRotation(angle));

    // check: new Plane(0.3F, -1.2F, 2, 0.5F), new Vector3(1, 0.5F, 0.7F), new Quaternion(0.3F, -1.2F, 2, 0.5F)
    [Differentiable]
    public static float Planes(Plane plane, Vector3 v, Quaternion turn)
    {
        Plane unit = Plane.Normalize(plane);
        Plane through = Plane.CreateFromVertices(v, unit.Normal, new Vector3(turn.X, turn.Y, turn.Z));
        Plane moved = Plane.Transform(through, Matrix4x4.CreateFromQuaternion(turn) * Matrix4x4.CreateTranslation(v));
        Vector3 mirrored = Vector3.Transform(v, Matrix4x4.CreateReflection(unit));
        return Plane.DotCoordinate(moved, mirrored) * plane.D + Plane.Dot(unit, new Vector4(v, 1)) + moved.Normal.X;
    }

    // check: new Matrix4x4(1.9F, 0.6F, 0.02F, 0, -0.15F, 0.48F, 0.01F, 0, 0.03F, 0.02F, 3, 0, 0.2F, -0.3F, 0.4F, 1), new Vector3(1, 0.5F, 0.7F)
    // check: new Matrix4x4(0.6F, -1.9F, 0.02F, 0, 0.48F, 0.15F, 0.01F, 0, 0.03F, 0.02F, -1.2F, 0, 0.2F, -0.3F, 0.4F, 1), new Vector3(1, 0.5F, 0.7F)
    // check: new Matrix4x4(0.6F, -1.9F, 0.02F, 0, 0.48F, 0.15F, 0.01F, 0, 0.03F, 0.02F, 1.2F, 0, 0.2F, -0.3F, 0.4F, 1), new Vector3(1, 0.5F, 0.7F)
    // check: new Matrix4x4(1, 0.2F, 0.3F, -0.4F, 0.5F, 2, -0.7F, 0.8F, 0.9F, -1, 3, 0.1F, 0.2F, 0.3F, 0.4F, 1.5F), new Vector3(1, 0.5F, 0.7F)
    [Differentiable]
    public static float Decomposed(Matrix4x4 m, Vector3 v)
    {
        bool isWhole = Matrix4x4.Decompose(m, out Vector3 scale, out Quaternion rotation, out Vector3 translation);
        Vector3 moved = Vector3.Transform(v * scale, rotation) + translation;
        return isWhole ? moved.LengthSquared() + rotation.X * scale.Z : Vector3.Dot(moved, scale);
    }
}
