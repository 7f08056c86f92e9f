using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Rotations by quaternions.</summary>
public static partial class Quaternions
{
    // check: new Quaternion(0.3F, -1.2F, 2, 0.5F), new Quaternion(1, 0.5F, 0.7F, -0.4F)
    [Differentiable]
    public static Quaternion Algebra(Quaternion p, Quaternion q)
    {
        Quaternion r = p * q - Quaternion.Conjugate(q) / p + Quaternion.Identity * (2 * p.X);
        r += Quaternion.Concatenate(p, r) * 0.5F;
        r.W -= Quaternion.Dot(p, q) * r.LengthSquared();
        return Quaternion.Normalize(-r) + Quaternion.Inverse(q) * r.Length();
    }

    // check: new Vector3(0.3F, -1.2F, 2), 0.7F, new Vector3(1, 0.5F, 0.7F)
    // check: new Vector3(0.3F, -1.2F, 2), 0, new Vector3(1, 0.5F, 0.7F)
    [Differentiable]
    public static Vector3 Turned(Vector3 axis, float angle, Vector3 v)
    {
        Quaternion q = Quaternion.CreateFromAxisAngle(Vector3.Normalize(axis), angle);
        return Vector3.Transform(v, q);
    }

    // check: 0.3F, -1.2F, 2, new Vector3(1, 0.5F, 0.7F)
    [Differentiable]
    public static float YawPitchRoll(float yaw, float pitch, float roll, in Vector3 v)
    {
        var q = Quaternion.CreateFromYawPitchRoll(yaw, pitch, roll);
        Vector4 turned = Vector4.Transform(v, q);
        return turned.X * turned.Y - turned.Z * turned.W;
    }

    // check: new Quaternion(0.3F, -1.2F, 2, 0.5F), new Quaternion(1, 0.5F, 0.7F, -0.4F), 0.3F
    // check: new Quaternion(0.1F, 0.2F, -0.3F, 0.5F), new Quaternion(-1, -0.5F, 0.7F, -0.4F), 0.6F
    [Differentiable]
    public static Quaternion Between(Quaternion p, Quaternion q, float t)
    {
        Quaternion from = Quaternion.Normalize(p), to = Quaternion.Normalize(q);
        return Quaternion.Slerp(from, to, t) + Quaternion.Lerp(p, q, t) * t;
    }

    // check: new[] { new Quaternion(0.3F, -1.2F, 2, 0.5F), new Quaternion(1, 0.5F, 0.7F, -0.4F) }, new[] { new Vector3(1, 2, 3), new Vector3(-1, 0.5F, 0.2F) }
    [Differentiable]
    public static void TurnAll(Span<Quaternion> turns, Span<Vector3> points)
    {
        for (int i = 0; i < points.Length; i++)
        {
            turns[i] = Quaternion.Normalize(turns[i]);
            points[i] = Vector3.Transform(points[i], turns[i]) + points[i];
            points[i].X *= turns[i].W;
        }
    }
}
