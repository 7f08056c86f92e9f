using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Geometry
{
    // check: new double[] { 0.3, -0.2, 0.5 }, new double[] { 1, 2, 3 }, new double[] { 9, 9, 9 }
    // check: new double[] { 0, 0, 0 }, new double[] { 1, 2, 3 }, new double[] { 9, 9, 9 } // kink
    [Differentiable]
    public static void Rotate(ReadOnlySpan<double> axis, ReadOnlySpan<double> x, Span<double> y)
    {
        double square = axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2];
        if (square == 0)
        {
            y[0] = x[0] + axis[1] * x[2] - axis[2] * x[1];
            y[1] = x[1] + axis[2] * x[0] - axis[0] * x[2];
            y[2] = x[2] + axis[0] * x[1] - axis[1] * x[0];
            return;
        }

        double angle = Math.Sqrt(square);
        double cosine = Math.Cos(angle);
        double sine = Math.Sin(angle) / angle;
        double along = (axis[0] * x[0] + axis[1] * x[1] + axis[2] * x[2]) * (1 - cosine) / square;
        y[0] = x[0] * cosine + (axis[1] * x[2] - axis[2] * x[1]) * sine + axis[0] * along;
        y[1] = x[1] * cosine + (axis[2] * x[0] - axis[0] * x[2]) * sine + axis[1] * along;
        y[2] = x[2] * cosine + (axis[0] * x[1] - axis[1] * x[0]) * sine + axis[2] * along;
    }

    // check: new double[] { 0.3, -0.2, 0.5 }, new double[] { 1, 2, 6 }, 1.7, 0.1, -0.02
    [Differentiable]
    public static (double U, double V) Project(ReadOnlySpan<double> axis, ReadOnlySpan<double> point, double focal, double k1, double k2)
    {
        Span<double> rotated = stackalloc double[3];
        Rotate(axis, point, rotated);
        double u = rotated[0] / rotated[2];
        double v = rotated[1] / rotated[2];
        double square = u * u + v * v;
        double distortion = 1 + square * (k1 + square * k2);
        return (u * distortion * focal, v * distortion * focal);
    }

    // check: 0.1, 0.2, 1.3, 0.4, 0.5, 1.6
    [Differentiable]
    public static double TriangleArea(double ax, double ay, double bx, double by, double cx, double cy)
        => 0.5 * Math.Abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));

    // check: 0.7, 0.2, 1.3
    [Differentiable]
    public static void Spherical(double theta, double phi, double radius, out double x, out double y, out double z)
    {
        double planar = radius * Math.Sin(theta);
        x = planar * Math.Cos(phi);
        y = planar * Math.Sin(phi);
        z = radius * Math.Cos(theta);
    }
}
