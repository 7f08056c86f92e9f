using System;
using StaticAd;

namespace StaticAd.Corpus;

// Newton's method by generated derivatives, differentiated itself.
public static partial class NestedNewton
{
    [Differentiable]
    private static double Potential(double x, double p) => Math.Cosh(x) + 0.25 * x * x * x * x - p * x;

    [Differentiable]
    private static double Force(double x, double p) => PotentialGradient(x, p).dx;

    [Differentiable]
    private static double Rest(double p)
    {
        double x = p, step = 1;
        int count = 0;
        while (Math.Abs(step) > 1e-12 && count < 40)
        {
            double force = ForceVjp(x, p, 1, out double stiffness, out _);
            step = force / stiffness;
            x -= step;
            count++;
        }

        return x;
    }

    // At rest the force is zero: dx/dp = 1 / (cosh x + 3 x²).
    // check: 0.9
    // check: -2.5
    [Differentiable]
    public static double RestingPlace(double p) => Rest(p);

    // check: 0.9
    // check: -2.5
    [Differentiable]
    public static double SlopeOfRest(double p) => RestGradient(p);

    // check: 0.9
    [Differentiable]
    public static double CurveOfRest(double p)
    {
        SlopeOfRestJvp(p, 1, out double curvature);
        return curvature * p;
    }
}
