// What System.Numerics.Plane computes, member by member, as source that is differentiated.
using System;
using System.Numerics;

namespace StaticAd.Surrogates;

internal static class PlaneMembers
{
    public static Plane ctor(Vector3 normal, float d)
    {
        Plane result = default;
        result.Normal = normal;
        result.D = d;
        return result;
    }

    public static Plane ctor(float x, float y, float z, float d) => new Plane(new Vector3(x, y, z), d);

    public static Plane ctor(Vector4 value) => new Plane(new Vector3(value.X, value.Y, value.Z), value.W);

    public static Plane Create(Vector3 normal, float d) => new Plane(normal, d);

    public static Plane Create(float x, float y, float z, float d) => new Plane(x, y, z, d);

    public static Plane Create(Vector4 value) => new Plane(value);

    public static bool op_Equality(Plane a, Plane b) => a.Normal == b.Normal && a.D == b.D;

    public static bool op_Inequality(Plane a, Plane b) => !(a == b);

    public static Plane CreateFromVertices(Vector3 a, Vector3 b, Vector3 c)
    {
        Vector3 normal = Vector3.Normalize(Vector3.Cross(b - a, c - a));
        return new Plane(normal, -Vector3.Dot(normal, a));
    }

    public static float Dot(Plane plane, Vector4 v) => Vector3.Dot(plane.Normal, new Vector3(v.X, v.Y, v.Z)) + plane.D * v.W;

    public static float DotCoordinate(Plane plane, Vector3 v) => Vector3.Dot(plane.Normal, v) + plane.D;

    public static float DotNormal(Plane plane, Vector3 v) => Vector3.Dot(plane.Normal, v);

    // .NET leaves a normal alone that has the length 1 to half a unit in the last place; dividing it gives the same numbers, and the
    // derivative.
    public static Plane Normalize(Plane plane)
    {
        float length = plane.Normal.Length();
        return new Plane(plane.Normal / length, plane.D / length);
    }

    public static Plane Transform(Plane plane, Matrix4x4 matrix)
    {
        Matrix4x4.Invert(matrix, out Matrix4x4 inverse);
        return new Plane(Vector4.Transform(new Vector4(plane.Normal, plane.D), Matrix4x4.Transpose(inverse)));
    }

    public static Plane Transform(Plane plane, Quaternion rotation) =>
        new Plane(Vector3.Transform(plane.Normal, rotation), plane.D * rotation.LengthSquared());
}
