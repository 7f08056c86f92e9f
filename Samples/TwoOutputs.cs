namespace StaticAd.Samples;

// Each output has a cotangent of its own, and one that takes no part in the loss gets a zero: the loss below
// reads the second output alone, so its gradient is 2 and nothing comes from the first.
public static partial class TwoOutputs
{
    [Differentiable]
    public static (double First, double Second) F(double input) => (input + 1, input * 2);

    [Differentiable]
    public static double Loss(double input)
    {
        (double First, double Second) outputs = F(input);
        return outputs.Second;
    }

    internal static void Run(TextWriter output)
    {
        FVjp(1, resultFirstBar: 0, resultSecondBar: 1, out double pulledBack);

        output.WriteLine();
        output.WriteLine("Two outputs, of which the loss takes the second");
        output.WriteLine($"  gradient of the loss: {LossGradient(1)}");
        output.WriteLine($"  the same by the cotangents (0, 1): {pulledBack}");
    }
}
