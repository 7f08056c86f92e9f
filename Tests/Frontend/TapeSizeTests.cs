using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Frontend;

/// <summary>What is said of the size of the tape, against what the generated code allocates on it.</summary>
[Trait("Needs", "CompilerOnly")]
public class TapeSizeTests
{
    [Theory]
    [InlineData("double F(double x, double y) => x * y", null)]
    [InlineData("double F(double x) { for (int i = 0; i < 10; i++) { x = Math.Sin(x); } return x; }", "80")]
    [InlineData("float F(float x, int n) { for (int i = 0; i < n; i++) { x *= MathF.Sin(x); } return x; }", "8·n")]
    [InlineData("double F(double[] x, int k) { double s = 1; for (int i = 0; i < x.Length; i++) { for (int j = 0; j < k; j++) { s = Math.Sin(s) * x[i]; } } return s; }", "16·k·x.Length")]
    [InlineData("double F(double x, int n) { for (int i = 2; i <= n; i++) { x = Math.Sin(x); } return x; }", "8·n − 8")]
    [InlineData("double F(double x, int n) { for (int i = 0; i < n; i += 2) { x = Math.Sin(x); } return x; }", "8·⌊(n + 1)/2⌋")]
    [InlineData("double F(double[] x, int k) { var y = x.AsSpan(k); double s = 1; for (int i = 0; i < y.Length; i++) { s = Math.Sin(s) * y[i]; } return s; }", "16·x.Length − 16·k")]
    [InlineData("double F(double x) { while (x < 100) { x *= x; } return x; }", "4 + 8 for each pass of a loop whose passes are not counted")]
    public async Task TheFormulaIsThatOfTheLoops(string method, string? bytes)
    {
        string text = FaultyPrograms.Model($"[Differentiable] public static {method}" + (method.EndsWith('}') ? "" : ";"));
        CancellationToken token = TestContext.Current.CancellationToken;
        var diagnostics = await Toolchain.Compile("Program", Toolchain.Parse(text, "Program.cs")).WithAnalyzers([Toolchain.NewAnalyzer()]).GetAnalyzerDiagnosticsAsync(token);
        Diagnostic? found = diagnostics.SingleOrDefault(diagnostic => diagnostic.Id == "SAD0042");
        Assert.Equal(bytes is null ? null : $"'FForward' keeps {bytes} bytes on the tape", found?.GetMessage(null));
    }
}
