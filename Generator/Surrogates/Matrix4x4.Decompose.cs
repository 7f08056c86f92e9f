// What System.Numerics.Matrix4x4.Decompose computes.
using System;
using System.Numerics;

namespace StaticAd.Surrogates;

internal static partial class Matrix4x4Members
{
    // The rows' lengths, and the rows made orthonormal where one has no length of its own: the longest first, then by its help the others.
    public static bool Decompose(Matrix4x4 matrix, out Vector3 scale, out Quaternion rotation, out Vector3 translation)
    {
        Vector3[] basis = [new Vector3(matrix.M11, matrix.M12, matrix.M13), new Vector3(matrix.M21, matrix.M22, matrix.M23), new Vector3(matrix.M31, matrix.M32, matrix.M33)];
        float[] lengths = [basis[0].Length(), basis[1].Length(), basis[2].Length()];
        translation = new Vector3(matrix.M41, matrix.M42, matrix.M43);
        int first = Longest(lengths[0], lengths[1], lengths[2]), last = Shortest(lengths[0], lengths[1], lengths[2]), middle = 3 - first - last;
        if (lengths[first] < 0.0001F)
        {
            basis[first] = Axis(first);
        }

        basis[first] = Vector3.Normalize(basis[first]);
        if (lengths[middle] < 0.0001F)
        {
            Vector3 longest = basis[first];
            basis[middle] = Vector3.Cross(longest, Axis(Shortest(MathF.Abs(longest.X), MathF.Abs(longest.Y), MathF.Abs(longest.Z))));
        }

        basis[middle] = Vector3.Normalize(basis[middle]);
        if (lengths[last] < 0.0001F)
        {
            basis[last] = Vector3.Cross(basis[first], basis[middle]);
        }

        basis[last] = Vector3.Normalize(basis[last]);
        float determinant = Vector3.Dot(basis[0], Vector3.Cross(basis[1], basis[2]));
        if (determinant < 0)
        {
            lengths[first] = -lengths[first];
            basis[first] = -basis[first];
            determinant = -determinant;
        }

        scale = new Vector3(lengths[0], lengths[1], lengths[2]);
        if ((determinant - 1) * (determinant - 1) > 0.0001F)
        {
            rotation = Quaternion.Identity;
            return false;
        }

        rotation = Quaternion.CreateFromRotationMatrix(new Matrix4x4(
            basis[0].X, basis[0].Y, basis[0].Z, 0, basis[1].X, basis[1].Y, basis[1].Z, 0, basis[2].X, basis[2].Y, basis[2].Z, 0, 0, 0, 0, 1));
        return true;
    }

    private static int Longest(float x, float y, float z) => x < y ? (y < z ? 2 : 1) : (x < z ? 2 : 0);

    private static int Shortest(float x, float y, float z) => x < y ? (y < z || x < z ? 0 : 2) : (x < z || y < z ? 1 : 2);

    private static Vector3 Axis(int number) => new Vector3(number == 0 ? 1 : 0, number == 1 ? 1 : 0, number == 2 ? 1 : 0);
}
