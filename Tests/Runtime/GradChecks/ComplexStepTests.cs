using System.Numerics;
using Xunit;

namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>Derivatives by a step in imaginary direction, which find errors that differences can't see.</summary>
public class ComplexStepTests
{
    private static readonly GradCheckOptions s_complex = new() { ComplexStep = true };

    [Fact]
    public void Of_one_number()
    {
        Func<double, double> derivative = static x => (1 + x) * Math.Exp(x);
        GradCheck.ComplexStep(static z => z * Complex.Exp(z), derivative, 0.7).ThrowIfFailed();
        Assert.False(GradCheck.ComplexStep(static z => z * Complex.Exp(z), x => derivative(x) * (1 + 1e-8), 0.7).Passed);
        GradCheck.Function(static x => x * Math.Exp(x), x => derivative(x) * (1 + 1e-8), 0.7).ThrowIfFailed();
    }

    [Fact]
    public void Of_a_scalar_function()
    {
        Complex Function(ReadOnlySpan<Complex> x) => x[0] * Complex.Sin(x[1]) / x[2];
        void Gradient(ReadOnlySpan<double> x, Span<double> dx) =>
            (dx[0], dx[1], dx[2]) = (Math.Sin(x[1]) / x[2], x[0] * Math.Cos(x[1]) / x[2], -x[0] * Math.Sin(x[1]) / (x[2] * x[2]));

        GradCheckReport right = GradCheck.ComplexStep(Function, Gradient, [0.3, 0.8, 1.7]);
        right.ThrowIfFailed();
        Assert.Contains("the derivative against the complex step", right.Checks);
        GradCheckReport wrong = GradCheck.ComplexStep(
            Function,
            (x, dx) =>
            {
                Gradient(x, dx);
                dx[1] += 1e-9;
            },
            [0.3, 0.8, 1.7]);
        Assert.Equal(1, wrong.Worst!.InputIndex);
        Assert.False(wrong.Passed);
    }

    [Fact]
    public void Of_a_vector_function()
    {
        void Function(ReadOnlySpan<Complex> x, Span<Complex> y) => (y[0], y[1]) = (x[0] * x[1], Complex.Exp(x[0]));
        void Vjp(ReadOnlySpan<double> x, ReadOnlySpan<double> yBar, Span<double> dx) =>
            (dx[0], dx[1]) = (x[1] * yBar[0] + Math.Exp(x[0]) * yBar[1], x[0] * yBar[0]);
        GradCheck.ComplexStep(Function, Vjp, [0.3, 0.8], 2).ThrowIfFailed();
        GradCheck.ComplexStep(Function, Vjp, [0.3, 0.8], 2, new GradCheckOptions { Fast = true }).ThrowIfFailed();
    }

    [Fact]
    public void A_function_that_is_not_differentiable_there_is_found()
    {
        GradCheckReport report = GradCheck.ComplexStep(static z => Complex.Abs(z), static x => 1, 0.7);
        Assert.Contains(report.Failures, static failure => failure.StartsWith("the complex step against central differences"));
    }

    private const string Overload =
        "public static double F(ReadOnlySpan<double> x, double a, int n, out double s) { s = a * n; return x[0] * x[0] * a + Math.Sin(x[1]); } " +
        "public static System.Numerics.Complex F(ReadOnlySpan<System.Numerics.Complex> x, System.Numerics.Complex a, int n, out System.Numerics.Complex s) " +
        "{ s = a * n; return x[0] * x[0] * a + System.Numerics.Complex.Sin(x[1]); } " +
        "public static double FVjp(ReadOnlySpan<double> x, double a, int n, out double s, double sBar, double r, Span<double> dx, out double da) " +
        "{ dx[0] = 2 * x[0] * a * r; dx[1] = Math.Cos(x[1]) * r; da = x[0] * x[0] * r + n * sBar; return F(x, a, n, out s); }";

    private static readonly object[] s_point = [new[] { 1.3, 0.4 }, 0.7, 2];

    [Fact]
    public void An_overload_over_complex_numbers_serves_a_method()
    {
        Type[] types = CompiledFamilies.Compile(
            Overload, Overload.Replace("dx[0] = 2 * x", "dx[0] = 2.00000001 * x"), Overload.Replace("Complex.Sin", "Complex.Cos"));
        GradCheckReport right = GradCheck.Method(s_complex, types[0], "F", s_point);
        right.ThrowIfFailed();
        Assert.Contains("FVjp against the complex step", right.Checks);
        GradCheck.Method(types[1], "F", s_point).ThrowIfFailed();
        GradCheckReport wrong = GradCheck.Method(s_complex, types[1], "F", s_point);
        Assert.Equal(("x", 0), (wrong.Worst!.Input, wrong.Worst.InputIndex));
        Assert.False(wrong.Passed);
        Assert.Contains(GradCheck.Method(s_complex, types[2], "F", s_point).Failures, static failure => failure.StartsWith("The version over Complex"));
    }

    [Fact]
    public void A_generic_method_serves_itself_where_its_constraints_allow()
    {
        const string Source = "public static T F<T>(T x, T[] w) where T : System.Numerics.INumberBase<T> => x * x * w[0] / w[1]; " +
            "public static double FVjp(double x, double[] w, double r, out double dx, Span<double> dw) " +
            "{ dx = 2 * x * w[0] / w[1] * r; dw[0] = x * x / w[1] * r; dw[1] = -x * x * w[0] / (w[1] * w[1]) * r; return F(x, w); }";
        Type[] types = CompiledFamilies.Compile(Source, Source.Replace("INumberBase", "INumber"));
        GradCheck.Method(s_complex, types[0], "F", 0.8, new[] { 1.5, -2.5 }).ThrowIfFailed();
        Assert.Contains("no version over Complex", Assert.Throws<ArgumentException>(
            () => GradCheck.Method(s_complex, types[1], "F", 0.8, new[] { 1.5, -2.5 })).Message);
    }
}
