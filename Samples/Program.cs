namespace StaticAd.Samples;

internal static class Program
{
    private static void Main() => Run(Console.Out);

    /// <summary>All samples in the order in which they are best read.</summary>
    internal static void Run(TextWriter output)
    {
        ScalarExpression.Run(output);
        ArrayExpression.Run(output);
        BatchExpression.Run(output);
        CustomRules.Run(output);
        LinearSystem.Run(output);
        TwoOutputs.Run(output);
        BlackScholes.Run(output);
        RobotArm.Run(output);
        MatrixExpression.Run(output);
        GaussianProcess.Run(output);
        KalmanFilter.Run(output);
        GradientChecks.Run(output);
    }
}
