using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Physics
{
    // check: new double[] { 0, 0, 0, 1.2, 0.1, -0.1, -0.3, 1.1, 0.4 }
    [Differentiable]
    public static double LennardJones(ReadOnlySpan<double> positions)
    {
        double energy = 0;
        for (int i = 0; i < positions.Length; i += 3)
        {
            for (int j = 0; j < i; j += 3)
            {
                double x = positions[i] - positions[j];
                double y = positions[i + 1] - positions[j + 1];
                double z = positions[i + 2] - positions[j + 2];
                double inverse = 1 / (x * x + y * y + z * z);
                double sixth = inverse * inverse * inverse;
                energy += 4 * (sixth * sixth - sixth);
            }
        }

        return energy;
    }

    // check: new double[] { 0.4, -0.2 }, new double[] { 0.1, 0.9 }, 1.3, 5
    [Differentiable]
    public static double Leapfrog(Span<double> q, Span<double> p, double stiffness, int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < q.Length; i++)
            {
                p[i] -= 0.05 * stiffness * Math.Sin(q[i]);
                q[i] += 0.1 * p[i];
                p[i] -= 0.05 * stiffness * Math.Sin(q[i]);
            }
        }

        double energy = 0;
        for (int i = 0; i < q.Length; i++)
        {
            energy += 0.5 * p[i] * p[i] - stiffness * Math.Cos(q[i]);
        }

        return energy;
    }

    // check: new double[] { 0, 1, 2, 1.5, 0 }, 0.2, 4
    [Differentiable]
    public static void Heat(Span<double> u, double diffusivity, int steps)
    {
        Span<double> next = stackalloc double[u.Length];
        for (int step = 0; step < steps; step++)
        {
            u.CopyTo(next);
            for (int i = 1; i < u.Length - 1; i++)
            {
                next[i] = u[i] + diffusivity * (u[i - 1] - 2 * u[i] + u[i + 1]) * u[i];
            }

            next.CopyTo(u);
        }
    }

    // check: 12, 0.7, 0.1
    [Differentiable]
    public static double ProjectileRange(double speed, double angle, double drag)
    {
        double x = 0, y = 0;
        double vx = speed * Math.Cos(angle), vy = speed * Math.Sin(angle);
        const double h = 0.05;
        double oldX = x, oldY = y;
        while (y >= 0)
        {
            oldX = x;
            oldY = y;
            double v = Math.Sqrt(vx * vx + vy * vy);
            vx -= h * drag * v * vx;
            vy -= h * (9.81 + drag * v * vy);
            x += h * vx;
            y += h * vy;
        }

        return oldX + (x - oldX) * oldY / (oldY - y);
    }
}
