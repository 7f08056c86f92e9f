namespace StaticAd.Samples;

// Derivatives by hand, in the manner of torch.autograd.Function: a rule has the signature of the generated method it stands
// for. Multiply's two sweeps hand their saved factors on through the tape; Plus and Minus need nothing and are one method.
public static partial class CustomRules
{
    private const string MultiplyFrame = "Samples.Multiply";

    public static double Multiply(double lhs, double rhs) => lhs * rhs;

    public static double Plus(double lhs, double rhs) => lhs + rhs;

    public static double Minus(double lhs, double rhs) => lhs - rhs;

    [Differentiable]
    public static double F(double x, double y)
    {
        double xx = Multiply(x, x);
        double xy = Multiply(x, y);
        return Multiply(y, Plus(Minus(xx, xy), y));
    }

    [DerivativeOf(typeof(CustomRules), nameof(Multiply), Mode = DerivativeMode.Forward)]
    public static double MultiplyForward(double lhs, double rhs, Tape tape)
    {
        using var recording = tape.Record(MultiplyFrame);
        recording.Keep(lhs);
        recording.Keep(rhs);
        recording.Complete();
        return lhs * rhs;
    }

    [DerivativeOf(typeof(CustomRules), nameof(Multiply), Mode = DerivativeMode.Backward)]
    public static void MultiplyBackward(double lhs, double rhs, double resultBar, ref double dLhs, ref double dRhs, Tape tape)
    {
        using var replay = tape.Replay(MultiplyFrame);
        double savedLhs = replay.RecallValue<double>();
        double savedRhs = replay.RecallValue<double>();
        dLhs += resultBar * savedRhs;
        dRhs += resultBar * savedLhs;
    }

    [DerivativeOf(typeof(CustomRules), nameof(Plus), Mode = DerivativeMode.Vjp)]
    public static double PlusVjp(double lhs, double rhs, double resultBar, out double dLhs, out double dRhs)
    {
        dLhs = resultBar;
        dRhs = resultBar;
        return lhs + rhs;
    }

    [DerivativeOf(typeof(CustomRules), nameof(Minus), Mode = DerivativeMode.Vjp)]
    public static double MinusVjp(double lhs, double rhs, double resultBar, out double dLhs, out double dRhs)
    {
        dLhs = resultBar;
        dRhs = -resultBar;
        return lhs - rhs;
    }

    internal static void Run(TextWriter output)
    {
        ReadOnlySpan<double> x = [3, 3];
        ReadOnlySpan<double> y = [2, 2];
        double[] value = new double[2];
        double[] dx = new double[2];
        double[] dy = new double[2];

        for (int i = 0; i < x.Length; i++)
        {
            value[i] = FValueAndGradient(x[i], y[i], out dx[i], out dy[i]);
        }

        output.WriteLine();
        output.WriteLine("With Multiply, Plus and Minus as rules of our own");
        output.WriteLine($"  value [{string.Join(", ", value)}]");
        output.WriteLine($"  gradients [{string.Join(", ", dx)}] and [{string.Join(", ", dy)}]");
    }
}
