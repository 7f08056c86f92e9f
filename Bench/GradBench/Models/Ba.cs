namespace StaticAd.GradBench.Models;

/// <summary>Bundle adjustment: cameras and points that explain where the points were seen.</summary>
public static partial class Ba
{
    /// <summary>Parameters of a camera: rotation (3), centre (3), focal length, principal point (2), radial distortion (2).</summary>
    public const int CameraParameters = 11;

    /// <summary>The weighted difference between where a camera shows a point and where it was observed.</summary>
    /// <param name="camera">The camera's parameters.</param>
    /// <param name="point">The point's position.</param>
    /// <param name="weight">The weight of the observation.</param>
    /// <param name="feature">Where the point was observed.</param>
    [Differentiable]
    public static (double X, double Y) ReprojectionError(
        ReadOnlySpan<double> camera, ReadOnlySpan<double> point, double weight, [NoDerivative] ReadOnlySpan<double> feature)
    {
        (double x, double y) = Project(camera, point);
        return (weight * (x - feature[0]), weight * (y - feature[1]));
    }

    /// <summary>Vanishes if the weight is one.</summary>
    [Differentiable]
    public static double WeightError(double weight) => 1 - weight * weight;

    private static (double X, double Y) Project(ReadOnlySpan<double> camera, ReadOnlySpan<double> point)
    {
        (double x, double y, double z) = Rotate(
            camera[0], camera[1], camera[2], point[0] - camera[3], point[1] - camera[4], point[2] - camera[5]);
        double u = x / z;
        double v = y / z;
        double squares = u * u + v * v;
        double distortion = 1 + camera[9] * squares + camera[10] * squares * squares;
        return (u * distortion * camera[6] + camera[7], v * distortion * camera[6] + camera[8]);
    }

    /// <summary>Rodrigues' formula: (x, y, z) turned about the axis (rx, ry, rz) by that vector's length.</summary>
    private static (double X, double Y, double Z) Rotate(double rx, double ry, double rz, double x, double y, double z)
    {
        double angleSquared = rx * rx + ry * ry + rz * rz;
        if (angleSquared == 0)
        {
            return (x + ry * z - rz * y, y + rz * x - rx * z, z + rx * y - ry * x);
        }

        double angle = Math.Sqrt(angleSquared);
        double cosine = Math.Cos(angle);
        double sine = Math.Sin(angle);
        double ax = rx / angle;
        double ay = ry / angle;
        double az = rz / angle;
        double along = (ax * x + ay * y + az * z) * (1 - cosine);
        return (
            x * cosine + (ay * z - az * y) * sine + ax * along,
            y * cosine + (az * x - ax * z) * sine + ay * along,
            z * cosine + (ax * y - ay * x) * sine + az * along);
    }
}
