namespace StaticAd.Samples;

// Never trust a derivative, ours included: one line compares all derivatives that stand beside a method, generated or
// written by hand, with finite differences and with each other, at the arguments that a caller would pass.
internal static class GradientChecks
{
    private static readonly double[] s_matrix = [2, 1, 1, 3];
    private static readonly double[] s_times = [0, 0.5, 1.5, 2];

    internal static void Run(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("Checked against finite differences");
        Report(output, "scalar expression", GradCheck.Method(typeof(ScalarExpression), nameof(ScalarExpression.F), 3.0, 2.0));
        Report(output, "array expression", GradCheck.Method(typeof(ArrayExpression), nameof(ArrayExpression.F), Pair(3), Pair(2), Pair(0)));
        Report(output, "batch expression", GradCheck.Method(typeof(BatchExpression), nameof(BatchExpression.F), 3.0, 2.0));
        Report(output, "rule of Multiply", GradCheck.Method(typeof(CustomRules), nameof(CustomRules.Multiply), 3.0, 2.0));
        Report(output, "rule of Plus", GradCheck.Rule(typeof(CustomRules), nameof(CustomRules.PlusVjp), 3.0, 2.0));
        Report(output, "rule of Minus", GradCheck.Rule(typeof(CustomRules), nameof(CustomRules.MinusVjp), 3.0, 2.0));
        Report(output, "expression by these rules", GradCheck.Method(typeof(CustomRules), nameof(CustomRules.F), 3.0, 2.0));
        Report(output, "rule of a linear system", GradCheck.Method(typeof(LinearSystem), nameof(LinearSystem.Solve), s_matrix, Pair(3), new double[4]));
        Report(output, "squared length of a solution", GradCheck.Method(typeof(LinearSystem), nameof(LinearSystem.SquaredLength), s_matrix, Pair(3)));
        Report(output, "two outputs", GradCheck.Method(typeof(TwoOutputs), nameof(TwoOutputs.F), 1.0));
        Report(output, "loss of two outputs", GradCheck.Method(typeof(TwoOutputs), nameof(TwoOutputs.Loss), 1.0));
        Report(output, "call option", GradCheck.Method(typeof(BlackScholes), nameof(BlackScholes.Call), 100.0, 105.0, 0.2, 0.05, 1.0));
        Report(output, "robot arm", GradCheck.Method(typeof(RobotArm), nameof(RobotArm.Tip), 0.5, 0.8));
        Report(output, "batches of matrices", GradCheck.Method(typeof(MatrixExpression), nameof(MatrixExpression.Loss), Matrices(0.5), Matrices(2)));
        Report(output, "Gaussian process", GradCheck.Method(typeof(GaussianProcess), nameof(GaussianProcess.LogLikelihood), s_times, s_matrix, 1.0, 0.8, 0.1));
        Report(output, "Kalman filter", GradCheck.Method(typeof(KalmanFilter), nameof(KalmanFilter.LogLikelihood), s_matrix, 0.3, 0.1, 0.2));
        Report(output, "by hand, one number", GradCheck.Function(Math.Tanh, static x => 1 - (Math.Tanh(x) * Math.Tanh(x)), 0.4));
        Report(output, "by hand, a vector", GradCheck.Function(SquaredLength, SquaredLengthGradient, [3.0, 4.0]));
        All(output);
        Wrong(output);
    }

    private static double SquaredLength(ReadOnlySpan<double> x) => (x[0] * x[0]) + (x[1] * x[1]);

    private static void SquaredLengthGradient(ReadOnlySpan<double> x, Span<double> dx) => (dx[0], dx[1]) = (2 * x[0], 2 * x[1]);

    // All that is marked in an assembly and all its rules, at arguments that are made up; what they don't fit gets its own.
    private static void All(TextWriter output)
    {
        GradCheckAssemblyReport report = GradCheck.Assembly(typeof(GradientChecks).Assembly, new GradCheckAssemblyOptions
        {
            Arguments = [new(typeof(LinearSystem), nameof(LinearSystem.Solve), s_matrix, Pair(3), new double[4])],
        });
        output.WriteLine();
        output.WriteLine("All of this assembly in one line");
        output.WriteLine($"  {(report.Passed ? "right" : report)}, {report.NotChecked.Count} not checked");
    }

    // What a test's output shows of a mistake.
    private static void Wrong(TextWriter output)
    {
        GradCheckReport report = GradCheck.Function(
            SquaredLength, static (x, dx) => (dx[0], dx[1]) = (2 * x[0], -2 * x[1]), [3.0, 4.0], new GradCheckOptions { ShowJacobians = true });
        output.WriteLine();
        output.WriteLine("A mistake");
        output.WriteLine($"  {report.ToString().Replace("\n", "\n  ")}");
    }

    private static double[] Pair(double value) => [value, value];

    private static double[,,] Matrices(double diagonal) => new[,,] { { { diagonal, 1 }, { -0.5, diagonal } }, { { diagonal, 0.25 }, { 0, diagonal + 1 } } };

    private static void Report(TextWriter output, string name, GradCheckReport report) =>
        output.WriteLine($"  {name}: {(report.Passed ? "right" : report)}");
}
