namespace StaticAd.GradBench.Models;

/// <summary>Hand tracking: a skinned model of a hand is posed so that its surface meets observed points.</summary>
/// <remarks>Matrices are 4 × 4, homogeneous, row by row; positions in the model are homogeneous, results have three coordinates.</remarks>
public static partial class Ht
{
    /// <summary>Numbers that pose the hand: global rotation (3), global translation (3), and four angles for each finger.</summary>
    public const int PoseParameters = 26;

    private const int MatrixSize = 16;
    private const int Fingers = 5;

    /// <summary>The difference between each observed point and the place on the posed surface that it corresponds to.</summary>
    /// <param name="theta">The pose.</param>
    /// <param name="us">Two barycentric coordinates for each observation, or nothing if points correspond to vertices.</param>
    /// <param name="parents">For each bone the bone it hangs on, or −1; a parent comes before its children.</param>
    /// <param name="baseRelatives">For each bone its place relative to its parent, in the rest pose.</param>
    /// <param name="inverseBaseAbsolutes">For each bone the inverse of its absolute place in the rest pose.</param>
    /// <param name="basePositions">The vertices in the rest pose.</param>
    /// <param name="weights">For each vertex how much each bone moves it.</param>
    /// <param name="triangles">For each triangle its three vertices.</param>
    /// <param name="isMirrored">Whether the hand is the other one.</param>
    /// <param name="correspondences">For each observation its triangle, or its vertex if there are no <paramref name="us"/>.</param>
    /// <param name="points">The observed points.</param>
    /// <param name="errors">Three numbers for each observation, overwritten.</param>
    [Differentiable]
    public static void Errors(
        ReadOnlySpan<double> theta, [NoDerivative] ReadOnlySpan<double> us,
        ReadOnlySpan<int> parents, [NoDerivative] ReadOnlySpan<double> baseRelatives,
        [NoDerivative] ReadOnlySpan<double> inverseBaseAbsolutes, [NoDerivative] ReadOnlySpan<double> basePositions,
        [NoDerivative] ReadOnlySpan<double> weights, ReadOnlySpan<int> triangles, bool isMirrored,
        ReadOnlySpan<int> correspondences, [NoDerivative] ReadOnlySpan<double> points,
        Span<double> errors)
    {
        double[] positions = new double[3 * (basePositions.Length / 4)];
        PoseVertices(theta, parents, baseRelatives, inverseBaseAbsolutes, basePositions, weights, isMirrored, positions);
        for (int i = 0; i < correspondences.Length; i++)
        {
            ReadOnlySpan<double> point = points.Slice(3 * i, 3);
            Span<double> error = errors.Slice(3 * i, 3);
            if (us.Length == 0)
            {
                VertexError(positions, correspondences[i], point, error);
            }
            else
            {
                SurfaceError(us[2 * i], us[2 * i + 1], positions, triangles.Slice(3 * correspondences[i], 3), point, error);
            }
        }
    }

    /// <summary>The difference between a point and the place in a triangle with the barycentric coordinates u, v, 1 − u − v.</summary>
    [Differentiable]
    public static void SurfaceError(
        double u, double v, ReadOnlySpan<double> positions, ReadOnlySpan<int> triangle,
        [NoDerivative] ReadOnlySpan<double> point, Span<double> error)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            error[axis] = point[axis] - (
                u * positions[3 * triangle[0] + axis]
                + v * positions[3 * triangle[1] + axis]
                + (1 - u - v) * positions[3 * triangle[2] + axis]);
        }
    }

    /// <summary>The vertices of the posed hand.</summary>
    [Differentiable]
    public static void PoseVertices(
        ReadOnlySpan<double> theta, ReadOnlySpan<int> parents, [NoDerivative] ReadOnlySpan<double> baseRelatives,
        [NoDerivative] ReadOnlySpan<double> inverseBaseAbsolutes, [NoDerivative] ReadOnlySpan<double> basePositions,
        [NoDerivative] ReadOnlySpan<double> weights, bool isMirrored, Span<double> positions)
    {
        int bones = parents.Length;
        double[] transforms = new double[MatrixSize * bones];
        BoneTransforms(theta, parents, baseRelatives, inverseBaseAbsolutes, transforms);

        double[] rotation = new double[9];
        Rotation(theta[0], theta[1], theta[2], rotation);
        for (int vertex = 0; vertex < basePositions.Length / 4; vertex++)
        {
            (double x, double y, double z) = Skin(basePositions.Slice(4 * vertex, 4), weights.Slice(bones * vertex, bones), transforms);
            if (isMirrored)
            {
                x = -x;
            }

            for (int axis = 0; axis < 3; axis++)
            {
                positions[3 * vertex + axis] =
                    rotation[3 * axis] * x + rotation[3 * axis + 1] * y + rotation[3 * axis + 2] * z + theta[3 + axis];
            }
        }
    }

    private static void VertexError(ReadOnlySpan<double> positions, int vertex, ReadOnlySpan<double> point, Span<double> error)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            error[axis] = point[axis] - positions[3 * vertex + axis];
        }
    }

    /// <summary>The mean of where the bones would take the vertex, weighted.</summary>
    private static (double X, double Y, double Z) Skin(
        ReadOnlySpan<double> vertex, ReadOnlySpan<double> weights, ReadOnlySpan<double> transforms)
    {
        double x = 0;
        double y = 0;
        double z = 0;
        for (int bone = 0; bone < weights.Length; bone++)
        {
            ReadOnlySpan<double> transform = transforms.Slice(MatrixSize * bone, MatrixSize);
            double weight = weights[bone];
            x += weight * Row(transform, 0, vertex);
            y += weight * Row(transform, 1, vertex);
            z += weight * Row(transform, 2, vertex);
        }

        return (x, y, z);
    }

    private static double Row(ReadOnlySpan<double> matrix, int row, ReadOnlySpan<double> vector) =>
        matrix[4 * row] * vector[0] + matrix[4 * row + 1] * vector[1] + matrix[4 * row + 2] * vector[2] + matrix[4 * row + 3] * vector[3];

    /// <summary>For each bone what takes a point from its place in the rest pose to that in the pose.</summary>
    private static void BoneTransforms(
        ReadOnlySpan<double> theta, ReadOnlySpan<int> parents, ReadOnlySpan<double> baseRelatives,
        ReadOnlySpan<double> inverseBaseAbsolutes, Span<double> transforms)
    {
        int bones = parents.Length;
        double[] angles = new double[3 * bones];
        FingerAngles(theta, angles);

        double[] turn = new double[MatrixSize];
        double[] relative = new double[MatrixSize];
        double[] absolutes = new double[MatrixSize * bones];
        for (int bone = 0; bone < bones; bone++)
        {
            Span<double> absolute = absolutes.AsSpan(MatrixSize * bone, MatrixSize);
            EulerRotation(angles[3 * bone], angles[3 * bone + 1], angles[3 * bone + 2], turn);
            Multiply(baseRelatives.Slice(MatrixSize * bone, MatrixSize), turn, relative);
            if (parents[bone] < 0)
            {
                relative.CopyTo(absolute);
            }
            else
            {
                Multiply(absolutes.AsSpan(MatrixSize * parents[bone], MatrixSize), relative, absolute);
            }

            Multiply(
                absolute, inverseBaseAbsolutes.Slice(MatrixSize * bone, MatrixSize), transforms.Slice(MatrixSize * bone, MatrixSize));
        }
    }

    /// <summary>Of the three moving bones of a finger the first turns about two axes, the others about one.</summary>
    private static void FingerAngles(ReadOnlySpan<double> theta, Span<double> angles)
    {
        for (int finger = 0; finger < Fingers; finger++)
        {
            int parameter = 6 + 4 * finger;
            int bone = 2 + 4 * finger;
            angles[3 * bone] = theta[parameter];
            angles[3 * bone + 1] = theta[parameter + 1];
            angles[3 * (bone + 1)] = theta[parameter + 2];
            angles[3 * (bone + 2)] = theta[parameter + 3];
        }
    }

    /// <summary>A turn about x, then about y, then about z.</summary>
    private static void EulerRotation(double aboutX, double aboutZ, double aboutY, Span<double> matrix)
    {
        double sinX = Math.Sin(aboutX);
        double cosX = Math.Cos(aboutX);
        double sinY = Math.Sin(aboutY);
        double cosY = Math.Cos(aboutY);
        double sinZ = Math.Sin(aboutZ);
        double cosZ = Math.Cos(aboutZ);
        matrix.Clear();
        matrix[0] = cosY * cosZ;
        matrix[1] = sinX * sinY * cosZ - cosX * sinZ;
        matrix[2] = cosX * sinY * cosZ + sinX * sinZ;
        matrix[4] = cosY * sinZ;
        matrix[5] = sinX * sinY * sinZ + cosX * cosZ;
        matrix[6] = cosX * sinY * sinZ - sinX * cosZ;
        matrix[8] = -sinY;
        matrix[9] = sinX * cosY;
        matrix[10] = cosX * cosY;
        matrix[15] = 1;
    }

    private static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> product)
    {
        for (int row = 0; row < 4; row++)
        {
            for (int column = 0; column < 4; column++)
            {
                double sum = 0;
                for (int k = 0; k < 4; k++)
                {
                    sum += a[4 * row + k] * b[4 * k + column];
                }

                product[4 * row + column] = sum;
            }
        }
    }

    /// <summary>The rotation, 3 × 3, about the axis (x, y, z) by that vector's length; none at all if it is shorter than 1e−4.</summary>
    private static void Rotation(double x, double y, double z, Span<double> matrix)
    {
        double angleSquared = x * x + y * y + z * z;
        if (angleSquared < 1e-8)
        {
            matrix.Clear();
            matrix[0] = 1;
            matrix[4] = 1;
            matrix[8] = 1;
            return;
        }

        double angle = Math.Sqrt(angleSquared);
        x /= angle;
        y /= angle;
        z /= angle;
        double sine = Math.Sin(angle);
        double cosine = Math.Cos(angle);
        matrix[0] = x * x + (1 - x * x) * cosine;
        matrix[1] = x * y * (1 - cosine) - z * sine;
        matrix[2] = x * z * (1 - cosine) + y * sine;
        matrix[3] = x * y * (1 - cosine) + z * sine;
        matrix[4] = y * y + (1 - y * y) * cosine;
        matrix[5] = y * z * (1 - cosine) - x * sine;
        matrix[6] = x * z * (1 - cosine) - y * sine;
        matrix[7] = y * z * (1 - cosine) + x * sine;
        matrix[8] = z * z + (1 - z * z) * cosine;
    }
}
