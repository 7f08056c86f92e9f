namespace StaticAd.Samples;

// Robotics: forward mode. The velocity of a two-link arm's tip is the Jacobian times the joints' velocities, and FJvp
// gives it together with the position, for the cost of about one more evaluation, without forming the Jacobian.
public static partial class RobotArm
{
    private const double UpperArm = 0.4;
    private const double Forearm = 0.3;

    /// <summary>Where the tip is, in metres, for joint angles in radians.</summary>
    [Differentiable]
    public static void Tip(double shoulder, double elbow, out double x, out double y)
    {
        x = UpperArm * Math.Cos(shoulder) + Forearm * Math.Cos(shoulder + elbow);
        y = UpperArm * Math.Sin(shoulder) + Forearm * Math.Sin(shoulder + elbow);
    }

    internal static void Run(TextWriter output)
    {
        TipJvp(
            shoulder: 0.5, elbow: 0.8, out double x, out double y,
            shoulderDot: 1.0, elbowDot: -0.5, out double xDot, out double yDot);

        output.WriteLine();
        output.WriteLine("The tip of a robot arm in motion");
        output.WriteLine($"  position ({x:F6}, {y:F6}) m");
        output.WriteLine($"  velocity ({xDot:F6}, {yDot:F6}) m/s");
    }
}
