namespace StaticAd.Samples;

// Batch = true adds methods that take the same scalar function over whole spans, in SIMD lanes of the machine's
// width: what is written is one call's arithmetic, what runs is eight calls at a time.
public static partial class BatchExpression
{
    [Differentiable(Batch = true)]
    public static double F(double x, double y) => y * (x * x - x * y + y);

    internal static void Run(TextWriter output)
    {
        double[] value = new double[2];
        double[] dx = new double[2];
        double[] dy = new double[2];

        FValueAndGradientBatch(x: [3, 3], y: [2, 2], value, dx, dy);

        output.WriteLine();
        output.WriteLine("As a batch in lanes");
        output.WriteLine($"  value [{string.Join(", ", value)}]");
        output.WriteLine($"  gradients [{string.Join(", ", dx)}] and [{string.Join(", ", dy)}]");
    }
}
