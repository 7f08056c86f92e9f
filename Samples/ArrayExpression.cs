namespace StaticAd.Samples;

// A method that fills a span has one output per element, and FVjp pulls a cotangent for each of them back to
// the inputs; cotangents of one give every element's own gradient, because element i depends on x[i] and y[i] alone.
public static partial class ArrayExpression
{
    [Differentiable]
    public static void F(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> f)
    {
        for (int i = 0; i < f.Length; i++)
        {
            f[i] = y[i] * (x[i] * x[i] - x[i] * y[i] + y[i]);
        }
    }

    internal static void Run(TextWriter output)
    {
        double[] f = new double[2];
        double[] dx = new double[2];
        double[] dy = new double[2];

        FVjp(x: [3, 3], y: [2, 2], f, fBar: [1, 1], dx, dy);

        output.WriteLine();
        output.WriteLine("Over arrays");
        output.WriteLine($"  value [{string.Join(", ", f)}]");
        output.WriteLine($"  gradients [{string.Join(", ", dx)}] and [{string.Join(", ", dy)}]");
    }
}
