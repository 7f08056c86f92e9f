using Xunit;

namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>Second derivatives, tangents and whole Jacobians by hand, right and wrong.</summary>
public class SecondOrderTests
{
    private const string Source = """
        public static double F(double x, double y) => x * x * y + Math.Sin(y);

        public static double FValueAndGradient(double x, double y, out double dx, out double dy)
        {
            dx = 2 * x * y;
            dy = x * x + Math.Cos(y);
            return F(x, y);
        }

        public static double FHvp(double x, double y, double xDot, double yDot, out double xHvp, out double yHvp)
        {
            xHvp = 2 * y * xDot + 2 * x * yDot;
            yHvp = 2 * x * xDot - Math.Sin(y) * yDot;
            return F(x, y);
        }

        public static double FHessian(double x, double y, Span<double> hessian)
        {
            hessian[0] = 2 * y;
            hessian[1] = hessian[2] = 2 * x;
            hessian[3] = -Math.Sin(y);
            return F(x, y);
        }

        public static double FJacobian(double x, double y, Span<double> jacobian)
        {
            jacobian[0] = 2 * x * y;
            jacobian[1] = x * x + Math.Cos(y);
            return F(x, y);
        }
        """;

    private static readonly (string Member, string Right, string Wrong, string Input)[] s_mistakes =
    [
        ("FHvp", "2 * y * xDot", "y * xDot", "x"),
        ("FHvp", "- Math.Sin(y)", "+ Math.Sin(y)", "y"),
        ("FHvp", "+ 2 * x * yDot", "", "y"),
        ("FHessian", "= 2 * y;", "= 2.1 * y;", "x"),
        ("FHessian", "hessian[1] = hessian[2] = 2 * x", "hessian[2] = 2 * x; hessian[1] = x", "y"),
        ("FJacobian", "+ Math.Cos(y)", "", "y"),
    ];

    [Fact]
    public void Right_ones_pass_and_all_are_checked()
    {
        GradCheckReport report = GradCheck.Method(CompiledFamilies.Compile(Source)[0], "F", 1.3, 0.7);
        report.ThrowIfFailed();
        Assert.Contains("FHvp against central differences of the gradient", report.Checks);
        Assert.Contains("FHessian against central differences of the gradient", report.Checks);
        Assert.Contains("FHessian against FHvp", report.Checks);
        Assert.Contains("FJacobian against central differences", report.Checks);
        GradCheck.Method(new GradCheckOptions { Fast = true }, CompiledFamilies.Compile(Source)[0], "F", 1.3, 0.7).ThrowIfFailed();
    }

    [Fact]
    public void Wrong_ones_are_blamed_at_their_entry()
    {
        Type[] types = CompiledFamilies.Compile([.. s_mistakes.Select(static m => CompiledFamilies.Break(Source, m.Member, m.Right, m.Wrong))]);
        Assert.All(s_mistakes, (mistake, i) =>
        {
            GradCheckReport report = GradCheck.Method(types[i], "F", 1.3, 0.7);
            Assert.Contains(report.Failures, failure => failure.StartsWith(mistake.Member));
            Assert.Contains(report.Failures, failure => failure.Contains($"by {mistake.Input}"));
        });
    }

    [Fact]
    public void Switched_off_they_are_not_looked_at()
    {
        Type type = CompiledFamilies.Compile(CompiledFamilies.Break(Source, "FHvp", "2 * y * xDot", "y * xDot"))[0];
        GradCheck.Method(new GradCheckOptions { Modes = GradCheckModes.All & ~GradCheckModes.SecondOrder }, type, "F", 1.3, 0.7).ThrowIfFailed();
        Assert.False(GradCheck.Method(new GradCheckOptions { Modes = GradCheckModes.SecondOrder }, type, "F", 1.3, 0.7).Passed);
    }

    [Fact]
    public void A_product_with_the_Hessian_by_hand()
    {
        double Function(ReadOnlySpan<double> x) => x[0] * x[0] * x[1] + Math.Sin(x[1]);
        void Gradient(ReadOnlySpan<double> x, Span<double> dx) => (dx[0], dx[1]) = (2 * x[0] * x[1], x[0] * x[0] + Math.Cos(x[1]));
        void Hvp(ReadOnlySpan<double> x, ReadOnlySpan<double> u, Span<double> h) =>
            (h[0], h[1]) = (2 * x[1] * u[0] + 2 * x[0] * u[1], 2 * x[0] * u[0] - Math.Sin(x[1]) * u[1]);

        GradCheckReport right = GradCheck.Hvp(Function, Gradient, Hvp, [1.3, 0.7]);
        right.ThrowIfFailed();
        Assert.Contains("symmetry of the product with the Hessian", right.Checks);
        GradCheckReport wrong = GradCheck.Hvp(Function, Gradient, (x, u, h) => (h[0], h[1]) = (2 * x[1] * u[0], 2 * x[0] * u[0] - Math.Sin(x[1]) * u[1]), [1.3, 0.7]);
        Assert.Contains(wrong.Failures, static failure => failure.StartsWith("symmetry"));
        Assert.Equal((1, 0), (wrong.Worst!.InputIndex, wrong.Worst.OutputIndex));
        Assert.False(GradCheck.Hvp(Function, (x, dx) => dx.Clear(), Hvp, [1.3, 0.7]).Passed);
    }

    [Fact]
    public void Tangents_by_hand()
    {
        void Function(ReadOnlySpan<double> x, Span<double> y) => (y[0], y[1], y[2]) = (x[0] * x[1], Math.Exp(x[0]), x[1]);
        GradCheck.Jvp(Function, static (x, u, v) => (v[0], v[1], v[2]) = (x[1] * u[0] + x[0] * u[1], Math.Exp(x[0]) * u[0], u[1]), [0.3, 0.8], 3).ThrowIfFailed();
        GradCheckReport wrong = GradCheck.Jvp(Function, static (x, u, v) => (v[0], v[1], v[2]) = (x[1] * u[0] + x[0] * u[1], u[0], u[1]), [0.3, 0.8], 3);
        Assert.Equal((0, 1), (wrong.Worst!.InputIndex, wrong.Worst.OutputIndex));
        Assert.False(wrong.Passed);
    }
}
