namespace StaticAd.Samples;

// Never trust a derivative, ours included: one line compares all derivatives that stand beside a method, generated or
// written by hand, with finite differences and with each other, at the arguments that a caller would pass.
internal static class GradientChecks
{
    private static readonly double[] s_matrix = [2, 1, 1, 3];

    internal static void Run(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("Checked against finite differences");
        Report(output, "scalar expression", GradCheck.Method(typeof(ScalarExpression), nameof(ScalarExpression.F), 3.0, 2.0));
        Report(output, "array expression", GradCheck.Method(typeof(ArrayExpression), nameof(ArrayExpression.F), Pair(3), Pair(2), Pair(0)));
        Report(output, "batch expression", GradCheck.Method(typeof(BatchExpression), nameof(BatchExpression.F), 3.0, 2.0));
        Report(output, "rule of Multiply", GradCheck.Method(typeof(CustomRules), nameof(CustomRules.Multiply), 3.0, 2.0));
        Report(output, "rule of Plus", GradCheck.Method(typeof(CustomRules), nameof(CustomRules.Plus), 3.0, 2.0));
        Report(output, "rule of Minus", GradCheck.Method(typeof(CustomRules), nameof(CustomRules.Minus), 3.0, 2.0));
        Report(output, "expression by these rules", GradCheck.Method(typeof(CustomRules), nameof(CustomRules.F), 3.0, 2.0));
        Report(output, "rule of a linear system", GradCheck.Method(typeof(LinearSystem), nameof(LinearSystem.Solve), s_matrix, Pair(3), new double[4]));
        Report(output, "squared length of a solution", GradCheck.Method(typeof(LinearSystem), nameof(LinearSystem.SquaredLength), s_matrix, Pair(3)));
        Report(output, "two outputs", GradCheck.Method(typeof(TwoOutputs), nameof(TwoOutputs.F), 1.0));
        Report(output, "loss of two outputs", GradCheck.Method(typeof(TwoOutputs), nameof(TwoOutputs.Loss), 1.0));
        Report(output, "call option", GradCheck.Method(typeof(BlackScholes), nameof(BlackScholes.Call), 100.0, 105.0, 0.2, 0.05, 1.0));
        Report(output, "robot arm", GradCheck.Method(typeof(RobotArm), nameof(RobotArm.Tip), 0.5, 0.8));
    }

    private static double[] Pair(double value) => [value, value];

    private static void Report(TextWriter output, string name, GradCheckReport report) =>
        output.WriteLine($"  {name}: {(report.Passed ? "right" : report)}");
}
