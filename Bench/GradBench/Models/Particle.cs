namespace StaticAd.GradBench.Models;

/// <summary>A particle that two charges push: where it crosses the axis, as a function of where one of them stands.</summary>
public static partial class Particle
{
    private const double Step = 0.1;

    /// <summary>The square of the place where the particle crosses the axis. Its acceleration is found by forward mode.</summary>
    /// <param name="w">How far the first charge, at (10, 10 − w), is moved.</param>
    [Differentiable]
    public static double SquareByForward(double w) => SquareOfCrossing(w, static (x, y, w) =>
    {
        PotentialJvp(x, y, w, 1, 0, out double byX);
        PotentialJvp(x, y, w, 0, 1, out double byY);
        return (byX, byY);
    });

    /// <summary>The same, with an acceleration that is found by reverse mode.</summary>
    [Differentiable]
    public static double SquareByReverse(double w) => SquareOfCrossing(w, static (x, y, w) => PotentialGradient(x, y, w));

    private static double SquareOfCrossing(double w, Func<double, double, double, (double X, double Y)> slope)
    {
        double x = 0;
        double y = 8;
        double velocityX = 0.75;
        double velocityY = 0;
#pragma warning disable SAD0040 // The particle does fall: its potential pushes it away from the charges.
        while (true)
#pragma warning restore SAD0040
        {
            (double slopeX, double slopeY) = slope(x, y, w);
            x += Step * velocityX;
            y += Step * velocityY;
            if (y <= 0)
            {
                break;
            }

            velocityX -= Step * slopeX;
            velocityY -= Step * slopeY;
        }

        double crossing = x - y / velocityY * velocityX;
        return crossing * crossing;
    }

    [Differentiable]
    private static double Potential(double x, double y, [NoDerivative] double w) =>
        1 / Distance(x, y, 10, 10 - w) + 1 / Distance(x, y, 10, 0);

#pragma warning disable SAD0037 // At a charge the potential itself is infinite.
    private static double Distance(double x, double y, double chargeX, double chargeY) =>
        Math.Sqrt((x - chargeX) * (x - chargeX) + (y - chargeY) * (y - chargeY));
#pragma warning restore SAD0037
}
