using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Robustness;

/// <summary>Programs that are deeper and longer than anyone writes them by hand, on a thread as an IDE on Windows has them, of a megabyte.</summary>
[Trait("Needs", "CompilerOnly")]
public class DeepProgramTests
{
    private const int HostsStack = 1 << 20;

    public static TheoryData<string, string> Programs => new()
    {
        { "sum of 1000 operands", Returned(string.Join(" + ", Enumerable.Repeat("x * y", 1000))) },
        { "product of 100 operands", Returned(string.Join(" * ", Enumerable.Repeat("x", 100)) + " * y") },
        { "200 negations", Returned(Nested("-(", "x * y", ")", 200)) },
        { "100 calls", Returned(Nested("System.Math.Sin(", "x * y", ")", 100)) },
        { "60 alternatives", string.Concat(Enumerable.Range(0, 60).Select(i => $"if (x > {i}) return x * {i}; else ")) + " return x * y;" },
        { "60 early returns", string.Concat(Enumerable.Range(0, 60).Select(i => $"if (x > {i}) {{ return x * y * {i}; }}\n")) + " return x * y;" },
        { "100 conditional operators", Returned(string.Concat(Enumerable.Range(0, 100).Select(i => $"x > {i} ? x * {i} : ")) + "x * y") },
        { "40 branches within each other", string.Concat(Enumerable.Range(0, 40).Select(i => $"if (x > {i}) {{ x *= y; ")) + new string('}', 40) + " return x;" },
        { "8 loops within each other", string.Concat(Enumerable.Range(0, 8).Select(i => $"for (int i{i} = 0; i{i} < 1; i{i}++) {{ ")) + "x *= y;" + new string('}', 8) + " return x;" },
        { "200 statements", string.Concat(Enumerable.Range(0, 200).Select(i => $"x = x * y + {i};\n")) + " return x;" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void EndsNoHost(string what, string body)
    {
        string text = $"using StaticAd; public static partial class Deep {{ [Differentiable] public static double F(double x, double y) {{ {body} }} }}";
        IReadOnlyList<string> failures = [];
        var host = new Thread(() => failures = DraftCheck.Failures(new Draft(what, text)), HostsStack);
        host.Start();
        host.Join();
        Verdict.None(failures);
    }

    private static string Returned(string expression) => $"return {expression};";

    private static string Nested(string before, string innermost, string after, int count) =>
        string.Concat(Enumerable.Repeat(before, count)) + innermost + string.Concat(Enumerable.Repeat(after, count));
}
