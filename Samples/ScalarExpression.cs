namespace StaticAd.Samples;

// Mark a method; call the derivative that stands beside it. FValueAndGradient returns the value and
// hands out one partial derivative for each input.
public static partial class ScalarExpression
{
    [Differentiable]
    public static double F(double x, double y) => y * (x * x - x * y + y);

    internal static void Run(TextWriter output)
    {
        double value = FValueAndGradient(3, 2, out double dx, out double dy);

        output.WriteLine($"func value: {value}");
        output.WriteLine($"partial x: {dx}");
        output.WriteLine($"partial y: {dy}");
    }
}
